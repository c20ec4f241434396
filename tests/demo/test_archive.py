"""The closed dossiers of Duinmeer, and the figures to which they give a ground."""

from dataclasses import fields

import pytest
from django.utils import timezone

from expliciet.casework.models import Closure
from expliciet.demo.archiving import story_of
from expliciet.demo.deeds import Story
from expliciet.demo.duinmeer.archive import ARCHIVE
from expliciet.demo.duinmeer.last_year import LAST_YEAR
from expliciet.demo.weeks import Calendar
from expliciet.dossiers.models import Dossier, Question, Seat
from expliciet.evaluation.figured import figures_of
from expliciet.evaluation.models import Reconstruction, Scan, StudyDossier
from expliciet.vault.keyring import keyring
from tests.demo.conftest import Duinmeer
from tests.demo.test_stories import MEASURES, ORIGIN_AND_BELIEF

pytestmark = pytest.mark.django_db

STORIES = [story_of(past) for past in (*LAST_YEAR, *ARCHIVE)]
NAMES = [past.name for past in ARCHIVE]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_each_is_told_in_the_order_of_its_days_and_long_over(story: Story) -> None:
    calendar = Calendar(timezone.now())
    moments = [calendar.moment(deed.when) for deed in story.deeds]
    assert moments == sorted(moments)
    assert moments[-1] < calendar.moment("-8 ma 09:00")


def test_nobody_in_it_is_described_by_origin_or_belief_and_nobody_is_measured() -> None:
    """S22, and no figure about a person."""
    texts = [
        words
        for story in STORIES
        for deed in story.deeds
        for field in fields(deed)
        if isinstance(words := getattr(deed, field.name), str)
    ]
    assert len(texts) > 300
    assert [words for words in texts if ORIGIN_AND_BELIEF.search(words)] == []
    assert [words for words in texts if MEASURES.search(words)] == []


def test_each_went_from_report_or_weighing_to_its_closing(duinmeer: Duinmeer) -> None:
    """S44: closed, with a card for whoever looks again."""
    closed = Dossier.objects.filter(working_name__in=NAMES)
    assert len(closed) == len(ARCHIVE) == 6
    assert {dossier.phase for dossier in closed} == {"closed"}
    assert Closure.objects.filter(dossier__in=closed).count() == 6
    now = timezone.now()
    held = Seat.objects.filter(dossier__in=closed).active(now)
    assert {seat.role for seat in held} == {Seat.Role.AFTERCARE}


def test_the_study_reads_every_one_of_them(duinmeer: Duinmeer) -> None:
    """F63: masked and released while whoever led the table still led it."""
    chosen = StudyDossier.objects.filter(dossier__working_name__in=NAMES)
    assert len(chosen) == 6
    assert all(each.released_at and each.study_texts.count() > 12 for each in chosen)


def test_of_last_year_there_are_facts_beside_the_scan(duinmeer: Duinmeer) -> None:
    """N22: what partners say of the cooperation beside what records show of it."""
    opened = Scan.objects.exclude(opened_at=None).get()
    with keyring():
        opened.unlock([])
        facts = figures_of(Reconstruction(figures=opened.figures))
    began = [past.begun for past in LAST_YEAR]
    calendar = Calendar(timezone.now())
    if {calendar.day(f"{week} ma").year for week in began} == {opened.year}:
        assert any(part.number for part in facts["agreements"].parts)


def test_what_the_checker_asked_was_kept_both_ways(duinmeer: Duinmeer) -> None:
    """F86."""
    outcomes = Question.objects.values_list("outcome", flat=True)
    assert set(outcomes) == set(Question.Outcome)


def test_the_course_shows_figures_in_most_themes(duinmeer: Duinmeer) -> None:
    """F58: with the smallest group of the house, and nothing below it."""
    counted = Reconstruction.objects.get()
    with keyring():
        counted.study.unlock_work()
        shown = {
            name: [part.number for part in figures_of(counted)[name].parts]
            for name in SHOWN
        }
    for name, numbers in shown.items():
        assert any(numbers), name
        assert all(number is None or number >= 3 for number in numbers), name


SHOWN = (
    "reports",
    "weighings",
    "decisions",
    "scalings",
    "expectations",
    "agreements",
    "impasses",
    "readings",
    "explicitness",
)
