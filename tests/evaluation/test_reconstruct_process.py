"""F58, N15: figures of a study are counted once, and stand; few are never told."""

from collections.abc import Iterator
from copy import copy
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.evaluation.actions.reconstructing import (
    reconstruct_process,
)
from expliciet.evaluation.figure_tables import frozen
from expliciet.evaluation.models import Reconstruction, Study, StudyMember, Subject
from expliciet.evaluation.reconstruction import (
    ALL,
    Cell,
    Figures,
    Period,
    reconstruct,
    suppressed,
)
from tests.evaluation.finding import destroyed
from tests.evaluation.reporting import Course

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def test_what_is_frozen_is_what_was_counted_without_what_is_too_few() -> None:
    found = Course(busy=3, steps=4)
    found.add(steps=6)
    now = timezone.now()
    made = found.counted(now)
    period = Period(found.study.begins_on, found.study.until)
    bare = reconstruct(found.dossiers, period, now)
    assert frozen(made) == suppressed(bare, 3)
    assert any(each.is_shown for each in cells(frozen(made)))
    assert bare.measure("scalings").cell(ALL).number == 1
    assert frozen(made).measure("scalings").cell(ALL).number is None
    line = Line.objects.get(action=Action.PROCESS_RECONSTRUCTED)
    assert (line.object_id, line.count) == (made.pk, 5)


def cells(figures: Figures) -> Iterator[Cell]:
    for measure in figures.measures:
        for row in measure.cells.values():
            yield from row.values()


def test_figures_stand_when_a_dossier_is_destroyed() -> None:
    """V18: nobody learns of one dossier from the difference."""
    found = Course(busy=3, steps=3)
    made = found.counted()
    before = frozen(Reconstruction.objects.get(pk=made.pk))
    destroyed(found.study.dossiers.last())
    after = Reconstruction.objects.get(pk=made.pk)
    assert frozen(after) == before
    assert after.dossiers.count() == 4


def test_fewer_than_the_smallest_group_is_not_counted() -> None:
    found = Course(busy=1, steps=0)
    with pytest.raises(ValidationError, match="fewer than 3 released"):
        found.counted()
    assert not Reconstruction.objects.exists()


def test_the_same_dossiers_may_be_counted_again_and_two_more_may_not() -> None:
    found = Course(busy=3, steps=0)
    found.counted()
    found.counted()
    found.add(steps=0)
    with pytest.raises(ValidationError, match="differ too little"):
        found.counted()
    found.add(steps=0)
    found.add(steps=0)
    found.counted()
    assert Reconstruction.objects.count() == 3


def test_another_study_of_the_same_house_is_laid_beside_it_too() -> None:
    """Suppression withstands differencing between two selections, also of others."""
    first = Course(busy=3, steps=0)
    first.counted()
    other = beside(first)
    for dossier in first.dossiers[1:]:
        other.let_in(dossier)
    with pytest.raises(ValidationError, match="differ too little"):
        other.counted()
    other.let_in(first.dossiers[0])
    other.counted()
    assert other.study.reconstructions.count() == 1


def test_a_few_days_more_or_less_are_not_told_either() -> None:
    first = Course(busy=3, steps=0)
    first.counted()
    other = beside(first, until=first.study.until - timedelta(days=2))
    for dossier in first.dossiers:
        other.let_in(dossier)
    with pytest.raises(ValidationError, match="nearly the same time"):
        other.counted()


def beside(first: Course, **facts: Any) -> Course:
    """Another study of the same house, by the same researcher, without dossiers."""
    other = copy(first)
    other.study = Study.objects.get(pk=first.study.pk)
    other.study.pk, other.study._state.adding = uuid4(), True
    sealed = ("name", "commissioner", "ground", "ended_why")
    for name in (*sealed, *(f"asks_{each}" for each in Subject.values)):
        setattr(other.study, name, "verzonnen")
    for name, value in facts.items():
        setattr(other.study, name, value)
    other.study.unlock_work()
    other.study.save(force_insert=True)
    now, house = first.now, first.table.house
    other.study.houses.create(house=house, asked_at=now, released_at=now)
    other.lead = other.study.members.create(
        user=first.lead.user, task=StudyMember.Task.LEAD, joined_at=now
    )
    return other


def test_only_what_is_released_now_is_counted() -> None:
    found = Course(busy=4, steps=0)
    gone = found.study.dossiers.last()
    gone.taken_back_at = timezone.now()
    gone.save()
    made = found.counted()
    assert frozen(made).dossiers == 4
    assert gone not in made.dossiers.all()


def test_only_who_researches_it_now_may_count() -> None:
    found = Course(busy=3, steps=0)
    found.lead.left_at = timezone.now()
    found.lead.save()
    with pytest.raises(Refused):
        reconstruct_process(by=found.lead, now=timezone.now())


def test_two_periods_are_laid_beside_each_other_where_they_cut_a_half_year() -> None:
    year = Period(date(2025, 1, 1), date(2025, 12, 31))
    half = Period(date(2025, 1, 1), date(2025, 6, 30))
    cut = Period(date(2025, 1, 1), date(2025, 6, 29))
    later = Period(date(2026, 2, 3), date(2026, 8, 4))
    assert not year.is_cut_beside(half)
    assert not cut.is_cut_beside(cut)
    assert not cut.is_cut_beside(later)
    assert cut.is_cut_beside(half)
    assert year.is_cut_beside(cut)
