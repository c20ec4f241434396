"""What holds for every text and every day."""

from datetime import date
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from expliciet.rules.times import Role, due_time, find_times, read_time

PIECES = (
    "op in vóór voor tot t/m uiterlijk binnen over na van sinds d.d. zodra als elke "
    "per de het een twee 3 15e 31 2027 '26 3-12 12/1 29-02 2026-12-03 volgende deze "
    "komende week weken dag werkdagen maand jaar uur vrijdag dinsdagochtend do ma "
    "januari mei dec. feb eind begin half weekend overleg ICO keer vonnis er is "
    "belt Bo , . ( ) \n z.s.m. later Q1 dagelijks blijft tussen en a.s. jl. geleden "
    "vóór é ß İ \u0301"
).split(" ")
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES)).map(" ".join))
todays = st.dates(date(1990, 1, 1), date(2100, 12, 31))
meetings = st.none() | todays
ongoings = st.sampled_from([None, True, False])


@given(texts, todays, meetings, ongoings)
def test_times_lie_in_the_text_in_order_and_apart(text, today, meeting, ongoing):
    reached = 0
    for time in find_times(text, today, next_meeting=meeting, ongoing=ongoing):
        assert reached <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == time.words
        assert time.trigger is None or time.trigger in time.words
        reached = time.end


@given(texts, todays, meetings, ongoings)
def test_no_day_is_due_before_today(text, today, meeting, ongoing):
    for time in find_times(text, today, next_meeting=meeting, ongoing=ongoing):
        assert time.due is None or time.until is None
        last = time.due or time.until
        assert last is None or last >= today
        assert last is None or time.asks is None
        assert time.role is not Role.END or time.due is None


@given(texts, todays, meetings)
def test_the_same_text_means_the_same_twice(text, today, meeting):
    first = find_times(text, today, next_meeting=meeting)
    assert first == find_times(text, today, next_meeting=meeting)
    chosen = due_time(text, today, next_meeting=meeting)
    assert chosen is None or chosen in first


@given(texts, todays)
def test_a_field_is_read_at_its_own_place(text, today):
    time = read_time(text, today)
    assert time is None or text[time.start : time.end] == time.words


@given(st.sampled_from([date.min, date.max, date(1, 1, 5), date(9999, 12, 30)]), texts)
@example(date.min, "voor deze ma:")
def test_the_ends_of_the_calendar_are_no_cliff(today, text):
    for time in find_times(f"{text} over twee weken, vorige maand", today):
        assert time.due is None or time.due >= today


@pytest.mark.parametrize(
    "piece",
    [
        "op ",
        "3 ",
        "volgende ",
        "uiterlijk ",
        "twee weken na ",
        "zodra ",
        "als de ",
        "na het ",
        "vrijdag t/m ",
        "van 3 ",
        "3-",
        "tot 1 februari ",
        "een week voor ",
        " \n",
        "vrijdag 3 ",
    ],
)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece):
    def seconds(count):
        text = piece * count
        start = process_time()
        find_times(text, date(2026, 11, 23))
        return process_time() - start

    seconds(10)
    small = min(seconds(400) for _ in range(3))
    assert min(seconds(4000) for _ in range(2)) < 30 * small + 0.05
