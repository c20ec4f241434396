"""What holds for every line, every table and every day."""

import re
from collections import Counter
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expliciet.rules import Party
from expliciet.rules.entry import read_entry
from tests.rules.entry.test_reading import TABLE

PIECES = (
    "Bo Kim wijkagent politie school de het van ( ) / , en ik wij iedereen mevrouw "
    "dhr. belt zoekt uit wordt door gebeld opvragen besluit: verwacht van : dat zij "
    "klaar als want omdat i.v.m. vóór vrijdag vr. 3-12 30 februari zodra het vonnis er "
    "is z.s.m. wekelijks tot 1 februari – - . ; \n é ß İ \u0301 idee: rooster om te"
).split(" ")
lines = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES)).map(" ".join))
tables = st.sampled_from(
    [(), TABLE, (Party("", "", ""), Party("Bo"), Party("Bo", "x"))]
)
todays = st.dates()
typists = st.sampled_from([None, Party("Bo"), TABLE[0]])


def words(text):
    return Counter(re.findall(r"[^\W_]+", text))


@given(lines, tables, todays, typists)
def test_no_part_holds_a_word_that_was_not_typed(line, people, today, by):
    entry = read_entry(line, today=today, people=people, by=by)
    for part in (entry.deed, entry.done_when, entry.reason, entry.trigger):
        assert words(part) <= words(line)


@given(lines, tables, todays, typists)
def test_a_line_with_words_leaves_a_deed(line, people, today, by):
    entry = read_entry(line, today=today, people=people, by=by)
    assert entry.deed or not words(line)


@given(lines, tables, todays)
def test_no_day_shown_lies_before_today(line, people, today):
    entry = read_entry(line, today=today, people=people)
    assert entry.due is None or entry.until is None
    for day in (entry.due, entry.until):
        assert day is None or day >= today
    if entry.kind.is_to_be_done:
        sure = entry.due or entry.until or entry.trigger
        assert sure or "due" in entry.lacks


@given(lines, tables, todays, typists)
def test_the_same_line_means_the_same_twice(line, people, today, by):
    first = read_entry(line, today=today, people=people, by=by)
    assert first == read_entry(line, today=today, people=people, by=by)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "( ",
        "Bo ",
        "klaar als ",
        ", want ",
        "verwacht van ",
        "om te ",
        "3-12 ",
        " ",
        "–",
        "belt ",
        "van de ",
        "i.v.m. ",
        "é",
        "\n",
        "zodra ",
        "Bo en ",
    ],
)
def test_a_line_twice_as_long_takes_about_twice_as_long(piece):
    def seconds(length):
        line = (piece * length)[:length]
        taken = []
        for _ in range(3):
            begin = process_time()
            read_entry(line, today=date(2026, 11, 26), people=TABLE)
            taken.append(process_time() - begin)
        return min(taken)

    seconds(100)
    assert seconds(10_000) < 3 * seconds(5_000) + 0.02
