"""What may carry a finding, and what is asked where it stands on little (F67)."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Coding, Evidence, Settling, StudyMember, StudyText
from .models.coding import CodingQuerySet

NOTHING = _("Nothing carries this finding yet. Which passage or figure shows it?")
ONE_SOURCE = _(
    "All of it comes from one source. Is it seen anywhere else, or only there?"
)
NOTHING_AGAINST = _(
    "Nothing against it was looked for. Where would you see that it is otherwise?"
)


def usable(member: StudyMember, now: datetime) -> CodingQuerySet:
    """Passages that this researcher may lay under a finding: their own, and others'
    once both are done with that dossier, as far as they may read them now; not where
    they settled that the code does not apply."""
    rejected = Settling.objects.filter(
        text=OuterRef("text"), code=OuterRef("code"), applies=False
    )
    readable = StudyText.objects.visible_to(member.user, now).order_by().values("pk")
    return (
        Coding.objects.visible_to(member)
        .standing()
        .filter(Q(line__isnull=False) | Q(text__in=readable), ~Exists(rejected))
    )


class Stand(NamedTuple):
    """One piece of evidence: on which side, and from which source."""

    speaks: str
    source: uuid.UUID | None


def stands(evidence: Iterable[Evidence]) -> list[Stand]:
    return [Stand(each.speaks, source_of(each)) for each in evidence]


def source_of(evidence: Evidence) -> uuid.UUID | None:
    """A dossier, a conversation or a reconstruction: not the passage itself."""
    coding = evidence.coding
    if coding is None:
        return evidence.reconstruction_id
    if coding.line:
        return coding.line.conversation_id
    return coding.text.study_dossier_id if coding.text else None


def questions(evidence: Iterable[Evidence]) -> list[Promise]:
    """What is asked of whoever wrote the finding; it never keeps them from going on."""
    found = stands(evidence)
    carrying = {each.source for each in found if each.speaks == Evidence.Speaks.FOR}
    asked: list[Promise] = []
    if not carrying:
        asked.append(NOTHING)
    elif len(carrying) == 1:
        asked.append(ONE_SOURCE)
    if carrying and not any(each.speaks == Evidence.Speaks.AGAINST for each in found):
        asked.append(NOTHING_AGAINST)
    return asked
