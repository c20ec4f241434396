"""What a person chose to mask by hand, in all texts of a dossier alike."""

from collections.abc import Collection, Iterable, Mapping

from ...rules.actors.people import tokens
from ...rules.words import Words
from .masking import LONGEST_LABEL, Masked, Masker

NO_WORDS = Words(
    "Kies minstens één woord of getal om te maskeren.",
    "Choose at least one word or number to mask.",
)
NO_LABEL = Words(
    "Schrijf wat er voor in de plaats komt, in een paar woorden en zonder haken.",
    "Write what takes its place, in a few words and without brackets.",
)


def wrong_with(words: str, label: str) -> Words | None:
    """Why this cannot be a mask, in plain words; nothing when it can."""
    if not tokens(words):
        return NO_WORDS
    told = label.strip()
    if not told or len(told) > LONGEST_LABEL or set(told) & set("[]\n"):
        return NO_LABEL
    return None


def by_hand(
    texts: Iterable[str], masks: Mapping[str, str], *, labels: Collection[str] = ()
) -> list[Masked]:
    """These texts with a label for the words that somebody chose, whole words only.

    `labels` are those already in the texts, which stay as they are. Doing it again
    changes nothing.
    """
    masker = Masker({}, called=masks, labels=labels, numbers=False)
    return [masker.mask(text) for text in texts]
