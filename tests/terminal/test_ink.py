"""Ink where the reader's terminal wants it."""

import io

from expliciet.terminal.ink import columns_of, dressed, ink_for


def test_a_screen_gets_ink_and_a_file_does_not(screen):
    assert ink_for(screen, "auto", {}) is dressed
    assert ink_for(io.StringIO(), "auto", {}) is None


def test_a_reader_may_ask_for_ink_or_for_none(screen):
    assert ink_for(io.StringIO(), "always", {"NO_COLOR": "1"}) is dressed
    assert ink_for(screen, "never", {}) is None
    assert ink_for(screen, "auto", {"NO_COLOR": "1"}) is None
    assert ink_for(screen, "auto", {"TERM": "dumb"}) is None


def test_a_span_is_underlined():
    assert dressed("span", "wordt") == "\x1b[4;1mwordt\x1b[0m"


def test_the_width_is_the_readers_or_a_comfortable_one():
    assert columns_of(io.StringIO(), {"COLUMNS": "60"}) == 60
    assert columns_of(io.StringIO(), {"COLUMNS": "breed"}) == 88
