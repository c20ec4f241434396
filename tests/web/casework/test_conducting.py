"""The talk on one screen: F46, F48, N21, and who sees what of it as it grows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.actions.conducting import pause_recording
from expliciet.casework.models import (
    AgendaItem,
    Agreement,
    Expectation,
    Idea,
    OpenPoint,
)
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.models import Circle, Draft
from expliciet.web.casework.marks import Asked, asked_of, mark_of
from tests.casework.approach import in_days
from tests.casework.meeting import Phase, on_roster, talking
from tests.casework.promises import agreed
from tests.factories import Table, earlier_today
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words
from tests.web.dossiers.looking import questions

pytestmark = pytest.mark.django_db


def at_item(item: AgendaItem, name: str = "conduct", *more: object) -> str:
    return reverse(f"casework:{name}", args=[item.dossier_id, item.pk, *more])


def test_whoever_leads_goes_through_the_talk_and_others_follow(
    table: Table, at: At
) -> None:
    """F46: each phase has its question and its clock; only who leads goes on."""
    police = table.seat("police")
    item = on_roster(table, police)
    at_chair, at_police = at(table.chair), at(police)
    go = at_item(item, "phase")
    assert at_police.post(go, {"phase": Phase.SHARE}).status_code == 403
    assert at_chair.post(go, {"phase": Phase.SHARE}).status_code == REDIRECTED
    page = at_police.get(at_item(item)).content.decode()
    assert 'aria-current="step"' in page
    assert "data-runs" in page
    assert go not in page
    after = at_chair.post(go, {"phase": Phase.READ_BACK})
    assert after.headers["Location"].endswith("/teruglezen/")


def test_one_line_becomes_an_agreement_in_two_steps(table: Table, at: At) -> None:
    """F48, F53: owner, deed, day and done-when as parts that can be changed."""
    police = table.seat("police")
    item, chair = talking(table, police), at(table.chair)
    name = police.who
    day = in_days(6)
    typed = (
        f"{name} belt school vóór {day:%d-%m-%Y} over het rooster, "
        "klaar als er een gesprek gepland is"
    )
    shown = chair.post(at_item(item, "enter"), {"line": typed})
    form = shown.context["parts"].form
    assert not Agreement.objects.exists()
    assert str(form["owner"].value()) == str(police.pk)
    assert form["due_on"].value() == in_days(5).isoformat()
    assert form["done_when"].value() == "er een gesprek gepland is"
    assert shown.context["parts"].first_to_fill == "hears"
    sent = {each.name: each.value() or "" for each in form.visible_fields()}
    sent |= {"kind": "agreement", "line": typed, "hears": table.hears(table.chair)}
    sent["deed"] = "belt school over het rooster"
    sent.pop("named")
    sent.pop("with_others")
    assert chair.post(at_item(item, "enter"), sent).status_code == REDIRECTED
    made = Agreement.objects.get()
    assert (made.owner, made.due_on) == (police, in_days(5))
    assert made.reference in words(chair.get(at_item(item)))
    proposed = chair.post(at_item(item, "enter"), {"line": typed}).context["parts"].form
    assert proposed["hears"].value().startswith("table.")


def test_what_a_line_lacks_is_asked_at_once(table: Table, at: At) -> None:
    """N21, F53."""
    item, chair = talking(table), at(table.chair)
    shown = chair.post(at_item(item, "enter"), {"line": "iemand belt de school"})
    asked = shown.context["parts"].questions
    assert {"owner", "due_on", "done_when"} <= asked.keys()
    page = words(shown)
    for question in asked.values():
        assert question in page


def test_a_page_that_asks_gets_the_parts_alone_and_goes_on_after_them(
    table: Table, at: At
) -> None:
    """F48: nothing else on the screen is drawn anew while somebody types."""
    item, chair = talking(table), at(table.chair)
    by_htmx = {"HX-Request": "true"}
    address = at_item(item, "enter")
    shown = chair.post(address, {"line": "idee: een maatje"}, headers=by_htmx)
    assert shown.content.decode().lstrip().startswith("<div")
    sent = {"kind": "idea", "line": "idee: een maatje", "text": "een maatje"}
    refused = chair.post(address, sent, headers=by_htmx)
    assert refused.status_code == REFUSED
    sent["hears"] = table.hears(table.chair)
    done = chair.post(address, sent, headers=by_htmx)
    assert (done.status_code, done.headers["HX-Redirect"]) == (204, at_item(item))


def test_a_line_that_was_being_typed_is_found_again_until_it_is_said(
    table: Table, at: At
) -> None:
    item, chair = talking(table), at(table.chair)
    kept = {
        "draft_form": "casework:enter",
        "draft_dossier": str(table.dossier.pk),
        "draft_about": str(item.pk),
        "line": "Bo belt (verzonnen)",
    }
    chair.post(reverse("drafts:keep"), kept)
    assert "Bo belt (verzonnen)" in chair.get(at_item(item)).content.decode()
    sent = {"kind": "idea", "line": "x", "text": "een maatje"}
    sent["hears"] = table.hears(table.chair)
    chair.post(at_item(item, "enter"), sent)
    assert "Bo belt (verzonnen)" not in chair.get(at_item(item)).content.decode()


def test_what_lacks_something_can_stand_open_and_is_counted(
    table: Table, at: At
) -> None:
    """N21: openly without an owner and a day, for everybody who hears it."""
    police = table.seat("police")
    item, chair = talking(table, police), at(table.chair)
    sent = {
        "kind": "agreement",
        "line": "er wordt gebeld",
        "deed": "er wordt gebeld",
        "leave": "yes",
        "hears": table.hears(table.chair),
    }
    assert chair.post(at_item(item, "enter"), sent).status_code == REDIRECTED
    assert OpenPoint.objects.get().meant == "agreement"
    page = words(at(police).get(at_item(item)))
    assert "1 zonder eigenaar" in page
    assert "1 zonder dag" in page
    assert not Agreement.objects.exists()


def test_nothing_typed_is_lost_when_something_lacks(table: Table, at: At) -> None:
    item, chair = talking(table), at(table.chair)
    sent = {"kind": "agreement", "line": "x", "deed": "belt de school (verzonnen)"}
    refused = chair.post(at_item(item, "enter"), sent)
    assert refused.status_code == REFUSED
    assert "belt de school (verzonnen)" in words(refused)
    assert chair.post(at_item(item, "enter"), {"line": ""}).status_code == REFUSED


def test_the_openings_of_a_line_start_the_other_kinds(table: Table, at: At) -> None:
    """F48: verwacht van, besluit, feit, idee."""
    ggz = table.seat("GGZ")
    item, chair = talking(table, ggz), at(table.chair)
    hears = table.hears(table.chair)

    def enter(line: str, **parts: str) -> None:
        shown = chair.post(at_item(item, "enter"), {"line": line}).context["parts"]
        values = {e.name: e.value() or "" for e in shown.form.visible_fields()}
        sent = values | {"kind": shown.kind.value, "line": line, "hears": hears} | parts
        for chosen in ("named", "with_others"):
            sent.pop(chosen, None)
        answer = chair.post(at_item(item, "enter"), sent)
        assert answer.status_code == REDIRECTED, words(answer)

    enter(
        f"verwacht van {ggz.organisation.name}: meldt het als hij niet komt",
        answer_by=in_days(3).isoformat(),
        of=str(ggz.organisation_id),
    )
    enter("idee: een maatje van de sportclub (verzonnen)")
    enter("besluit: we schalen niet op (verzonnen)")
    enter("feit: hij is drie keer gezien (verzonnen)")
    assert Expectation.objects.get().of == ggz.organisation
    assert Idea.objects.count() == 1
    assert set(OpenPoint.objects.values_list("meant", flat=True)) == {
        "decision",
        "fact",
    }


def test_an_open_decision_is_made_whole_in_its_own_form(table: Table, at: At) -> None:
    """The words are in it already; then one says what it became, or why it lapses."""
    item, chair = talking(table), at(table.chair)
    hears = table.hears(table.chair)
    said = {"kind": "decision", "line": "besluit: x", "text": "we wachten (verzonnen)"}
    chair.post(at_item(item, "enter"), said | {"hears": hears})
    point = OpenPoint.objects.get()
    there = chair.post(at_item(item, "complete", point.pk))
    assert there.headers["Location"] == reverse(
        "casework:decide", args=[table.dossier.pk]
    )
    assert "we wachten (verzonnen)" in words(chair.get(there.headers["Location"]))
    settled = chair.post(at_item(item, "settle", point.pk), {"why": "ingetrokken"})
    assert settled.status_code == REDIRECTED
    assert not OpenPoint.objects.open().exists()


def test_only_who_may_settle_an_open_point_is_asked_to(table: Table, at: At) -> None:
    """V5: whoever said it, and who keeps the record; others may make it whole."""
    police = table.seat("police")
    item, chair = talking(table, police), at(table.chair)
    said = {"kind": "decision", "line": "x", "text": "wij wachten (verzonnen)"}
    chair.post(at_item(item, "enter"), said | {"hears": table.hears(table.chair)})
    point = OpenPoint.objects.get()
    settle, complete = (at_item(item, n, point.pk) for n in ("settle", "complete"))
    assert settle in chair.get(at_item(item)).content.decode()
    page = at(police).get(at_item(item)).content.decode()
    assert settle not in page
    assert complete in page
    assert at(police).post(settle, {"why": "x"}).status_code == 403


def test_an_open_fact_is_made_whole_as_a_line_of_what_one_brings_in(
    table: Table, at: At
) -> None:
    """S23: with its source and its date, which a line cannot give."""
    item, chair = talking(table), at(table.chair)
    said = {"kind": "hearsay", "line": "x", "text": "hij zou verhuizen (verzonnen)"}
    chair.post(at_item(item, "enter"), said | {"hears": table.hears(table.chair)})
    there = chair.post(at_item(item, "complete", OpenPoint.objects.get().pk))
    form = chair.get(there.headers["Location"]).context["form"]
    assert form["text_1"].value() == "hij zou verhuizen (verzonnen)"
    assert form["kind_1"].value() == "hearsay"


def test_a_slip_is_undone_at_once_by_who_made_it(table: Table, at: At) -> None:
    police = table.seat("police")
    item = talking(table, police)
    said = {"kind": "idea", "line": "idee: x", "text": "een vergissing (verzonnen)"}
    sent = said | {"hears": table.hears(table.chair)}
    at(table.chair).post(at_item(item, "enter"), sent)
    slip = Idea.objects.get()
    undo = at_item(item, "undo", slip.pk)
    assert undo in at(table.chair).get(at_item(item)).content.decode()
    assert at(police).post(undo).status_code == 403
    assert at(table.chair).post(undo).status_code == REDIRECTED
    assert slip.reference not in words(at(table.chair).get(at_item(item, "since")))


def test_while_nothing_is_written_down_a_line_is_kept_and_not_recorded(
    table: Table, at: At
) -> None:
    item = talking(table)
    pause_recording(item, True, by=table.chair, now=table.tick())
    chair = at(table.chair)
    answer = chair.post(at_item(item, "enter"), {"line": "Bo belt de school"})
    assert answer.status_code == REFUSED
    assert "Bo belt de school" in answer.content.decode()
    parts = {"kind": "idea", "line": "x", "text": "een maatje (verzonnen)"}
    sent = parts | {"hears": table.hears(table.chair)}
    answer = chair.post(at_item(item, "enter"), sent)
    assert "een maatje (verzonnen)" in words(answer)
    assert "Er wordt even niets vastgelegd" in words(answer)
    assert not OpenPoint.objects.exists()
    assert not Idea.objects.exists()


def test_own_notes_of_the_chair_are_nobody_elses(table: Table, at: At) -> None:
    """A draft: sealed for who writes, in no record."""
    item = talking(table)
    chair = at(table.chair)
    kept = {
        "draft_form": "casework:conduct",
        "draft_dossier": str(table.dossier.pk),
        "draft_about": str(item.pk),
        "notes": "let op de tijd (verzonnen)",
    }
    chair.post(reverse("drafts:keep"), kept)
    assert Draft.objects.count() == 1
    assert "let op de tijd" in words(chair.get(at_item(item)))
    assert "let op de tijd" not in words(at(table.substitute).get(at_item(item)))


def test_whoever_follows_sees_what_is_new_and_is_told_when_nothing_is(
    table: Table, at: At
) -> None:
    """F48: unchanged costs four questions, writes nothing, and leaves no line."""
    police = table.seat("police")
    item, here = talking(table, police), at(police)
    first = here.get(at_item(item, "since"))
    tag = {"If-None-Match": first.headers["ETag"]}
    lines = Line.objects.count()
    with CaptureQueriesContext(connection) as asked:
        again = here.get(at_item(item, "since"), headers=tag)
    assert len(asked) <= 4
    assert all(each["sql"].startswith("SELECT") for each in asked)
    assert again.status_code == 304
    assert Line.objects.count() == lines
    made = agreed(table, table.chair)
    fresh = here.get(at_item(item, "since"), headers=tag)
    assert fresh.status_code == 200
    assert made.reference in words(fresh)


def test_what_the_core_says_changes_nothing_for_who_follows_outside_it(
    table: Table, at: At
) -> None:
    """V3: not even that there is something."""
    police, youth = table.seat("police"), table.seat("jeugdwerk")
    item, here = talking(table, police, youth), at(youth)
    tag = {"If-None-Match": here.get(at_item(item, "since")).headers["ETag"]}
    agreed(table, police, table.chair, circle=Circle.Kind.CORE)
    table.note(police, circle=Circle.Kind.OWN)
    assert here.get(at_item(item, "since"), headers=tag).status_code == 304


def test_the_question_made_once_asks_what_the_rules_ask(table: Table) -> None:
    """V1, V3: from every seat, and from none, as the rule of seeing itself answers."""
    police, youth = table.seat("police"), table.seat("jeugdwerk")
    item, other = talking(table, police, youth), Table(table.house)
    agreed(table, police, table.chair, circle=Circle.Kind.CORE)
    table.note(youth)
    end_seat(youth, "klaar", by=youth, now=table.tick())
    for seat in (table.chair, police, youth, other.chair):
        assert seat.user is not None
        for now in (table.tick(), timezone.now()):
            asked = Asked(seat.user.pk, item.dossier_id, item.pk, now)
            rows = list(asked_of(asked))
            mark = mark_of(seat.user, item.dossier_id, item.pk, now)
            assert (mark is None) is (rows == [])
            if mark:
                assert (mark.phase, mark.is_off_record) == rows[0][:2]
                assert mark.last[:19] == f"{rows[0][2]:%Y-%m-%dT%H:%M:%S}"


def test_the_wall_shows_only_what_the_whole_table_heard(table: Table, at: At) -> None:
    """The beamer: neither own nor core, also where the chair hears it."""
    police = table.seat("police")
    item = talking(table, police)
    shared = agreed(table, police, table.chair, deed="samen (verzonnen)")
    agreed(table, police, table.chair, circle=Circle.Kind.CORE, deed="kern (verzonnen)")
    page = words(at(table.chair).get(at_item(item, "beamer")))
    assert "samen (verzonnen)" in page
    assert "kern (verzonnen)" not in page
    assert "kern (verzonnen)" in words(at(table.chair).get(at_item(item)))
    assert shared.reference


def test_the_roster_names_no_dossier_of_another_table(table: Table, at: At) -> None:
    """F42."""
    police = table.seat("police")
    item = talking(table, police)
    other = Table(table.house)
    AgendaItem.objects.create(
        meeting=item.meeting,
        dossier=other.dossier,
        order=2,
        minutes=10,
        put_by=other.chair,
        put_at=timezone.now(),
    )
    page = words(at(police).get(at_item(item)))
    assert "afgeschermd" in page
    assert other.dossier.number not in page


def test_an_item_of_another_table_is_not_there(table: Table, at: At) -> None:
    """V1."""
    other = Table(table.house, now=earlier_today(1))
    item = talking(other)
    here = at(table.chair)
    for name in ("conduct", "beamer", "since"):
        address = reverse(f"casework:{name}", args=[table.dossier.pk, item.pk])
        assert here.get(address).status_code == 404
        assert here.get(at_item(item, name)).status_code == 404


def test_each_look_at_the_talk_leaves_its_line(table: Table, at: At) -> None:
    """V9."""
    item, chair = talking(table), at(table.chair)
    chair.get(at_item(item))
    line = Line.objects.filter(action=Action.DOSSIER_READ).latest("at")
    assert line.object_id == item.pk


def test_the_screen_asks_as_much_for_one_record_as_for_many(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    item, chair = talking(table, police), at(table.chair)
    agreed(table, police, table.chair)
    chair.get(at_item(item))
    few = questions(chair, at_item(item))
    for _more in range(6):
        agreed(table, police, table.chair)
    assert questions(chair, at_item(item)) <= few
