"""Passages as a researcher may read them now: words where they stand, or what became
of them."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...audit.actions import Action
from ...evaluation.models import Coding, StudyDossier, StudyMember, StudyText
from ..reading import Look

DESTROYED = _("destroyed with its dossier")
AWAY = _("its table took the dossier back, or the dossier ended")
CLOSED = _("withdrawn since, or no longer included by its house")
BLIND = _("coded by another: you read it once you are both done with that dossier")
BLIND_HERE = _("coded by another: you read it once you two were compared")


class Passage(NamedTuple):
    """Where it stands by number, under which code, and the words; or why not."""

    coding: Coding
    words: str | None
    gone: str | Promise = ""

    @property
    def dossier(self) -> int | None:
        text = self.coding.text
        return text.study_dossier.number if text else None

    @property
    def conversation(self) -> int | None:
        line = self.coding.line
        return line.conversation.number if line else None

    @property
    def place(self) -> int:
        """The number of the text in its dossier, or of the line in its talk."""
        where = self.coding.line or self.coding.text
        return where.number if where else 0


class Read(NamedTuple):
    """Passages by coding, and the lines that reading them leaves."""

    by_coding: dict[UUID, Passage]
    looks: list[Look]


WITH = (
    "code",
    "coder",
    "line__conversation",
    "text__study_dossier__dossier",
    "text__study_dossier__study",
)
"""What is looked up along with a coding."""


def read(codings: Iterable[Coding], member: StudyMember, now: datetime) -> Read:
    """A few questions for any number of them; only the dossiers that this researcher
    may read now are unlocked."""
    codings = list(codings)
    seen = set(
        Coding.objects.visible_to(member)
        .filter(pk__in={each.pk for each in codings})
        .order_by()
        .values_list("pk", flat=True)
    )
    asked = {each.text.study_dossier_id for each in codings if each.text}
    open_ = {
        each.pk: each
        for each in StudyDossier.objects.visible_to(member.user, now)
        .filter(pk__in=asked, study=member.study_id)
        .select_related("study", "dossier")
    }
    texts = set(
        StudyText.objects.filter(codings__in=[each.pk for each in codings])
        .open()
        .order_by()
        .values_list("pk", flat=True)
    )
    for dossier in open_.values():
        dossier.unlock()
    found = {each.pk: passage(each, seen, open_, texts) for each in codings}
    told = {
        each.coding.text.study_dossier_id
        for each in found.values()
        if each.coding.text and each.words
    }
    looks = [
        Look(Action.STUDY_TEXTS_READ, by=member, about=open_[pk])
        for pk in sorted(told, key=str)
    ]
    return Read(found, looks)


def passage(
    coding: Coding,
    seen: set[UUID],
    open_: dict[UUID, StudyDossier],
    texts: set[UUID],
) -> Passage:
    if coding.pk not in seen:
        return Passage(coding, None, BLIND_HERE if coding.line else BLIND)
    if coding.text and coding.text.study_dossier_id not in open_:
        return Passage(coding, None, AWAY)
    if coding.text and coding.text_id not in texts:
        return Passage(coding, None, CLOSED)
    words = coding.passage
    return Passage(coding, words, DESTROYED if words is None else "")
