"""Stuck, on the screen: said, taken further, ended; limits; and what is held back."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.models import Line
from expliciet.casework.actions.interpretations import record_dissent
from expliciet.casework.models import (
    Dissent,
    Impasse,
    Limit,
    Position,
    Resolution,
    Step,
    Withholding,
)
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.actions.withdrawing import pass_on
from expliciet.dossiers.models import Seat
from expliciet.vault.keyring import keyring
from expliciet.web.casework.stuck import stuck_shown
from expliciet.web.casework.stuck_waits import at_this_table
from expliciet.web.dossiers.moments import spelled
from tests.casework.stuck import (
    QUESTION,
    day,
    end,
    go_further,
    hold_back,
    limit,
    stand,
    stuck,
)
from tests.factories import Table
from tests.web.casework.deciding import decide
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words

pytestmark = pytest.mark.django_db

SECRET = "GEHEIM-STANDPUNT wij willen hem niet waarschuwen"


def tab(table: Table) -> str:
    detail = reverse("dossiers:detail", args=[table.dossier.pk])
    return f"{detail}?deel=samenwerking"


def to(name: str, table: Table, *about: UUID) -> str:
    return reverse(f"casework:{name}", args=[table.dossier.pk, *about])


def typed(table: Table, by: Seat, **other: str) -> dict[str, str]:
    """An impasse as somebody types it."""
    return {
        "question": QUESTION,
        "asked": "een besluit",
        "since": day(table, -20).isoformat(),
        "decide_by": day(table, 7).isoformat(),
        "breaker": str(table.chair.pk),
        "hears": table.hears(by),
    } | other


def asks(seat: Seat) -> list[str]:
    with keyring():
        seat.unlock(timezone.now())
        found = at_this_table(seat, timezone.now())
        return [f"{one.words} [{one.deed}]" for one in found]


def test_anybody_says_that_it_is_stuck_and_keeps_what_was_typed(
    table: Table, at: At
) -> None:
    """N10, S38, I-32: question, what is needed, since, by when, and who sees to it."""
    school = table.seat("onderwijs")
    client = at(school)
    empty = words(client.get(tab(table)))
    assert "Loopt het werk vast" in empty
    begun = words(client.get(to("declare", table)))
    assert day(table, 14).isoformat() in begun  # the term of the house
    wrong = client.post(to("declare", table), typed(table, school, breaker=""))
    assert wrong.status_code == REFUSED
    assert QUESTION in words(wrong)
    early = typed(table, school, decide_by=day(table, -1).isoformat())
    answer = client.post(to("declare", table), early)
    assert "Kies een dag die nog komt" in words(answer)
    said = client.post(to("declare", table), typed(table, school))
    assert said.status_code == REDIRECTED
    question = Impasse.objects.get()
    page = words(client.get(tab(table)))
    for told in (QUESTION, question.reference, "Nog niet gezegd", table.chair.who):
        assert told in page


def test_each_says_where_it_stands_and_it_goes_a_stage_further_to_its_end(
    table: Table, at: At
) -> None:
    """F61, F62, S39: stages with a day, the note, and how it ended; all of it stays."""
    police, school = table.seat("police"), table.seat("onderwijs")
    question = stuck(table, police)
    client = at(police)
    about = (table, question.pk)
    assert client.post(to("position", *about), {"words": ""}).status_code == REFUSED
    assert at(school).post(to("further", *about)).status_code == 403
    client.post(to("position", *about), {"words": "wij niet"})
    client.post(to("position", *about), {"words": "wij wel, samen met de school"})
    page = words(client.get(tab(table)))
    assert "wij wel, samen met de school" in page
    assert "wij niet" in page
    assert school.organisation.name in page
    chair = at(table.chair)
    form = words(chair.get(to("further", *about)))
    assert "een derde kijkt mee" in form
    assert "(14 dagen)" in form
    further = {
        "stage": "third_eye",
        "to_whom": "de buren",
        "note": "kijk mee",
        "breaker": str(table.chair.pk),
        "decide_by": "",
    }
    gone = chair.post(to("further", *about), further)
    assert gone.headers["Location"] == to("impasse-note", *about)
    assert Step.objects.get().decide_by == day(table, 14)
    ended = {"how": "agreed", "words": "de wijkagent gaat mee"}
    assert chair.post(to("resolve", *about), ended).status_code == REDIRECTED
    page = words(client.get(tab(table)))
    for told in ("de wijkagent gaat mee", "de buren", "kijk mee", "wij niet"):
        assert told in page
    for deed in ("Zeg hoe het afliep", "Verbeter<", "Trek in<"):
        assert deed not in page


def test_the_note_is_one_page_for_paper_and_leaves_its_line(
    table: Table, at: At
) -> None:
    """S38: question, positions, what is asked; a confidential head; no withholding."""
    police = table.seat("police")
    hold_back(table, police, words="GEHEIM-ACHTER")
    question = stuck(table, police)
    stand(table, question, police, SECRET)
    go_further(table, question, table.chair)
    page = at(table.chair).get(to("impasse-note", table, question.pk))
    told = words(page)
    for said in (
        "Vertrouwelijk",
        table.house.name,
        table.dossier.number,
        QUESTION,
        SECRET,
        "kijk mee naar de vraag",
        table.chair.who,
    ):
        assert said in told
    assert "GEHEIM-ACHTER" not in told
    line = Line.objects.order_by("at", "id").last()
    assert line is not None
    assert (line.action, line.object_id) == ("impasse-note-taken", question.pk)


def test_of_two_who_end_it_the_second_keeps_what_was_typed(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    question = stuck(table, police)
    client = at(table.chair)
    end(table, question, table.substitute, "anders dan u denkt")
    late = client.post(
        to("resolve", table, question.pk), {"how": "agreed", "words": "mijn tekst"}
    )
    assert late.status_code == REFUSED
    assert "mijn tekst" in words(late)
    assert "anders dan u denkt" in words(late)
    assert Resolution.objects.count() == 1
    again = client.get(to("resolve", table, question.pk))
    assert again.status_code == REDIRECTED


def test_who_answers_words_that_changed_meanwhile_reads_the_new_ones_first(
    table: Table, at: At
) -> None:
    police, school = table.seat("police"), table.seat("onderwijs")
    question = stuck(table, police)
    client = at(school)
    page = words(client.get(to("position", table, question.pk)))
    assert f'name="read" value="{question.pk}"' in page
    fields = ("asked", "since", "decide_by", "breaker")
    anew = Impasse(
        question="Wie begint er morgen?",
        why_changed="scherper",
        **{name: getattr(question, name) for name in fields},
    )
    correct(anew, question, by=police, now=table.tick())
    said = {"words": "wij beginnen niet", "read": str(question.pk)}
    late = client.post(to("position", table, question.pk), said)
    assert late.status_code == REFUSED
    told = words(late)
    assert "Wie begint er morgen?" in told
    assert "wij beginnen niet" in told
    assert f'name="read" value="{anew.pk}"' in told
    said["read"] = str(anew.pk)
    assert client.post(to("position", table, question.pk), said).status_code == 302
    assert Position.objects.get().impasse == question


def test_a_dissent_becomes_an_impasse_in_one_step(table: Table, at: At) -> None:
    """Prefilled with what was seen otherwise, and each leads to the other."""
    police = table.seat("police")
    decision = decide(table, [table.chair])
    dissent = record_dissent(
        Dissent(beside=decision, sees="Wij willen eerst met de moeder praten."),
        by=police,
        now=table.tick(),
    )
    client = at(police)
    record = reverse("dossiers:record", args=[table.dossier.pk, dissent.pk])
    address = to("declare-from", table, dissent.pk)
    assert address in words(client.get(record))
    form = words(client.get(address))
    assert form.count("Wij willen eerst met de moeder praten.") == 2
    assert client.post(address, typed(table, police)).status_code == REDIRECTED
    question = Impasse.objects.get()
    assert question.out_of_id == dissent.pk
    assert dissent.reference in words(client.get(tab(table)))
    assert question.reference in words(client.get(record))
    assert client.get(to("declare-from", table, question.pk)).status_code == 404


def test_an_impasse_out_of_what_one_does_not_hear_names_nothing(
    table: Table, at: At
) -> None:
    """V4: it may be heard by more people than the dissent it came out of."""
    police, school = table.seat("police"), table.seat("onderwijs")
    decision = decide(table, [table.chair], circle="core")
    dissent = record_dissent(
        Dissent(beside=decision, sees="GEHEIM"), by=police, now=table.tick()
    )
    stuck(table, police, out_of=dissent)
    assert dissent.reference in words(at(police).get(tab(table)))
    page = words(at(school).get(tab(table)))
    assert QUESTION in page
    assert dissent.reference not in page


def test_the_dossier_asks_and_so_does_the_work_of_who_sees_to_it(
    table: Table, at: At
) -> None:
    """S38, I-36: by reference and day; a deed only for whose it is."""
    police, town = table.seat("police"), table.seat("municipality")
    question = stuck(table, police, breaker=town, decide_by=day(table, 1))
    assert asks(police)[0].startswith(f"{question.reference}: een impasse wacht")
    Impasse.objects.update(decide_by=day(table, -1))
    for seat in (police, town, table.chair):
        stand(table, question, seat)
    assert "[]" in asks(police)[0]
    assert "voorbij" in asks(town)[0]
    assert "Breng het verder" in asks(town)[0]
    assert question.reference in words(at(town).get(reverse("opening")))
    assert question.reference not in words(at(police).get(reverse("opening")))
    end_seat(town, "andere baan", by=table.chair, now=table.tick())
    assert any("niemand" in one and "[Zeg wie" in one for one in asks(table.chair))
    end(table, question, table.chair)
    assert asks(police) == []


def test_as_it_was_known_then_it_was_not_ended_yet(table: Table, at: At) -> None:
    """F18: positions, stages and the end stand from the moment they were said."""
    police = table.seat("police")
    question = stuck(table, police)
    then = table.tick()
    stand(table, question, police, "pas later gezegd")
    go_further(table, question, table.chair, note="later gevraagd")
    end(table, question, table.chair, "nog later besloten")
    page = words(at(police).get(f"{tab(table)}&op={spelled(then)}"))
    assert QUESTION in page
    for later in ("pas later gezegd", "later gevraagd", "nog later besloten"):
        assert later not in page


def test_it_is_found_by_every_word_said_to_it(table: Table, at: At) -> None:
    police = table.seat("police")
    question = stuck(table, police)
    stand(table, question, police, "het woord zilvermeeuw")
    go_further(table, question, table.chair, note="het woord scholekster")
    end(table, question, table.chair, "het woord bontbekplevier")
    client = at(police)
    address = reverse("dossiers:search", args=[table.dossier.pk])
    for word in ("zilvermeeuw", "scholekster", "bontbekplevier"):
        found = words(client.post(address, {"woorden": word}))
        assert question.reference in found


def test_the_timeline_has_a_lane_for_it(table: Table, at: At) -> None:
    """F13: from the day it began until it ended, in the drawing and in the table."""
    police = table.seat("police")
    question = stuck(table, police)
    end(table, question, table.chair)
    detail = reverse("dossiers:detail", args=[table.dossier.pk])
    page = words(at(police).get(f"{detail}?deel=tijdlijn"))
    assert "Vastgelopen" in page
    assert question.reference in page
    assert "toch eens" in page


def test_to_whom_it_is_passed_on_hears_what_is_said_from_then_on(
    table: Table, at: At
) -> None:
    """N26: what others said before was not theirs who passed it on."""
    police, school = table.seat("police"), table.seat("onderwijs")
    question = stuck(table, police)
    stand(table, question, school, "GEHEIM van voor die tijd")
    newcomer = table.seat("wijkteam")
    pass_on(question, newcomer.organisation, by=police, now=table.tick())
    stand(table, question, police, "gezegd toen het wijkteam meeluisterde")
    page = words(at(newcomer).get(tab(table)))
    assert QUESTION in page
    assert "meeluisterde" in page
    assert "GEHEIM" not in page


def test_a_corrected_text_that_was_passed_on_opens_for_who_got_it(
    table: Table, at: At
) -> None:
    """What was said to the first text was not passed on; the page stands."""
    police = table.seat("police")
    question = stuck(table, police)
    stand(table, question, police, "GEHEIM bij de eerste tekst")
    fields = ("asked", "since", "decide_by", "breaker")
    anew = Impasse(
        question="Wie begint er morgen?",
        why_changed="scherper",
        **{name: getattr(question, name) for name in fields},
    )
    correct(anew, question, by=police, now=table.tick())
    newcomer = table.seat("wijkteam")
    pass_on(anew, newcomer.organisation, by=police, now=table.tick())
    end(table, anew, table.chair, "GEHEIM slot")
    client = at(newcomer)
    page = words(client.get(tab(table)))
    assert "Wie begint er morgen?" in page
    assert "GEHEIM" not in page
    assert client.get(to("position", table, anew.pk)).status_code == 403


def test_a_guest_is_written_down_for(table: Table, at: At) -> None:
    """N28."""
    guest, police = table.guest(), table.seat("police")
    question = stuck(table, police)
    assert "for_whom" not in words(at(police).get(to("position", table, question.pk)))
    said = {"words": "de school wil wel", "for_whom": str(guest.pk)}
    client = at(table.chair)
    assert client.post(to("position", table, question.pk), said).status_code == 302
    page = words(client.get(tab(table)))
    assert f"<bdi>{guest.organisation.name}</bdi></strong>" in page


# --- limits, and what is held back --------------------------------------------------


def test_a_limit_says_why_and_what_can_be_done_instead(table: Table, at: At) -> None:
    """S36, I-29: corrected and withdrawn by whose it is, and by nobody else."""
    police = table.seat("police")
    client = at(police)
    said = {"text": "geen huisbezoek", "why": "", "hears": table.hears(police)}
    wrong = client.post(to("limit", table), said)
    assert wrong.status_code == REFUSED
    assert "geen huisbezoek" in words(wrong)
    said |= {"why": "dat mag niet zonder bevel", "instead": "wel een telefoontje"}
    assert client.post(to("limit", table), said).status_code == REDIRECTED
    mine = Limit.objects.get()
    page = words(client.get(tab(table)))
    assert "wel een telefoontje" in page
    for deed in ("correct", "withdraw"):
        address = reverse(f"dossiers:{deed}", args=[table.dossier.pk, mine.pk])
        assert client.get(address).status_code == 200
        assert at(table.chair).get(address).status_code == 403


def test_what_is_held_back_is_said_in_the_core_unless_one_chooses_otherwise(
    table: Table, at: At
) -> None:
    """S37, I-30: the ground from a list, a day to look again, and never what it is."""
    police, school = table.seat("police"), table.seat("onderwijs")
    table.seat("municipality")
    client = at(police)
    form = words(client.get(to("withhold", table)))
    core = table.hears(police, "core")
    assert f'value="{core}"' in form
    chosen = form.index(f'value="{core}"')
    assert "checked" in form[chosen : chosen + 200].partition(">")[0]
    beyond = words(at(school).get(to("withhold", table)))
    assert 'value="named"' in beyond
    said = {
        "ground": "source",
        "words": "wij bellen als het moet",
        "review_on": day(table, 30).isoformat(),
        "hears": core,
    }
    assert client.post(to("withhold", table), said).status_code == REDIRECTED
    held = Withholding.objects.get()
    assert held.circle.kind == "core"
    page = words(client.get(tab(table)))
    assert "wij bellen als het moet" in page
    assert "Alleen uw eigen organisatie ziet deze regel" in page
    elsewhere = words(at(table.chair).get(tab(table)))
    assert "wij bellen als het moet" in elsewhere
    assert "Alleen uw eigen organisatie ziet deze regel" not in elsewhere
    assert "wij bellen als het moet" not in words(at(school).get(tab(table)))


def test_its_author_is_asked_to_look_again_and_nobody_else(
    table: Table, at: At
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    held = hold_back(table, police)
    Withholding.objects.update(review_on=day(table, -1))
    assert held.reference in asks(police)[0]
    assert asks(town) == []
    address = to("withhold-anew", table, held.pk)
    assert at(town).get(address).status_code == 403
    client = at(police)
    assert client.get(address).status_code == 200
    anew = {
        "ground": "law",
        "words": "nog steeds",
        "review_on": day(table, 60).isoformat(),
        "why_changed": "opnieuw bekeken",
    }
    assert client.post(address, anew).status_code == REDIRECTED
    assert asks(police) == []
    late = client.post(address, anew | {"words": "te laat"})
    assert late.status_code == REFUSED
    assert "te laat" in words(late)


def test_ten_impasses_are_found_as_fast_as_one(table: Table) -> None:
    police, school = table.seat("police"), table.seat("onderwijs")

    def questions() -> int:
        with keyring(), CaptureQueriesContext(connection) as asked:
            now = timezone.now()
            police.unlock(now)
            stuck_shown(HttpRequest(), police, now, None, [police, school])
            asks(police)
        return len(asked)

    def one_more(**other: Any) -> None:
        question = stuck(table, police, **other)
        stand(table, question, school)
        go_further(table, question, table.chair)
        limit(table, school)
        hold_back(table, police)

    one_more()
    first = questions()
    for _ in range(4):
        one_more()
    assert questions() == first


def test_texts_are_closed_to_who_stepped_in_with_nothing(table: Table) -> None:
    """Nothing of it is shown by the count of days: a seat of another table."""
    police = table.seat("police")
    stuck(table, police)
    elsewhere = Table(table.house, now=table.now - timedelta(hours=1))
    assert asks(elsewhere.chair) == []
