"""A text in pieces is the same text, and every question keeps its words."""

from hypothesis import given
from hypothesis import strategies as st

from expliciet.checking import examine
from expliciet.rules import Finding
from expliciet.web.checking.marking import (
    Span,
    loaded_spans,
    numbered,
    pieces,
    question_spans,
    within,
)

FINDING = examine("De wijkagent gaat zo snel mogelijk langs.").findings[0]


def about(start: int, end: int, number: int = 1) -> Span:
    return question_spans([numbered([FINDING])[0]._replace(number=number)])[0]._replace(
        start=start, end=end
    )


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)))
)
def test_the_pieces_together_are_the_text(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = [about(start, end, n) for n, (start, end) in enumerate(places, 1)]
    assert "".join(piece.text for piece in pieces(text, spans)) == text


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=8))
def test_every_question_shows_its_number_once(places: list[tuple[int, int]]) -> None:
    spans = [about(start, end, n) for n, (start, end) in enumerate(places, 1)]
    shown = [q.number for piece in pieces("a" * 20, spans) for q in piece.ends]
    inside = [n for n, (start, end) in enumerate(places, 1) if start < end]
    assert sorted(shown) == inside


def test_where_spans_nest_the_inner_one_takes_the_link() -> None:
    cut = list(pieces("abcdef", [about(0, 6, 1), about(2, 4, 2)]))
    asked = [(p.text, p.question.number) for p in cut if p.question]
    assert asked == [("ab", 1), ("cd", 2), ("ef", 1)]


def test_the_line_under_nested_words_is_that_of_the_gravest() -> None:
    grave = examine("We schalen niet af.").findings[0]
    assert grave.severity > FINDING.severity
    outer = about(0, 6)._replace(question=numbered([grave])[0])
    assert {p.weight for p in pieces("abcdef", [outer, about(2, 4, 2)])} == {"error"}


def test_a_place_begins_once() -> None:
    cut = list(pieces("abcdef", [about(0, 6, 1), about(2, 4, 2)]))
    assert [p.begins for p in cut] == [True, True, False]


def test_a_line_gets_the_part_of_a_span_that_lies_in_it() -> None:
    assert [(s.start, s.end) for s in within([about(3, 12)], 10, 20)] == [(0, 2)]
    assert within([about(3, 10)], 10, 20) == []


def test_loaded_words_are_found_by_the_glossary() -> None:
    from expliciet.rules import Glossary

    spans = loaded_spans("Het is zorgelijk.", Glossary(loaded={"zorgelijk": "x"}))
    assert [(s.start, s.end, s.word) for s in spans] == [(7, 16, "zorgelijk")]


def test_the_finding_used_here_is_a_real_one() -> None:
    assert isinstance(FINDING, Finding)
    assert FINDING.words == "zo snel mogelijk"
