"""The part where it is read: what runs, what holds, other views, and their own."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.models import Dissent, Interpretation, View
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.persons import record_person
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Person, Record, Seat
from expliciet.web.dossiers.moments import spelled
from tests.casework.reading import (
    NO,
    YES,
    brought_in,
    opened,
    otherwise,
    own_view,
    read_together,
    revealed,
    written,
)
from tests.factories import Table
from tests.web.casework.test_rounds import words
from tests.web.dossiers.conftest import At
from tests.web.dossiers.looking import page_of, questions, shown

pytestmark = pytest.mark.django_db

TOGETHER = {
    "summary": "Boos om een sluiting.",
    "violence": "not_seen",
    "violence_why": "Niets gehoord.",
    "protective": "Zijn werk.",
    "alternative": "Rouw om zijn vader.",
    "confidence": "fairly",
    "limits": "Wij zien hem weinig.",
}


def tab(client: Client, table: Table, **more: str) -> str:
    return words(client, page_of(table, deel="duiding", **more))


def address(name: str, table: Table, *about: Record) -> str:
    parts = [each.pk for each in about]
    return reverse(f"casework:{name}", args=[table.dossier.pk, *parts])


# --- what runs ----------------------------------------------------------------------


def test_a_running_round_stands_on_top_and_asks_you(table: Table, at: At) -> None:
    """F20: with who is in, and the way to write."""
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    written(table, round_, town, sees="van de gemeente")
    client = at(police)
    page = tab(client, table)
    assert page.index("Zien wij dreiging?") < page.index("Hoe wij het samen duiden")
    assert "Onze duiding schrijven" in page
    assert f"Uw eigen duiding wordt gevraagd in {round_.reference}" in page
    assert "van de gemeente" not in page
    written(table, round_, police)
    assert "Onze duiding schrijven" not in tab(client, table)


def test_whoever_leads_is_asked_to_reveal_when_all_are_in(table: Table, at: At) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    written(table, round_, police)
    client = at(table.chair)
    assert f"In {round_.reference} is iedereen binnen" not in tab(client, table)
    written(table, round_, town)
    assert f"In {round_.reference} is iedereen binnen" in tab(client, table)
    assert "is iedereen binnen: u kunt" not in tab(at(police), table)


def test_what_opened_stands_in_since_you_were_here(at: At) -> None:
    """N24: at the reveal readings are new, whenever they were written."""
    table = Table(now=timezone.localtime() - timedelta(hours=2))
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    reading = written(table, round_, town)
    Seat.objects.filter(pk=police.pk).update(last_seen_at=reading.recorded_at)
    assert "geopende eigen duiding" not in tab(at(police), table)
    Seat.objects.filter(pk=police.pk).update(last_seen_at=reading.recorded_at)
    revealed(table, round_)
    assert "1 geopende eigen duiding" in tab(at(police), table)


# --- what is read together ------------------------------------------------------------


def test_what_the_table_reads_is_written_down_for_it(table: Table, at: At) -> None:
    """S13, S16, S17, S18: on a fact; violence apart, another explanation, how sure."""
    police = table.seat("police")
    fact = brought_in(table, police)
    client = at(table.chair)
    sent = TOGETHER | {"hears": table.hears(table.chair)}
    answer = client.post(address("interpret", table), sent)
    assert answer.status_code == 422
    assert "Kies ten minste één feit" in answer.content.decode()
    assert "Rouw om zijn vader." in answer.content.decode()
    answer = client.post(
        address("interpret", table), sent | {"rests_on": [str(fact.pk)]}
    )
    told = Interpretation.objects.get()
    assert answer["Location"].endswith(f"#{told.reference}")
    page = tab(at(police), table)
    for each in (*TOGETHER.values(), fact.reference):
        if each not in ("not_seen", "fairly"):
            assert each in page
    assert "wij zien geen dreiging van geweld" in page
    assert Line.objects.filter(action=Action.INTERPRETATION_RECORDED).count() == 1


def test_a_participant_writes_nothing_down_for_the_table(table: Table, at: At) -> None:
    police = table.seat("police")
    client = at(police)
    assert client.get(address("interpret", table)).status_code == 403
    assert "Samen duiden" not in tab(client, table)


def test_the_next_one_stands_beside_the_former(table: Table, at: At) -> None:
    """S19, I-17: field by field, with what changed and why."""
    fact = brought_in(table, table.seat("police"))
    first = read_together(table, [fact], summary="Eerst zo gelezen.")
    client = at(table.chair)
    form = words(client, address("interpret", table))
    assert "Eerst zo gelezen." in form
    sent = TOGETHER | {"hears": table.hears(table.chair), "rests_on": [str(fact.pk)]}
    answer = client.post(address("interpret", table), sent)
    assert answer.status_code == 422
    answer = client.post(
        address("interpret", table), sent | {"changed": "Een tweede melding."}
    )
    assert answer.status_code == 302
    page = tab(client, table)
    assert f"Naast de vorige ({first.reference})" in page
    assert "Een tweede melding." in page
    assert "Eerst zo gelezen. Boos om een sluiting. veranderd" in page
    assert "rouw Rouw om zijn vader. veranderd" in page
    assert "vrij zeker vrij zeker gelijk" in page


def test_a_correction_begins_from_what_stands_there(table: Table, at: At) -> None:
    """S27."""
    fact = brought_in(table, table.seat("police"))
    told = read_together(table, [fact], summary="Met een tikfout.")
    client = at(table.chair)
    generic = reverse("dossiers:correct", args=[table.dossier.pk, told.pk])
    there = address("correct-interpretation", table, told)
    assert client.get(generic)["Location"] == there
    form = shown(client, there)
    assert "Met een tikfout." in form
    assert form.count("checked") >= 3
    sent = TOGETHER | {"rests_on": [str(fact.pk)], "why_changed": "tikfout"}
    assert client.post(there, sent).status_code == 302
    page = tab(client, table)
    assert "Met een tikfout." in page
    assert page.index("Boos om een sluiting.") < page.index("Met een tikfout.")


def test_after_a_round_it_says_after_which(table: Table, at: At) -> None:
    police, _ = table.seat("police"), table.seat("municipality")
    fact = brought_in(table, police)
    round_ = opened(table)
    written(table, round_, police)
    revealed(table, round_)
    client = at(table.chair)
    form = shown(client, f"{address('interpret', table)}?ronde={round_.pk}")
    assert f'value="{round_.pk}" selected' in form
    read_together(table, [fact], of_round=round_)
    there = reverse("casework:round", args=[table.dossier.pk, round_.pk])
    assert "na de ronde" in words(client, there)


def test_a_fact_withdrawn_since_says_so_under_what_rests_on_it(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    fact = brought_in(table, police, "Dit klopte niet.")
    read_together(table, [fact])
    withdraw(fact.contribution, "verwisseld", by=police, now=table.tick())
    page = tab(at(table.chair), table)
    assert "sindsdien ingetrokken" in page
    assert "Dit klopte niet." not in page


def test_who_does_not_hear_a_fact_does_not_see_that_it_rests_on_it(
    table: Table, at: At
) -> None:
    """V4."""
    police, school = table.seat("police"), table.seat("onderwijs")
    shared = brought_in(table, police, "Voor allen.")
    core = brought_in(table, police, "Voor de kern.", circle="core")
    read_together(table, [shared, core])
    page = tab(at(school), table)
    assert shared.reference in page
    assert core.reference not in page
    assert core.reference in tab(at(police), table)


# --- dissent ------------------------------------------------------------------------


def test_another_view_stands_beside_it_and_bears_the_organisation(
    table: Table, at: At
) -> None:
    """S25, F25, I-05: without the name of whoever wrote it."""
    police = table.seat("police")
    assert police.user
    police.user.name = "Naam Van Politie"
    police.user.save()
    told = read_together(table, [brought_in(table, table.seat("municipality"))])
    client = at(police)
    answer = client.post(
        address("dissent", table, told),
        {"sees": "Wij zien het ernstiger.", "handled": "Terug in maart."},
    )
    dissent = Dissent.objects.get()
    assert answer["Location"] == reverse(
        "dossiers:record", args=[table.dossier.pk, dissent.pk]
    )
    page = tab(at(table.chair), table)
    assert page.index("Boos om een sluiting (verzonnen).") < page.index(
        "Wij zien het ernstiger."
    )
    assert "Terug in maart." in page
    assert "Naam Van Politie" not in page
    record = reverse("dossiers:correct", args=[table.dossier.pk, dissent.pk])
    assert at(table.chair).get(record).status_code == 403
    assert client.get(record).status_code == 200


def test_beside_a_note_there_is_no_dissent(table: Table, at: At) -> None:
    police = table.seat("police")
    note = table.note(police)
    assert at(police).get(address("dissent", table, note)).status_code == 404


def test_who_had_it_passed_on_sees_it_and_says_nothing_beside_it(
    table: Table, at: At
) -> None:
    told = read_together(table, [brought_in(table, table.seat("police"))])
    school = table.seat("onderwijs")
    pass_on(told, school.organisation, by=table.chair, now=table.tick())
    assert at(school).get(address("dissent", table, told)).status_code == 403


# --- their own view -------------------------------------------------------------------


def test_how_the_person_sees_it_is_asked_for_until_it_is_told(
    table: Table, at: At
) -> None:
    """S63, I-34: or why not; also for the parents of somebody under 18."""
    youth = table.seat("jeugdwerk")
    client = at(youth)
    assert "hoe de betrokkene zelf het ziet" in tab(client, table)
    answer = client.post(
        address("view", table),
        {
            "voice": "person",
            "given": "not_asked",
            "given_on": timezone.localdate().isoformat(),
            "why_not": "Nog niet veilig om te vragen.",
            "hears": table.hears(youth),
        },
    )
    assert answer.status_code == 302
    page = tab(client, table)
    assert "Nog niet veilig om te vragen." in page
    assert "hoe de betrokkene zelf het ziet" not in page
    assert "hoe een ouder of voogd het ziet" not in page
    table.now = timezone.localtime() - timedelta(minutes=1)
    now = table.tick()
    record_person(
        Person(
            role=Person.Kind.SUBJECT,
            name="Verzonnen Jongen",
            is_minor=True,
            representative="zijn moeder",
            custody="moeder",
            youth_protection="geen",
        ),
        by=youth,
        circle=circle_for(youth, "table", now),
        now=now,
    )
    assert "hoe een ouder of voogd het ziet" in tab(client, table)
    own_view(table, youth, voice=View.Voice.PARENT, words="Hij is veranderd.")
    assert "hoe een ouder of voogd het ziet" not in tab(client, table)


def test_a_view_without_words_and_without_why_is_asked_for_both(
    table: Table, at: At
) -> None:
    youth = table.seat("jeugdwerk")
    sent = {
        "voice": "person",
        "given": "given",
        "given_on": timezone.localdate().isoformat(),
        "hears": "own",
    }
    answer = at(youth).post(address("view", table), sent)
    assert answer.status_code == 422
    assert "id_words_error" in answer.content.decode()
    assert not View.objects.exists()


# --- as it was ------------------------------------------------------------------------


def test_as_known_then_it_shows_what_ran_and_what_held(table: Table, at: At) -> None:
    """Of the moment before the reveal a round runs; one's own reading is one's own."""
    police, town = table.seat("police"), table.seat("municipality")
    fact = brought_in(table, police)
    round_ = opened(table)
    written(table, round_, police, YES)
    written(table, round_, town, NO, sees="van de gemeente")
    before = table.tick()
    revealed(table, round_)
    read_together(table, [fact], summary="Samen gelezen.")
    client = at(police)
    now = tab(client, table)
    assert "Samen gelezen." in now
    assert "onthuld op" in now
    then = tab(client, table, op=spelled(before))
    assert "Samen gelezen." not in then
    assert "Eerst ieder apart duiden" in then
    assert "van de gemeente" not in then
    assert "onthuld op" not in then
    assert "Onze duiding schrijven" not in then


def test_more_to_read_asks_no_more_of_the_database(table: Table, at: At) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    fact = brought_in(table, police)

    def a_season(**more: str) -> None:
        round_ = opened(table)
        written(table, round_, police, rests_on=[fact])
        revealed(table, round_)
        told = read_together(table, [fact], of_round=round_, **more)
        otherwise(table, told, town)
        own_view(table, police)
        opened(table)

    a_season()
    a_season(changed="meer")
    client = at(police)
    shown(client, page_of(table, deel="duiding"))
    few = questions(client, page_of(table, deel="duiding"))
    for _each in range(4):
        a_season(changed="nog meer")
    assert questions(client, page_of(table, deel="duiding")) == few
