"""What holds for every text, whatever stands in it and however it is laid out."""

import json
import re
from collections import Counter
from pathlib import Path
from textwrap import fill
from unicodedata import normalize

from hypothesis import example, given, settings
from hypothesis import strategies as st

from expliciet.rules import Finding, Item, TextRule, check
from expliciet.rules.catalogue import catalogue

CORPUS = Path(__file__).parents[1] / "data" / "corpus"
SENTENCES = [
    record["text"]
    for name in ("own-a", "own-b")
    for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    if "\n" not in (record := json.loads(line))["text"]
]
PLAIN = [
    text
    for text in SENTENCES
    if re.fullmatch(r"[A-Z][^|\t:;()\[\]–—\"'‘“]{20,160}\.", text)
    and not re.search(r"\s[-–—]\s|\d", text)
]
"""Sentences of the corpus that stand on their own, without marks of layout."""
WORDS = sorted({word for text in SENTENCES for word in text.split()})
MARKS = [
    *("\n", "\n\n", "\n- ", "\n1. ", "\n# ", " | ", "\t", " – ", ": ", ", ", ". "),
    *("? ", " (", ") ", "“", "” ", "'", "\r\n", "\u00a0", "\0", "👩‍👩‍👧", "e\u0301"),
]

a_few = settings(max_examples=60, deadline=None)
many = settings(max_examples=150, deadline=None)

dutch = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
laid_out = st.lists(
    st.one_of(st.sampled_from(WORDS).map(lambda w: f"{w} "), st.sampled_from(MARKS)),
    max_size=60,
).map("".join)
texts = st.one_of(st.text(max_size=120), dutch, laid_out)
sentences = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=6)
FIELDS = {
    "agreement": "deed",
    "consideration": "text",
    "decision": "decision",
    "expectation": "about",
    "interpretation": "text",
    "intervention": "goal",
    "minutes": "text",
    "scaling": "criteria",
    "statement": "text",
}


def of(text: str) -> list[Finding]:
    return check(Item("minutes", {"text": text}))


ONCE = {r.code for r in catalogue() if isinstance(r, TextRule) and r.once_a_text}
"""What is asked at its first mention in a text, and then no more."""


def said(findings: list[Finding]) -> Counter[tuple[str, str, str]]:
    """The questions with their words, white space as a reader sees it."""
    return Counter((f.code, f.phenomenon, " ".join(f.words.split())) for f in findings)


def test_there_is_enough_to_choose_from():
    """Else what follows would be about a handful of sentences."""
    assert len(PLAIN) > 50
    assert len(WORDS) > 1000


@given(texts)
@many
@example("\ud800")
@example("[expliciet: EX107")
@example("bewust open")
@example("'" * 50)
@example("a.\n|")
@example(" )||")
def test_no_text_is_too_odd_and_every_finding_lies_inside_it(text: str):
    """Whatever is pasted, each question points at words that stand there."""
    for f in of(text):
        assert 0 <= f.start <= f.end <= len(text)
        assert text[f.start : f.end] == f.words
        end = f.sentence_start + len(f.sentence)
        assert text[f.sentence_start : end] == f.sentence
        assert f.sentence_start <= f.start <= f.end <= end
        assert f.words.strip()
        assert len(f.fingerprint) == 16


@given(st.sampled_from(sorted(FIELDS)), texts)
@many
def test_no_field_of_a_record_is_too_odd(kind: str, text: str):
    """A form takes what people type; what points at words points inside them."""
    for f in check(Item(kind, {FIELDS[kind]: text})):
        value = text if f.field == FIELDS[kind] else ""
        assert value[f.start : f.end] == f.words


@given(texts, texts)
@a_few
def test_the_same_text_gets_the_same_questions(text: str, other: str):
    """Also when something else was checked in between."""
    first = of(text)
    of(other)
    again = of(text)
    assert first == again
    assert [f.fingerprint for f in first] == [f.fingerprint for f in again]


@given(texts)
@a_few
def test_questions_come_in_the_order_of_the_text_and_once(text: str):
    """No two say the same about the same words."""
    found = [(f.start, f.end, f.code) for f in of(text)]
    assert found == sorted(found)
    places = [(f.phenomenon, f.start, f.end) for f in of(text)]
    assert len(places) == len(set(places))


@given(sentences, st.sampled_from(["  ", "\u00a0", " \u00a0 ", "\u2009", "     "]))
@a_few
def test_wider_white_space_changes_no_question(chosen: list[str], space: str):
    """Two spaces, a hard space or a thin one: a reader sees a space."""
    text = " ".join(chosen)
    assert said(of(text)) == said(of(text.replace(" ", space)))


@given(st.sampled_from(SENTENCES), st.sampled_from(["  ", "\u00a0", "   "]))
@a_few
def test_wider_white_space_changes_no_sentence_of_any_shape(text: str, space: str):
    """Labels, lists, quotes and rows included."""
    assert said(of(text)) == said(of(text.replace(" ", space)))


@given(st.sampled_from([s for s in SENTENCES if not s.isascii()]))
@a_few
def test_loose_accents_change_no_question(text: str):
    """Some programs write 'één' as five letters; it is the same word."""
    apart = normalize("NFD", text)
    as_one = Counter(
        (code, phenomenon, normalize("NFC", words))
        for code, phenomenon, words in said(of(apart)).elements()
    )
    assert as_one == said(of(text))


@given(sentences)
@a_few
def test_wrapping_a_paragraph_changes_no_question(chosen: list[str]):
    """A mail program breaks lines at 72 letters; the sentences stay what they were."""
    text = " ".join(chosen)
    wrapped = fill(text, 72, break_long_words=False, break_on_hyphens=False)
    lead = "Dit verslag is verzonnen.\n\n"
    assert said(of(lead + text)) == said(of(lead + wrapped))


@given(sentences, sentences)
@a_few
def test_the_questions_of_two_agenda_items_are_those_of_each(
    one: list[str], other: list[str]
):
    """An agenda item is read on its own: what stands elsewhere does not count."""
    first = "# Wonen\n\n" + "\n".join(one) + "\n\n"
    second = "# Schulden\n\n" + "\n".join(other) + "\n"
    both, apart = said(of(first + second)), said(of(first)) + said(of(second))
    assert both.keys() == apart.keys()
    for question, times in both.items():
        assert times == (1 if question[0] in ONCE else apart[question])


@given(texts)
@a_few
def test_empty_lines_around_a_text_move_its_questions_and_no_more(text: str):
    """What stands further down the page is the same text."""
    moved = [(f.code, f.start - 3, f.end - 3, f.words) for f in of(f"\n\n\n{text}\n\n")]
    assert moved == [(f.code, f.start, f.end, f.words) for f in of(text)]
