"""A page of Markdown becomes lines on a screen."""

from expliciet.terminal.manual_page import rendered

PAGE = """# Kop

Een **vet woord** en `code` in een regel die
doorloopt.

- eerste punt dat over meer dan één regel van dit smalle scherm loopt
- tweede
"""


def test_headings_and_stress_become_ink():
    shown = rendered(PAGE, 60, lambda role, text: f"<{role}>{text}</{role}>")
    assert "<heading>Kop</heading>" in shown
    assert "<heading>vet woord</heading>" in shown
    assert "<code>code</code>" in shown


def test_without_ink_only_words_are_left():
    shown = rendered(PAGE, 60, None)
    assert not set(shown) & set("#*`")


def test_points_are_folded_beneath_their_own_words():
    lines = rendered(PAGE, 30, None).splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("- eerste"))
    assert lines[first + 1].startswith("  ")
    assert max(map(len, lines)) <= 30


def test_words_of_a_paragraph_flow_together():
    assert "in een regel die doorloopt." in rendered(PAGE, 80, None)
