"""A bar shows how far a long row has come, where somebody can see it."""

import io

from expliciet.terminal.progress import FEW, with_bar


def test_a_screen_sees_the_count_and_is_left_clean(screen):
    assert list(with_bar(iter(range(10)), 10, screen)) == list(range(10))
    assert "9/10" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[2K")


def test_results_never_share_a_line_with_the_bar(screen):
    for _ in with_bar(iter(range(10)), 10, screen):
        assert screen.getvalue().endswith("\r\x1b[2K")


def test_few_documents_or_no_screen_get_no_bar(screen):
    stream = io.StringIO()
    list(with_bar(iter(range(10)), 10, stream))
    list(with_bar(iter(range(FEW - 1)), FEW - 1, screen))
    assert stream.getvalue() == screen.getvalue() == ""
