"""Opening a dossier, taking one over, and changing its head."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.house_rules import RuleLacking
from expliciet.accounts.models import Appointment
from expliciet.accounts.refusal import Refused
from expliciet.accounts.terms import months_later
from expliciet.dossiers.actions.opening_dossiers import (
    change_heading,
    deputies,
    open_dossier,
)
from expliciet.dossiers.actions.recording import Overtaken, correct
from expliciet.dossiers.models import Circle, Dossier, Heading, Note, Seat
from expliciet.dossiers.working_names import NAMES, is_neutral
from tests.dossiers.told import fields, lines, notices
from tests.factories import AppointmentFactory, OrganisationFactory, Table
from tests.proofs.racing import lost, race, won

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

Role = Appointment.Role


def opened(table: Table, **changed: Any) -> Dossier:
    """One more dossier in the house of this table, with some things different."""
    by, deputy = changed.pop("by", table.director), changed.pop("deputy", table.deputy)
    heading = table.heading()
    for name, value in changed.items():
        setattr(heading, name, value)
    return open_dossier(
        heading, by=by, deputy=deputy, why="leidt (verzonnen)", now=table.tick()
    )


def test_who_opens_sits_at_the_head_and_beside_sits_a_deputy() -> None:
    """S61: a table begins with both."""
    table = Table()
    seats = {seat.user: seat.role for seat in table.dossier.seats.all()}
    assert seats == {
        table.director.user: Seat.Role.PROCESS_DIRECTOR,
        table.deputy.user: Seat.Role.SUBSTITUTE,
    }
    assert lines(table.dossier) == ["seated", "seated", "dossier-opened"]
    assert notices(table.deputy.user) == ["seated"]
    assert notices(table.director.user) == []


def test_the_end_follows_from_the_rule_of_the_house() -> None:
    """S57, F72: no term of ours, and an end from the first moment."""
    table = Table()
    today = timezone.localdate(table.dossier.opened_at)
    assert table.dossier.ends_on == months_later(today, 60)
    assert Heading.objects.get(dossier=table.dossier).ends_on == table.dossier.ends_on


def test_without_a_rule_about_its_end_nothing_is_opened() -> None:
    table = Table()
    table.house.rules.filter(name="dossier-months").delete()
    with pytest.raises(RuleLacking):
        opened(table)
    assert Dossier.objects.count() == 1


def test_a_working_name_is_drawn_from_the_list() -> None:
    """Never a name of somebody: what is not on the list is refused."""
    table = Table()
    assert table.dossier.working_name in NAMES
    with pytest.raises(ValidationError) as wrong:
        opened(table, working_name="Jan de Verzonnene")
    assert fields(wrong.value) == {"working_name"}
    with pytest.raises(ValidationError) as wrong:
        opened(table, working_name=table.dossier.working_name)
    assert fields(wrong.value) == {"working_name"}


@pytest.mark.parametrize("name", ["Wulp", "Wulp 2", "Wulp 12345"])
def test_a_name_from_the_list_may_have_a_number(name: str) -> None:
    assert is_neutral(name)


@pytest.mark.parametrize("name", ["", "wulp", "Wulp Jan", "Wulp ", "Wulp 1234567", "J"])
def test_any_other_name_is_not_from_the_list(name: str) -> None:
    assert not is_neutral(name)


def test_only_a_process_director_opens() -> None:
    """V5: nobody gives themselves a table."""
    table = Table()
    for role in set(Role) - {Role.PROCESS_DIRECTOR}:
        other = AppointmentFactory(organisation=table.organisation("office"), role=role)
        with pytest.raises(Refused):
            opened(table, by=other)


def test_the_deputy_is_another_of_the_office_of_this_house() -> None:
    table = Table()
    office = table.organisation("office")
    secretary = AppointmentFactory(organisation=office, role=Role.SECRETARY)
    assert opened(table, deputy=secretary)
    for stranger in (
        table.director,
        AppointmentFactory(organisation=table.organisation("police")),
        Table().director,
        AppointmentFactory(
            organisation=office,
            role=Role.SECRETARY,
            until=timezone.localdate() - timedelta(days=1),
        ),
        AppointmentFactory(
            organisation=office, role=Role.SECRETARY, user__is_active=False
        ),
    ):
        with pytest.raises(Refused):
            opened(table, deputy=stranger)


def test_an_appointment_that_ended_opens_nothing() -> None:
    """V8, also where the request read it before it ended."""
    table = Table()
    stale = Appointment.objects.get(pk=table.director.pk)
    Appointment.objects.filter(pk=table.director.pk).update(
        until=timezone.localdate() - timedelta(days=1)
    )
    with pytest.raises(Refused):
        opened(table, by=stale)


def test_who_can_be_deputy_is_named_once() -> None:
    table = Table()
    AppointmentFactory(
        user=table.deputy.user,
        organisation=table.organisation("office"),
        role=Role.SECRETARY,
    )
    found = deputies(table.director, timezone.localdate())
    assert [each.user for each in found] == [table.deputy.user]


def test_both_who_lead_hear_the_ground_also_for_two_organisations() -> None:
    table = Table()
    town = OrganisationFactory(house=table.house, function="municipality")
    deputy = AppointmentFactory(organisation=town, role=Role.SECRETARY)
    dossier = opened(table, deputy=deputy)
    for seat in dossier.seats.all():
        assert Heading.objects.visible_to(seat, table.tick()).exists()


@pytest.mark.parametrize(
    ("field", "days"), [("review_on", 0), ("grounded_on", 1), ("running_since", 0)]
)
def test_days_that_cannot_be_are_refused(field: str, days: int) -> None:
    table = Table()
    day = timezone.localdate(table.now) + timedelta(days=days)
    with pytest.raises(ValidationError) as wrong:
        opened(table, **{field: day})
    assert fields(wrong.value) == {field}


@pytest.mark.parametrize("phase", [Dossier.Phase.CLOSED, Dossier.Phase.REFUSED])
def test_a_dossier_does_not_begin_at_its_end(phase: str) -> None:
    table = Table()
    with pytest.raises(ValidationError) as wrong:
        opened(table, phase=phase)
    assert fields(wrong.value) == {"phase"}


@pytest.mark.parametrize("field", ["phase", "regime", "ground", "grounded_on"])
def test_what_a_dossier_rests_on_is_not_left_out(field: str) -> None:
    """S10: one regime, one controller, one ground."""
    table = Table()
    with pytest.raises(ValidationError) as wrong:
        opened(table, **{field: None})
    assert field in fields(wrong.value)
    assert Dossier.objects.count() == 1


def test_a_running_dossier_is_taken_over_without_making_up_its_past() -> None:
    table = Table()
    since = timezone.localdate(table.now) - timedelta(days=400)
    dossier = opened(table, running_since=since)
    assert lines(dossier)[-1] == "dossier-taken-over"
    heading = Heading.objects.get(dossier=dossier)
    assert heading.running_since == since
    assert heading.recorded_at >= dossier.opened_at
    assert dossier.records.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_drew_one_name_the_second_draws_another() -> None:
    """T15: one name, one dossier; whoever came second is told."""
    table = Table()

    def begin() -> Dossier:
        return opened(table, working_name="Wulp")

    outcomes = race(begin, begin)
    assert len(won(outcomes)) == 1
    assert fields(lost(outcomes)[0]) == {"working_name"}


# --- changing the head ---------------------------------------------------------------


def changed(table: Table, **different: Any) -> Heading:
    """The head of this table's dossier, with some things different."""
    old = Heading.objects.get(dossier=table.dossier, superseded_by=None)
    names = ("phase", "regime", "controller", "review_on", "working_name", "ground")
    said = {name: getattr(old, name) for name in (*names, "grounded_on")}
    new = Heading(**{**said, "why_changed": "het is zover", **different})
    by = different.pop("by", table.chair)
    return change_heading(new, old, by=by, now=table.tick())


def test_a_change_takes_the_place_of_what_stood_and_both_stay() -> None:
    table = Table()
    new = changed(table, phase=Dossier.Phase.MONITORING)
    table.dossier.refresh_from_db()
    assert table.dossier.phase == Dossier.Phase.MONITORING
    assert new.supersedes is not None
    assert Heading.objects.filter(dossier=table.dossier).count() == 2
    assert lines(table.dossier)[-2:] == ["record-corrected", "heading-changed"]


def test_a_change_needs_a_reason_and_a_difference() -> None:
    table = Table()
    with pytest.raises(ValidationError) as wrong:
        changed(table, phase=Dossier.Phase.MONITORING, why_changed="")
    assert fields(wrong.value) == {"why_changed"}
    with pytest.raises(ValidationError):
        changed(table)
    assert Heading.objects.filter(dossier=table.dossier).count() == 1


def test_whoever_does_not_chair_changes_nothing() -> None:
    table = Table()
    police = table.seat("police")
    old = Heading.objects.get(dossier=table.dossier)
    with pytest.raises(Refused):
        change_heading(table.heading(), old, by=police, now=table.tick())


def test_a_name_is_changed_by_drawing_another() -> None:
    table = Table()
    free = next(name for name in NAMES if name != table.dossier.working_name)
    changed(table, working_name=free)
    table.dossier.refresh_from_db()
    assert table.dossier.working_name == free
    with pytest.raises(ValidationError) as wrong:
        changed(table, working_name="De Jager")
    assert fields(wrong.value) == {"working_name"}


def test_whoever_joined_later_reads_what_the_head_became() -> None:
    table = Table()
    school = table.seat("onderwijs")
    changed(table, phase=Dossier.Phase.MONITORING)
    seen = Heading.objects.visible_to(school, table.tick()).current()
    assert [heading.phase for heading in seen] == [Dossier.Phase.MONITORING]


def test_of_two_changes_the_second_is_shown_the_first() -> None:
    """V14: no silent overwrite at the head either."""
    table = Table()
    old = Heading.objects.get(dossier=table.dossier)
    first = changed(table, phase=Dossier.Phase.MONITORING)
    late = table.heading()
    late.working_name, late.why_changed = old.working_name, "ook"
    late.phase = Dossier.Phase.CLOSED
    with pytest.raises(Overtaken) as wrong:
        change_heading(late, old, by=table.substitute, now=table.tick())
    assert wrong.value.theirs.pk == first.pk


def test_a_heading_takes_the_place_of_no_other_kind() -> None:
    table = Table()
    note = table.note(table.chair, circle=Circle.Kind.TABLE)
    heading = table.heading()
    heading.why_changed = "verzonnen"
    with pytest.raises(Refused):
        correct(heading, note, by=table.chair, now=table.tick())
    assert Note.objects.get(pk=note.pk).is_superseded is False
