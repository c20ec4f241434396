"""Proposing a study, the word of each office on it, and who researches it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.evaluation.actions.studies import (
    draw_dossiers,
    end_study,
    let_researcher_go,
    say_on_study,
)
from expliciet.evaluation.choosing import drawn
from expliciet.evaluation.models import Study, StudyApproval, StudyDossier, StudyMember
from tests.accounts.conftest import Trail
from tests.evaluation.study import approved, proposed, released
from tests.factories import AppointmentFactory, Role, Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


@pytest.fixture
def table() -> Table:
    return Table()


def word(found, says: bool = True, **circles: bool) -> StudyApproval:  # type: ignore[no-untyped-def]
    house = found.study.houses.get()
    return StudyApproval(at_house=house, says=says, why="bekeken", **circles)


def test_nothing_is_read_before_both_offices_said_yes(table: Table) -> None:
    """F63, V15: process director and privacy officer, two people."""
    found = proposed(table)
    assert not found.study.is_released
    say_on_study(word(found), by=found.director, now=table.now)
    assert not found.study.is_released
    with pytest.raises(ValidationError):
        draw_dossiers(found.study, by=found.director, now=table.now)
    say_on_study(word(found), by=found.officer, now=table.now)
    assert Study.objects.get(pk=found.study.pk).is_released


def test_one_person_does_not_say_yes_twice(table: Table) -> None:
    """V15: also not somebody who holds both offices."""
    found = proposed(table)
    both = AppointmentFactory(
        organisation=found.director.organisation,
        user=found.director.user,
        role=Role.PRIVACY_OFFICER,
    )
    say_on_study(word(found), by=found.director, now=table.now)
    with pytest.raises(ValidationError):
        say_on_study(word(found), by=both, now=table.now)


def test_only_the_circles_that_both_name_are_let_in(table: Table) -> None:
    """F63: what one of them leaves out stays out."""
    found = proposed(table)
    both = {"with_core": True, "with_named": True}
    say_on_study(word(found, **both), by=found.director, now=table.now)
    say_on_study(word(found, with_core=True), by=found.officer, now=table.now)
    assert found.study.houses.get().circles == {"table", "core"}


def test_a_house_that_did_not_say_yes_lets_no_circle_in(table: Table) -> None:
    """F63: silence is no yes, and one office is not both."""
    found = proposed(table)
    assert found.study.houses.get().circles == set()
    say_on_study(word(found, with_core=True), by=found.director, now=table.tick())
    assert found.study.houses.get().circles == set()


def test_a_no_said_later_ends_access_at_once(table: Table) -> None:
    """V8: an office that says no takes back what it gave."""
    found, _ = released(table)
    assert StudyDossier.objects.visible_to(found.lead.user, table.now).exists()
    say_on_study(word(found, says=False), by=found.officer, now=table.tick())
    assert not StudyDossier.objects.visible_to(found.lead.user, table.now).exists()


def test_access_ends_with_the_study_the_name_and_the_appointment(
    table: Table,
) -> None:
    """V8, F63: whichever of them ends first."""
    found, _ = released(table)
    user = found.coder.user

    def reads() -> bool:
        return StudyDossier.objects.visible_to(user, table.now).exists()

    assert reads()
    later = table.now + timedelta(days=201)
    assert not StudyDossier.objects.visible_to(user, later).exists()
    user.appointments.update(until=timezone.localdate(table.now) - timedelta(days=1))
    assert not reads()
    user.appointments.update(until=None)
    assert reads()
    let_researcher_go(found.coder, by=found.director, now=table.now)
    assert not reads()


def test_an_ended_study_is_read_by_nobody(table: Table) -> None:
    found, _ = released(table)
    end_study(found.study, "klaar", by=found.officer, now=table.now)
    assert not Study.objects.researched_by(found.lead.user, table.now).exists()
    assert Study.objects.decided_by(found.director.user, table.now).exists()


def test_the_same_seed_draws_the_same_dossiers(table: Table) -> None:
    """F63: a draw can be repeated by anybody who knows the seed."""
    for _ in range(5):
        Table(table.house)
    found = approved(table, choosing=Study.Choosing.CHANCE, most=3)
    first = drawn(found.study)
    assert len(first) == 3
    assert drawn(found.study) == first
    found.study.seed += 1
    seeds = {tuple(drawn(found.study))}
    for seed in range(30):
        found.study.seed = seed
        seeds.add(tuple(drawn(found.study)))
    assert len(seeds) > 3


def test_dossiers_are_chosen_once(table: Table) -> None:
    found = approved(table)
    draw_dossiers(found.study, by=found.director, now=table.now)
    with pytest.raises(ValidationError):
        draw_dossiers(found.study, by=found.director, now=table.now)
    assert found.study.dossiers.count() == 1


def test_only_the_process_director_proposes_and_only_the_offices_decide(
    table: Table,
) -> None:
    found = proposed(table)
    partner = table.seat("police")
    by = partner.user.appointments.get()
    with pytest.raises(Refused):
        say_on_study(word(found), by=by, now=table.now)
    with pytest.raises(Refused):
        draw_dossiers(found.study, by=found.officer, now=table.now)


def test_a_study_is_not_read_longer_than_its_houses_let(table: Table) -> None:
    """S57: how long is a house rule."""
    with pytest.raises(ValidationError) as wrong:
        proposed(table, ends_on=timezone.localdate(table.now) + timedelta(days=2_000))
    assert "ends_on" in wrong.value.message_dict


def test_only_evaluators_research(table: Table) -> None:
    found = proposed(table)
    assert {each.task for each in found.study.members.all()} == {
        StudyMember.Task.LEAD,
        StudyMember.Task.CODER,
    }
    from expliciet.evaluation.actions.studies import name_researcher

    with pytest.raises(ValidationError):
        name_researcher(
            found.study,
            found.officer.user,
            StudyMember.Task.CODER,
            by=found.director,
            now=table.now,
        )


def test_each_deed_leaves_its_line(table: Table, trail: Trail) -> None:
    """V9."""
    trail()
    found = proposed(table)
    assert Action.STUDY_MADE in trail()
    say_on_study(word(found), by=found.director, now=table.now)
    assert trail() == [Action.STUDY_DECIDED]
