"""The names of a dossier in a study, and what still looks like one after masking."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from django.db import models

from ..accounts.models import Organisation
from ..dossiers.models import Seat
from .masking.by_hand import by_hand
from .masking.masking import Masked
from .masking.name_check import Finding, look
from .masking.names import Names, names_of
from .models import StudyDossier, StudyText
from .telling import Named

SOMEBODY = "medewerker"
"""Of whom the dossier tells no more."""


class Looked(NamedTuple):
    """A masked text, and whatever in it still asks to be looked at."""

    text: StudyText
    words: str
    findings: list[Finding]


def names_for(chosen: StudyDossier, seat: Seat) -> Names:
    """As far as this seat may read them; labels of use in this study alone."""
    return names_of(seat, seed=str(chosen.study_id))


def named_by(names: Names) -> Named:
    """The role of an organisation, or of somebody who sits for one."""

    def named(kind: type[models.Model], pk: UUID) -> str:
        if issubclass(kind, Organisation):
            return names.of_organisation.get(pk, "partner")
        return names.of_seat.get(pk, SOMEBODY)

    return named


def with_hand_masks(
    texts: Iterable[str], masks: Mapping[str, str], labels: Collection[str]
) -> list[Masked]:
    """These texts with what was chosen by hand; labels already there stay."""
    return by_hand(texts, masks, labels=labels)


def looked_at(
    chosen: StudyDossier, seat: Seat, masks: Mapping[str, str]
) -> tuple[list[Looked], int]:
    """Each masked text with what may still be a name; and how many names could not be
    read from this seat, so that nothing but this check finds them."""
    names = names_for(chosen, seat)
    texts = list(chosen.study_texts.all())
    words = [text.words or "" for text in texts]
    masked = with_hand_masks(words, masks, names.masker().labels)
    found = [
        Looked(text, each.text, look(each))
        for text, each in zip(texts, masked, strict=True)
    ]
    return found, names.unread
