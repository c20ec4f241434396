"""Nothing of a text stays behind when its questions have been asked."""

from expliciet.rules import Item, check
from expliciet.rules.language import cues


def test_no_sentence_stays_in_memory_after_a_check():
    """What people typed about a person is gone when the answer has been given."""
    assert check(Item("minutes", {"text": "De zorgen worden later opgepakt."}))
    assert cues._taken_in.cache_info().currsize == 0
