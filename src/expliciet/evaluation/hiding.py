"""The names of a dossier in a study, and what still looks like one after masking."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from django.db import models
from django.utils import translation

from ..accounts.models import Organisation
from ..dossiers.models import Seat
from .masking.by_hand import by_hand
from .masking.known_words import is_given
from .masking.masking import Masked
from .masking.name_check import Finding, look
from .masking.names import Names, names_of
from .models import StudyDossier, StudyText
from .telling import LANGUAGE, Named, labels_within

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
        Looked(text, each.text, without_labels(text.kind, each.text, look(each)))
        for text, each in zip(texts, masked, strict=True)
    ]
    return found, names.unread


def without_labels(kind: str, words: str, found: list[Finding]) -> list[Finding]:
    """All but what we put before a line ourselves, such as “Door wie”; a name by itself
    is asked about also there."""
    with translation.override(LANGUAGE):
        ours = {each for each in labels_within(kind) if not is_given(each)}
    spans = [
        range(line.start(), line.end())
        for line in re.finditer(r"^[^:\n]+(?=: )", words, re.MULTILINE)
        if line[0] in ours
    ]
    return [each for each in found if not any(each.start in span for span in spans)]
