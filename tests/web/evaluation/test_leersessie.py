"""F68: the board of a learning session on the screen, with and without a code."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from django.urls import reverse

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.evaluation.actions.learning import close_session
from expliciet.evaluation.models import Attendee, LearningSession, SolutionDirection
from expliciet.web.inventory import Rate
from expliciet.web.rates import A_MINUTE
from tests.evaluation.learning import Learning, called, joined, opened, partner, put
from tests.factories import AppointmentFactory, Role
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
JOIN = "evaluation:join"


def browser(appointment: Any) -> Client:
    return sign_in(Client(), appointment.user)


def at_board(found: Learning, code: str, function: str = "GGZ") -> Client:
    """A browser that came in by the code."""
    client = Client()
    answer = client.post(reverse(JOIN), {"code": code, "function": function})
    assert answer.status_code == 302
    return client


def of(found: Learning, name: str, *more: Any) -> str:
    args = [found.studied.study.pk, found.session.pk, *more]
    return reverse(f"evaluation:{name}", args=args)


def send(client: Client, words: str, at: int = 1, **more: str) -> Any:
    said = {"at": str(at), "words": words, **more}
    return client.post(reverse("evaluation:direct"), said)


def test_a_code_asks_from_where_and_opens_the_board() -> None:
    """F68: no name, no account; a cookie that only the board is sent."""
    _found, code = opened()
    client = Client()
    first = client.post(reverse(JOIN), {"code": f"{code[:4]} {code[4:]}".lower()})
    assert first.status_code == 200
    assert b"GGZ" in first.content
    assert "Voornaam" not in first.content.decode()
    answer = client.post(reverse(JOIN), {"code": code, "function": "GGZ"})
    cookie = answer.cookies["leersessie"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == reverse(JOIN)
    page = client.get(answer.headers["Location"])
    assert b"Spreek af wie belt" in page.content
    assert page.headers["Cache-Control"] == "no-store"
    assert Attendee.objects.get().function == "GGZ"


def test_who_does_not_say_from_where_is_asked_again_and_types_no_code_anew() -> None:
    _found, code = opened()
    answer = Client().post(reverse(JOIN), {"code": code, "asked": "function"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Kies waar u vandaan komt." in page
    assert f'name="code" value="{code}"' in page
    assert not Attendee.objects.exists()


def test_a_board_tells_how_many_dots_one_has_and_that_it_was_closed() -> None:
    found, code = opened()
    client = at_board(found, code)
    page = client.get(reverse("evaluation:joined-board")).content.decode()
    assert f"uw {found.session.dots} stippen" in page
    close_session(found.session, by=found.director, now=found.now)
    page = client.get(reverse("evaluation:joined-board")).content.decode()
    assert "stippen waar u" not in page
    assert 'data-closed role="status">Het bord is gesloten' in page


def test_a_wrong_code_says_nothing_and_leaves_a_line() -> None:
    opened()
    answer = Client().post(reverse(JOIN), {"code": "AAAA AAAA"})
    assert answer.status_code == 422
    assert b"Spreek af" not in answer.content
    assert Line.objects.filter(rule="learning.code", allowed=False).count() == 1


@override_settings(RATES_ARE_KEPT=True)
def test_after_too_many_wrong_codes_none_is_looked_at_for_a_while() -> None:
    _found, code = opened()
    for _time in range(A_MINUTE[Rate.ENTERING]):
        Client().post(reverse(JOIN), {"code": "AAAA AAAA"})
    answer = Client().post(reverse(JOIN), {"code": code})
    assert answer.status_code in (422, 200)
    if answer.status_code == 200:  # the minute turned over
        return
    assert b"GGZ" not in answer.content


@override_settings(RATES_ARE_KEPT=True)
def test_forty_screens_in_one_room_are_counted_apart() -> None:
    """F68: one network, and each their own looks."""
    cache.clear()
    found, code = opened()
    there = [at_board(found, code) for _each in range(8)]
    for _time in range(40):
        for each in there:
            assert each.get(reverse("evaluation:joined-since")).status_code == 200


def test_without_a_code_there_is_no_board() -> None:
    opened()
    for name in ("joined-board", "joined-since"):
        answer = Client().get(reverse(f"evaluation:{name}"))
        assert answer.headers["Location"] == reverse(JOIN)
    made_up = Client()
    made_up.cookies["leersessie"] = "verzonnen:xx:yy"
    assert made_up.get(reverse("evaluation:joined-board")).status_code == 302


def test_a_line_is_put_on_the_board_and_sent_twice_stands_once() -> None:
    found, code = opened()
    client = at_board(found, code)
    key = "6a1c1f0e-1111-4222-8333-944444444444"
    for _time in range(2):
        assert send(client, "GGZ belt (verzonnen)", key=key).status_code == 302
    assert SolutionDirection.objects.count() == 1
    other = at_board(found, code, "onderwijs")
    page = other.get(reverse("evaluation:joined-board")).content.decode()
    assert "GGZ belt (verzonnen)" in page
    assert send(other, "  ").status_code == 302
    assert SolutionDirection.objects.count() == 1


def test_what_could_not_be_added_still_stands_in_its_field() -> None:
    found, code = opened()
    client = at_board(found, code)
    close_session(found.session, by=found.director, now=found.now)
    answer = send(client, "te laat getypt (verzonnen)")
    assert answer.status_code == 422
    assert "gesloten" in answer.content.decode() or "closed" in answer.content.decode()


def test_unchanged_a_look_costs_one_question_and_leaves_no_line(
    django_assert_max_num_queries: Any,
) -> None:
    """F68: 304 as long as nothing moved."""
    found, code = opened()
    client = at_board(found, code)
    since = reverse("evaluation:joined-since")
    tag = client.get(since).headers["ETag"]
    before = Line.objects.count()
    with django_assert_max_num_queries(3):
        assert client.get(since, headers={"If-None-Match": tag}).status_code == 304
    assert Line.objects.count() == before
    send(client, "iets (verzonnen)")
    changed = client.get(since, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert "iets (verzonnen)" in changed.content.decode()


def test_a_board_costs_as_many_questions_with_many_lines_as_with_few(
    django_assert_max_num_queries: Any,
) -> None:
    found, code = opened()
    client = at_board(found, code)
    for number in range(3):
        put(found, f"richting {number} (verzonnen)")
    with django_assert_max_num_queries(22):
        client.get(reverse("evaluation:joined-board"))
    for number in range(20):
        put(found, f"meer {number} (verzonnen)")
    with django_assert_max_num_queries(22):
        client.get(reverse("evaluation:joined-board"))


def test_dots_of_others_show_once_the_board_is_closed() -> None:
    """F68: nobody is led by where others put theirs."""
    found, code = opened()
    line = put(found)
    mine, other = at_board(found, code), at_board(found, code)
    mine.post(reverse("evaluation:dot", args=[line.number]))
    board = reverse("evaluation:joined-board")
    assert 'aria-pressed="true"' in mine.get(board).content.decode()
    assert "●" not in other.get(board).content.decode()
    leader = browser(found.director)
    assert "●" not in leader.get(of(found, "board")).content.decode()
    close_session(found.session, by=found.director, now=found.now)
    for each in (mine, other):
        assert "●" in each.get(board).content.decode()


def test_the_code_is_shown_once_and_large_to_whoever_leads() -> None:
    found = called()
    leader = browser(found.director)
    answer = leader.post(of(found, "session-open"))
    shown = re.search(
        r'class="code-large"[^>]*>([A-Z0-9]{4} [A-Z0-9]{4})<', answer.content.decode()
    )
    assert shown
    assert shown[1] not in leader.get(of(found, "session")).content.decode()
    answer = Client().post(reverse(JOIN), {"code": shown[1]})
    assert answer.status_code == 200


def test_the_leader_calls_one_and_is_asked_to_look_where_a_name_may_stand() -> None:
    """F68, N13: the case tells of nobody."""
    found = called()
    leader = browser(found.director)
    there = reverse("evaluation:session-call", args=[found.studied.study.pk])
    said = {
        "name": "Tweede middag (verzonnen)",
        "held_on": found.session.held_on.isoformat(),
        "case": "Gisteren kwam Joris Kamphuis weer niet op school.",
        "dots": "3",
        "recommendations": [str(found.recommendations[0].pk)],
    }
    first = leader.post(there, said)
    assert first.status_code == 422
    assert "Kamphuis" in first.content.decode()
    assert LearningSession.objects.count() == 1
    assert leader.post(there, {**said, "looked": "on"}).status_code == 302
    assert LearningSession.objects.count() == 2


def test_the_leader_groups_takes_off_and_adds() -> None:
    found, _code = opened()
    leader = browser(found.director)
    for words in ("een (verzonnen)", "twee (verzonnen)"):
        leader.post(of(found, "board-add"), {"at": "1", "words": words})
    leader.post(
        of(found, "group"),
        {"at": "1", "line": ["1", "2"], "name": "Bellen (verzonnen)"},
    )
    wall = leader.get(f"{of(found, 'board')}?muur").content.decode()
    assert "Bellen (verzonnen)" in wall
    assert "Take off" not in wall
    assert "eraf1" not in wall
    leader.post(of(found, "take-off", 2))
    assert "twee (verzonnen)" not in leader.get(of(found, "board")).content.decode()


def test_one_line_becomes_owner_step_and_day() -> None:
    """F68: what it lacks is asked."""
    found, _code = opened()
    put(found)
    leader = browser(found.director)
    there = of(found, "own", 1)
    page = leader.get(f"{there}?regel=GGZ+belt+de+school+vóór+3+december+2027")
    words = page.content.decode()
    owner = found.studied.table.organisation("GGZ")
    assert f'value="{owner.pk}" selected' in words
    assert "2027-12-0" in words
    asked = leader.get(f"{there}?regel=de+school+bellen").content.decode()
    assert "selected" not in asked.split('name="owner"')[1].split("</select>")[
        0
    ].replace('value="" selected', "")
    answer = leader.post(
        there,
        {
            "owner": str(owner.pk),
            "first_step": "belt de school",
            "first_step_on": "2027-12-03",
            "done_when": "de mentor is gesproken",
        },
    )
    assert answer.headers["Location"] == of(found, "board"), "while the board is open"
    shown = leader.get(of(found, "session")).content.decode()
    assert "de mentor is gesproken" in shown
    assert owner.name in shown


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_it_leaves_as_a_paper_with_its_line(ending: str) -> None:
    found, _code = opened()
    put(found)
    before = Line.objects.filter(action=Action.DOCUMENT_TAKEN).count()
    answer = browser(found.director).get(of(found, "session-paper", ending))
    assert answer.status_code == 200
    assert answer.content[:2] in (b"%P", b"PK")
    assert Line.objects.filter(action=Action.DOCUMENT_TAKEN).count() == before + 1


def test_a_partner_reads_it_and_does_not_lead_it_and_another_house_sees_none() -> None:
    """V3, V5: not theirs to see 404, not theirs to do 403."""
    found, _code = opened()
    put(found)
    police = browser(partner(found, "police"))
    assert police.get(of(found, "session")).status_code == 200
    assert police.get(of(found, "board")).status_code == 403
    for name in ("session-open", "session-close", "board-add", "group"):
        assert police.post(of(found, name)).status_code == 403
    elsewhere = browser(AppointmentFactory(role=Role.PROCESS_DIRECTOR))
    assert elsewhere.get(of(found, "session")).status_code == 404
    researcher = sign_in(Client(), found.studied.lead.user)
    assert researcher.get(of(found, "session")).status_code == 404


def test_who_is_in_stands_with_no_line() -> None:
    found, code = opened()
    client = at_board(found, code, "onderwijs")
    send(client, "wij bellen (verzonnen)")
    page = browser(found.director).get(of(found, "board")).content.decode()
    assert "wij bellen (verzonnen)" in page
    assert "onderwijs" not in page
    assert joined(found).attendee.function == "GGZ"


def test_a_page_that_has_the_lines_is_given_what_came_since() -> None:
    """F68: many look at once; unchanged lines are sent once."""
    found, code = opened()
    put(found, "eerste (verzonnen)")
    client = at_board(found, code)
    page = client.get(reverse("evaluation:joined-board")).content.decode()
    has = re.search(r'data-last="(\d+)" data-shape="(\w+)"', page)
    assert has
    there = f"{reverse('evaluation:joined-since')}?na={has[1]}&vorm={has[2]}"
    put(found, "tweede (verzonnen)")
    more = client.get(there).content.decode()
    assert "tweede (verzonnen)" in more
    assert "eerste (verzonnen)" not in more
    browser(found.director).post(of(found, "take-off", 1))
    whole = client.get(there).content.decode()
    assert 'data-more="no"' in whole
    assert "tweede (verzonnen)" in whole
    assert "eerste (verzonnen)" not in whole
