"""Persons on screen: recording, correcting, and who is who on the page."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.persons import record_person
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Circle, Person, Seat
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import (
    REDIRECTED,
    REFUSED,
    address,
    last_line,
    send,
    words,
)

pytestmark = pytest.mark.django_db

SAID: dict[str, Any] = {"role": "subject", "name": "Milan Verzonnen"}
MINOR = {
    "is_minor": "on",
    "representative": "moeder (verzonnen)",
    "custody": "beide ouders (verzonnen)",
    "youth_protection": "niet betrokken (verzonnen)",
}


def recorded(table: Table, by: Seat, circle: str = "table", **more: Any) -> Person:
    said = circle_for(by, circle, table.tick())
    person = Person(**(SAID | more))
    return record_person(person, by=by, circle=said, now=table.tick())


def test_a_person_is_recorded_in_the_circle_that_was_chosen(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    said = SAID | {"hears": table.hears(police, Circle.Kind.CORE)}
    answer = send(at(police), "add-person", table.dossier.pk, **said)
    assert answer.status_code == REDIRECTED
    person = Person.objects.get()
    assert person.circle.kind == Circle.Kind.CORE
    assert answer["Location"].endswith(f"#{person.reference}")
    assert last_line().action == "person-recorded"


def test_who_would_hear_it_stands_at_each_choice_by_name(table: Table, at: At) -> None:
    """N25, privacy by default: nothing is chosen beforehand."""
    school = table.seat("onderwijs")
    page = at(school).get(address("add-person", table.dossier.pk))
    form = page.context["form"]
    kinds = [value.partition(".")[0] for value, _label in form.fields["hears"].choices]
    assert kinds == ["own", "table", "named"]  # a school does not speak in the core
    assert form["hears"].value() is None
    everybody = str(dict(form.fields["hears"].choices)[table.hears(school)])
    assert school.organisation.name in everybody
    assert table.chair.organisation.name in everybody


def test_without_choosing_who_hears_it_nothing_is_recorded(
    table: Table, at: At
) -> None:
    client = at(table.chair)
    for hears in ("", "table", "table.0000000000000000", "core.x", "iedereen"):
        answer = send(client, "add-person", table.dossier.pk, **SAID, hears=hears)
        assert answer.status_code == REFUSED
        assert list(answer.context["form"].errors) == ["hears"]
        assert "Milan Verzonnen" in words(answer)
    assert not Person.objects.exists()


def test_whoever_sat_down_meanwhile_does_not_hear_it_unseen(
    table: Table, at: At
) -> None:
    """N26: what was chosen is who was shown; else the form asks again."""
    client = at(table.chair)
    chosen = table.hears(table.chair)
    school = table.seat("onderwijs")
    answer = send(client, "add-person", table.dossier.pk, **SAID, hears=chosen)
    assert answer.status_code == REFUSED
    assert "Milan Verzonnen" in words(answer)
    assert school.organisation.name in words(answer)
    assert not Person.objects.exists()
    answer = send(
        client, "add-person", table.dossier.pk, **SAID, hears=table.hears(table.chair)
    )
    assert answer.status_code == REDIRECTED


def test_named_organisations_are_chosen_from_this_table(table: Table, at: At) -> None:
    client, school = at(table.chair), table.seat("onderwijs")
    table.seat("wijkteam")
    said = SAID | {"hears": "named"}
    answer = send(client, "add-person", table.dossier.pk, **said)
    assert list(answer.context["form"].errors) == ["named"]
    stranger = Table().organisation("police")
    said |= {"named": [stranger.pk]}
    answer = send(client, "add-person", table.dossier.pk, **said)
    assert list(answer.context["form"].errors) == ["named"]
    said |= {"named": [school.organisation_id]}
    assert (
        send(client, "add-person", table.dossier.pk, **said).status_code == REDIRECTED
    )
    assert Person.objects.get().circle.member_ids() == {
        school.organisation_id,
        table.chair.organisation_id,
    }


def test_a_circle_that_is_new_is_not_made_for_what_was_refused(
    table: Table, at: At
) -> None:
    """Nothing half done."""
    police = table.seat("police")
    before = Circle.objects.count()
    said = {"role": "third_party", "name": "X", "hears": table.hears(police)}
    answer = send(at(police), "add-person", table.dossier.pk, **said)
    assert set(answer.context["form"].errors) == {"close_link", "necessity"}
    assert Circle.objects.count() == before


def test_a_minor_is_asked_about_and_shown_with_who_protects_them(
    table: Table, at: At
) -> None:
    """S53."""
    client, hears = at(table.chair), table.hears(table.chair)
    said = SAID | {"hears": hears, "born_on": "2016-05-02"}
    answer = send(client, "add-person", table.dossier.pk, **said)
    assert list(answer.context["form"].errors) == ["is_minor"]
    send(client, "add-person", table.dossier.pk, **(said | MINOR))
    page = client.get(address("detail", table.dossier.pk))
    for shown in ("Milan Verzonnen", *list(MINOR.values())[1:]):
        assert shown in words(page)


def test_a_birthday_is_written_as_people_write_it(table: Table, at: At) -> None:
    person = recorded(table, table.chair, born_on="1980-05-02")
    client = at(table.chair)
    for page in (
        address("record", table.dossier.pk, person.pk),
        address("detail", table.dossier.pk),
    ):
        said = words(client.get(page))
        assert "2 mei 1980" in said
        assert "1980-05-02" not in said


def test_persons_stand_on_the_page_by_who_they_are(table: Table, at: At) -> None:
    """F16: a small network, in words."""
    recorded(table, table.chair, role="family", name="Ada", close_link="zus")
    recorded(table, table.chair)
    page = at(table.chair).get(address("detail", table.dossier.pk))
    assert [one.record.role for one in page.context["persons"]] == ["subject", "family"]
    assert "zus" in words(page)


def test_names_are_shown_as_they_are_and_run_nothing(table: Table, at: At) -> None:
    for name in ("<b>Jan</b>", "\u202eomgekeerd", "محمد", "O’Brien & Zn"):
        recorded(table, table.chair, name=name)
    page = at(table.chair).get(address("detail", table.dossier.pk)).content.decode()
    assert "<b>Jan</b>" not in page
    assert "<bdi>&lt;b&gt;Jan&lt;/b&gt;</bdi>" in page
    assert "<bdi>\u202eomgekeerd</bdi>" in page
    assert "<bdi>محمد</bdi>" in page


def test_what_one_does_not_hear_is_on_no_page(table: Table, at: At) -> None:
    """V1: not a name, not a reference, not a form."""
    police, school = table.seat("police"), table.seat("onderwijs")
    hidden = recorded(table, police, circle="core", name="Verborgen Verzonnen")
    client = at(school)
    page = client.get(address("detail", table.dossier.pk))
    assert "Verborgen" not in words(page)
    assert hidden.reference not in words(page)
    form = address("correct-person", table.dossier.pk, hidden.pk)
    assert client.get(form).status_code == 404
    assert (
        send(client, "correct-person", table.dossier.pk, hidden.pk).status_code == 404
    )


def test_a_person_is_corrected_with_a_reason(table: Table, at: At) -> None:
    client, person = at(table.chair), recorded(table, table.chair)
    page = client.get(address("correct-person", table.dossier.pk, person.pk))
    assert page.context["form"]["name"].value() == "Milan Verzonnen"
    assert last_line().action == "record-read"
    said = SAID | {"name": "Milan Bedacht"}
    answer = send(client, "correct-person", table.dossier.pk, person.pk, **said)
    assert list(answer.context["form"].errors) == ["why_changed"]
    said |= {"why_changed": "verkeerd gespeld"}
    answer = send(client, "correct-person", table.dossier.pk, person.pk, **said)
    assert answer.status_code == REDIRECTED
    assert Person.objects.get(supersedes=person).circle == person.circle


def test_whoever_corrects_second_reads_what_the_first_wrote(
    table: Table, at: At
) -> None:
    """V14."""
    person = recorded(table, table.chair)
    where = ("correct-person", table.dossier.pk, person.pk)
    first = SAID | {"name": "Eerste Verzonnen", "why_changed": "a"}
    second = SAID | {"name": "Tweede Verzonnen", "why_changed": "b"}
    send(at(table.chair), *where, **first)
    answer = send(at(table.substitute), *where, **second)
    assert answer.status_code == REFUSED
    assert "Eerste Verzonnen" in words(answer)
    assert "Tweede Verzonnen" in words(answer)
    assert Person.objects.filter(supersedes=person).count() == 1


def test_what_came_first_is_shown_also_where_it_came_during_this_request(
    table: Table, at: At
) -> None:
    """V14: recorded on a machine whose clock is a little ahead of this one."""
    person = recorded(table, table.chair)
    first = Person(**SAID, why_changed="a")
    first.name = "Eerste Verzonnen"
    ahead = timezone.localtime() + timedelta(minutes=2)
    correct(first, person, by=table.chair, now=ahead)
    said = SAID | {"name": "Tweede Verzonnen", "why_changed": "b"}
    where = ("correct-person", table.dossier.pk, person.pk)
    answer = send(at(table.substitute), *where, **said)
    assert answer.status_code == REFUSED
    assert "Eerste Verzonnen" in words(answer)
    assert "Tweede Verzonnen" in words(answer)


def test_another_organisation_does_not_correct(table: Table, at: At) -> None:
    police, school = table.seat("police"), table.seat("onderwijs")
    person = recorded(table, police)
    form = address("correct-person", table.dossier.pk, person.pk)
    assert at(school).get(form).status_code == 403


def test_a_person_taken_back_shows_no_words_to_others(table: Table, at: At) -> None:
    police = table.seat("police")
    person = recorded(table, police, name="Teruggenomen Verzonnen")
    withdraw(person, "hoort hier niet", by=police, now=table.tick())
    page = at(table.chair).get(address("detail", table.dossier.pk))
    assert "Teruggenomen" not in words(page)
    page = at(police).get(address("correct-person", table.dossier.pk, person.pk))
    assert page.status_code == 403
