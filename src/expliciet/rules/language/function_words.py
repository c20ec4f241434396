"""The small words that hold a sentence together: omdat, van, daarna."""

from .tokens import Token
from .word_files import word_lists

_LISTS = word_lists("words.txt")
SUBORDINATORS = _LISTS["subordinators"]
SUBORDINATORS_AT_TIMES = _LISTS["subordinators at times"]
PREPOSITIONS = _LISTS["prepositions"]
ADVERBS = _LISTS["adverbs"]


def sends_the_subject_back(first: Token) -> bool:
    """In front of the verb, this puts the subject behind it: "Op 3 mei belt zij"."""
    return first.low in PREPOSITIONS or first.low in ADVERBS or first.text[0].isdigit()
