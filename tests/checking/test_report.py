"""A report says what was asked about a text, and where."""

from hypothesis import given, settings
from hypothesis import strategies as st

from expliciet.checking import PHENOMENA, Place, examine, phenomenon_name
from expliciet.rules import Severity
from expliciet.rules.catalogue import catalogue
from tests.checking.reports import report

TEXT = "Er wordt gebeld.\nGemeente pakt het op.\nWe doen het z.s.m. met ABC."


def sample():
    return report(
        TEXT, ("EX117", "ABC"), ("EX101", "wordt gebeld"), ("EX106", "pakt het op")
    )


def test_the_first_are_the_gravest_and_then_the_earliest():
    assert [f.code for f in sample().first(2)] == ["EX101", "EX106"]


def test_what_is_not_among_the_first_is_counted():
    assert sample().rest(2) == 1
    assert sample().rest(5) == 0


def test_phenomena_are_counted_by_their_plain_names():
    counted = report(TEXT, ("EX101", "wordt"), ("EX101", "gebeld"), ("EX117", "ABC"))
    assert [(words.nl, count) for _, words, count in counted.phenomena()] == [
        ("niemand doet het", 2),
        ("onbekende afkorting", 1),
    ]


def test_every_phenomenon_of_a_text_rule_has_a_plain_name():
    assert {r.phenomenon for r in catalogue() if r.code < "EX2"} <= set(PHENOMENA)


def test_a_phenomenon_without_a_plain_name_is_called_by_its_own_words():
    assert phenomenon_name("something_new").nl == "something new"


def test_only_findings_of_enough_weight_reach_a_threshold():
    reached = sample().at_or_above(Severity.WARNING)
    assert {f.code for f in reached} == {"EX101", "EX106"}


def test_a_place_is_a_line_and_a_column_counted_from_one():
    at = TEXT.index("pakt")
    assert sample().place(at) == Place(2, 10)
    assert sample().place(0) == Place(1, 1)


def test_leaving_questions_out_leaves_the_text_alone():
    kept = sample().keeping(lambda finding: finding.code == "EX117")
    assert [f.code for f in kept.findings] == ["EX117"]
    assert kept.text == TEXT


def test_minutes_that_leave_everything_open_get_questions_by_place():
    found = examine("Er wordt contact gezocht.\n\nDit wordt z.s.m. opgepakt.").findings
    assert found
    assert list(found) == sorted(found, key=lambda f: (f.start, f.end, f.code))


def test_half_a_character_keeps_every_other_offset_in_place():
    whole = examine("x. Er wordt contact gezocht met de moeder.")
    half = examine("\ud800. Er wordt contact gezocht met de moeder.")
    assert [f.start for f in half.findings] == [f.start for f in whole.findings]
    assert "\ud800" not in half.text


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_gets_spans_inside_it_and_the_same_ones_again(text):
    once, again = examine(text), examine(text)
    assert once == again
    for found in once.findings:
        assert 0 <= found.start <= found.end <= len(text)
        assert once.place(found.start).line <= text.count("\n") + 1
