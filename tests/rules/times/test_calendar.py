"""The Dutch calendar, against tables written out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expliciet.rules.times import (
    add_working_days,
    easter,
    is_working_day,
    public_holidays,
    working_days_between,
)
from expliciet.rules.times.calendar import (
    add_months,
    in_week_of,
    last_weekday,
    month_end,
    next_weekday,
)

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "sunday",
    [
        "1961-04-02",
        "2000-04-23",
        "2008-03-23",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2038-04-25",
        "2285-03-22",
    ],
)
def test_easter_falls_where_the_almanac_says(sunday):
    day = date.fromisoformat(sunday)
    assert easter(day.year) == day


HOLIDAYS = {
    2024: "01-01 03-29 04-01 04-27 05-05 05-09 05-20 12-25 12-26",
    2025: "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26",
    2026: "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26",
    2027: "01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26",
}


@pytest.mark.parametrize("year", HOLIDAYS)
def test_the_public_holidays_of_a_year(year):
    named = {date.fromisoformat(f"{year}-{day}") for day in HOLIDAYS[year].split()}
    assert public_holidays(year) == named


def test_kings_day_on_a_sunday_is_kept_on_saturday():
    assert date(2025, 4, 26) in public_holidays(2025)
    assert date(2025, 4, 27) not in public_holidays(2025)


def test_christmas_is_no_time_to_work():
    assert add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 28)
    assert add_working_days(date(2026, 12, 31), 1) == date(2027, 1, 4)


def test_days_off_handed_in_replace_the_holidays():
    friday = date(2026, 12, 25)
    assert not is_working_day(friday)
    assert is_working_day(friday, set())
    assert not is_working_day(date(2026, 11, 23), {date(2026, 11, 23)})


@given(days, st.integers(0, 60))
def test_working_days_never_end_on_a_day_off(day, count):
    if count:
        assert is_working_day(add_working_days(day, count))
        assert is_working_day(add_working_days(day, -count))


@given(days, st.integers(0, 60), st.integers(1, 20))
def test_more_working_days_end_later(day, count, more):
    assert add_working_days(day, count) < add_working_days(day, count + more)


@given(days, days, st.integers(1, 30))
def test_starting_later_never_ends_earlier(one, other, count):
    first, second = sorted((one, other))
    assert add_working_days(first, count) <= add_working_days(second, count)


@given(days, st.integers(0, 60))
def test_counting_undoes_adding(day, count):
    assert working_days_between(day, add_working_days(day, count)) == count


@given(days, st.integers(0, 6))
def test_the_next_and_the_last_weekday_lie_within_a_week(today, weekday):
    ahead, back = next_weekday(today, weekday), last_weekday(today, weekday)
    assert ahead.weekday() == back.weekday() == weekday
    assert today < ahead <= today + timedelta(days=7)
    assert today - timedelta(days=7) <= back < today


@given(days, st.integers(0, 6), st.integers(-60, 60))
def test_a_weekday_in_another_week_is_that_many_iso_weeks_away(day, weekday, weeks):
    found = in_week_of(day, weekday, weeks)
    monday = day + timedelta(weeks=weeks)
    assert found.isocalendar()[:2] == monday.isocalendar()[:2]
    assert found.weekday() == weekday


@given(days, st.integers(-40, 40))
def test_a_month_later_is_the_same_day_or_the_last(day, months):
    found = add_months(day, months)
    assert found.day == min(day.day, month_end(found.year, found.month).day)
    assert (found.year - day.year) * 12 + found.month - day.month == months
