"""With which letters a pattern can begin, and what happens where that is unknown."""

import pytest

from expliciet.rules.language import heads
from expliciet.rules.language.cues import Cues


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        (r"zodra|nadat", {"zod", "nad"}),
        (r"op \d", {"op "}),
        (r"(?:de )?school", {"de ", "sch"}),
        (r"[ab]c", {"ac", "bc"}),
        (r"q[1-3]", {"q1", "q2", "q3"}),
    ],
)
def test_the_first_letters_are_those_of_every_alternative(
    pattern: str, starts: set[str]
):
    assert heads.heads(pattern) == starts


@pytest.mark.parametrize("pattern", [r"\w+t", r"(?:x)?", r"-"])
def test_a_pattern_that_may_begin_with_anything_has_no_first_letters(pattern: str):
    assert heads.heads(pattern) is None


def test_a_python_that_cannot_read_its_patterns_looks_everywhere(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(heads, "parser", None)
    cues = Cues(r"zo snel mogelijk|later", r"op (?:\w+ )?termijn")
    text = "Later, en dan op korte termijn, belt zij zo snel mogelijk."
    assert heads.heads("later") is None
    assert [match.group() for match in cues.all(text)] == [
        "later",
        "op korte termijn",
        "zo snel mogelijk",
    ]
    assert cues.find("Zij belt morgen.") is None


def test_a_python_without_that_reader_is_no_error(monkeypatch: pytest.MonkeyPatch):
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(heads, "import_module", missing)
    assert heads._parser() is None
