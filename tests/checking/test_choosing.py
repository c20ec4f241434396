"""Rules and phenomena are found by the names people give them."""

import pytest

from expliciet.checking import (
    Refused,
    a_day,
    a_language,
    a_severity,
    chosen,
    find_rule,
    in_words,
)
from expliciet.rules import Severity


def test_a_rule_is_found_in_small_letters_too():
    assert find_rule(" ex107 ").code == "EX107"


def test_an_unknown_rule_is_refused_with_the_nearest():
    with pytest.raises(Refused, match="EX117"):
        find_rule("EX177")


def test_codes_and_phenomena_may_stand_side_by_side():
    assert chosen(["ex101, time_vague", "HEDGE"]) == {"EX101", "time_vague", "hedge"}


def test_an_unknown_phenomenon_is_refused_with_the_nearest():
    with pytest.raises(Refused, match="time_vague"):
        chosen(["time_vage"])


@pytest.mark.parametrize(
    ("read", "would"),
    [
        (a_day, "2026-11-24"),
        (a_language, "nl of en"),
        (a_severity, "tip, waarschuwing of fout"),
    ],
)
def test_what_means_nothing_is_refused_with_what_would(read, would):
    with pytest.raises(Refused, match=would):
        read("wat")


def test_counts_are_said_in_words():
    counts = {Severity.ERROR: 1, Severity.WARNING: 0, Severity.TIP: 2}
    assert in_words(counts) == "1 fout en 2 tips"
    assert in_words(counts, "en") == "1 error and 2 tips"
    assert in_words({}) == "geen vragen"
