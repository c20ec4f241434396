"""Deeds around a study, and how each is done: from proposing it to releasing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from ..evaluation.actions.releasing import (
    hide_by_hand,
    mask_dossier,
    release_dossier,
)
from ..evaluation.actions.studies import draw_dossiers, make_study, say_on_study
from ..evaluation.models import (
    HandMask,
    Study,
    StudyApproval,
    StudyDossier,
    StudyMember,
)
from ..vault.keyring import keyring
from .deeds import Elsewhere, Story, Worded
from .partners import Colleague
from .playing import play
from .stage import Stage

Task = StudyMember.Task


@dataclass(frozen=True, kw_only=True)
class Proposes(Elsewhere):
    """Proposes a study; questions stand one a line, days are written as in `weeks`."""

    study: str
    name: str
    commissioner: str
    ground: str
    interpretation: tuple[str, ...]
    scaling: tuple[str, ...]
    cooperation: tuple[str, ...]
    begins: str
    until: str
    ends: str
    researchers: tuple[tuple[Colleague, Task], ...]
    follows: str = ""


@dataclass(frozen=True, kw_only=True)
class LetsLook(Elsewhere, Worded):
    """An office of the house says yes, and why."""

    study: str
    with_core: bool = False


@dataclass(frozen=True, kw_only=True)
class Draws(Elsewhere):
    study: str


@dataclass(frozen=True, kw_only=True)
class Masks(Elsewhere):
    study: str
    dossier: str


@dataclass(frozen=True, kw_only=True)
class Hides(Elsewhere):
    """Hides by hand what the check of names still asked about."""

    study: str
    dossier: str
    hides: str
    shown_as: str


@dataclass(frozen=True, kw_only=True)
class Releases(Elsewhere):
    study: str
    dossier: str


def member(stage: Stage, study: str, who: Colleague) -> StudyMember:
    return StudyMember.objects.select_related("study", "user").get(
        study=stage.made[Study, study], user__email=who.email
    )


def chosen(stage: Stage, study: str, dossier: str) -> StudyDossier:
    return StudyDossier.objects.select_related("study", "dossier").get(
        study=stage.made[Study, study], dossier=stage.dossiers[dossier]
    )


@contextmanager
def researching(stage: Stage, study: str, who: Colleague) -> Iterator[StudyMember]:
    """As this researcher: able to read what researchers of the study share."""
    with keyring():
        by = member(stage, study, who)
        by.study.unlock_work()
        yield by


@play.register
def _(deed: Proposes, _story: Story, stage: Stage, now: datetime) -> None:
    day, told = stage.calendar.day, stage.calendar.told
    study = Study(
        name=deed.name,
        commissioner=deed.commissioner,
        ground=told(deed.ground, now),
        asks_interpretation="\n".join(deed.interpretation),
        asks_scaling="\n".join(deed.scaling),
        asks_cooperation="\n".join(deed.cooperation),
        begins_on=day(deed.begins),
        until=day(deed.until),
        ends_on=day(deed.ends),
        follows=stage.kept(Study, deed.follows) if deed.follows else None,
    )
    named = {stage.appointment(who).user: task for who, task in deed.researchers}
    with keyring():
        make_study(study, [], named, by=stage.appointment(deed.by), now=now)
    stage.keep(study, deed.study)


@play.register
def _(deed: LetsLook, _story: Story, stage: Stage, now: datetime) -> None:
    with keyring():
        study = stage.kept(Study, deed.study)
        study.unlock_cover()
        word = StudyApproval(
            at_house=study.houses.get(house=stage.house),
            says=True,
            with_core=deed.with_core,
            why=stage.calendar.told(deed.words, now),
        )
        say_on_study(word, by=stage.appointment(deed.by), now=now)


@play.register
def _(deed: Draws, _story: Story, stage: Stage, now: datetime) -> None:
    with keyring():
        study = stage.kept(Study, deed.study)
        draw_dossiers(study, by=stage.appointment(deed.by), now=now)


@play.register
def _(deed: Masks, _story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(Story(deed.dossier, ()), deed.by, now) as by:
        mask_dossier(chosen(stage, deed.study, deed.dossier), by=by, now=now)


@play.register
def _(deed: Hides, _story: Story, stage: Stage, now: datetime) -> None:
    mask = HandMask(
        study_dossier=chosen(stage, deed.study, deed.dossier),
        hides=deed.hides,
        shown_as=deed.shown_as,
    )
    with stage.sitting(Story(deed.dossier, ()), deed.by, now) as by:
        hide_by_hand(mask, by=by, now=now)


@play.register
def _(deed: Releases, _story: Story, stage: Stage, now: datetime) -> None:
    with stage.sitting(Story(deed.dossier, ()), deed.by, now) as by:
        release_dossier(chosen(stage, deed.study, deed.dossier), by=by, now=now)
