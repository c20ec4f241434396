"""Writing a calendar: what is hostile in a text stays text, and no line is too long."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expliciet.web.work.icalendar import Day, folded, written
from tests.web.work.calendars import read

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


def calendar(*summaries: str) -> bytes:
    days = [
        Day(f"{number}@hier", date(2026, 12, 3), summary)
        for number, summary in enumerate(summaries)
    ]
    return written(days, name="Mijn termijnen", now=NOW)


def test_an_empty_calendar_is_one_too() -> None:
    assert read(calendar()).events == []


def test_a_whole_day_ends_where_the_next_begins() -> None:
    (event,) = read(calendar("Afspraak A-7KQ")).events
    assert event["DTSTART"] == "20261203"
    assert event["DTEND"] == "20261204"
    assert event["DTSTAMP"] == "20261201T093000Z"


@pytest.mark.parametrize(
    "text",
    ["een\nBEGIN:VEVENT", "a\r\nX-EVIL:1", "komma, en; punt\\", "é" * 90, "\u2028x"],
)
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    (event,) = read(calendar(text)).events
    assert "X-EVIL" not in event


def test_a_long_line_goes_on_in_the_next() -> None:
    assert folded("a" * 75) == b"a" * 75 + b"\r\n"
    assert folded("a" * 76) == b"a" * 75 + b"\r\n a\r\n"


@given(st.lists(st.text(max_size=200), max_size=4))
def test_whatever_is_written_can_be_read(texts: list[str]) -> None:
    texts = [text.encode(errors="ignore").decode() for text in texts]
    assert len(read(calendar(*texts)).events) == len(texts)
