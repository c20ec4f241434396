"""Text made to hurt: the time it takes grows with its length, and no faster.

Time is that of the processor, so a busy machine does not count; what is measured is
the best of a few runs, and the bounds are generous.
"""

import gc
from collections.abc import Callable, Iterable
from time import process_time

import pytest

from expliciet.rules import Glossary, Item, TextRule, check
from expliciet.rules.catalogue import catalogue
from expliciet.rules.language.layout import pieces
from expliciet.rules.language.read import LONGEST, sections
from expliciet.rules.language.sentences import sentence_spans
from expliciet.rules.language.tokens import tokens

TEXT_RULES = [rule for rule in catalogue() if isinstance(rule, TextRule)]
FIELD = Glossary.of_the_field()
SHORT = 140
"""Letters in a short sentence; ten times as many is nearly the longest there is."""
SLACK = 0.05
"""Seconds that a clock or a garbage collection may add."""

a_text_rule = pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda r: r.code)


def of(text: str) -> int:
    """How many questions a text gets; for short, and to do all the work."""
    return len(check(Item("minutes", {"text": text})))


def seconds(work: Callable[[], object], tries: int = 3) -> float:
    """The least time the work takes; what other tests left behind is not tidied now."""
    best = float("inf")
    gc.collect(0)
    gc.disable()
    try:
        for _ in range(tries):
            start = process_time()
            work()
            best = min(best, process_time() - start)
    finally:
        gc.enable()
    return best


def in_step(work: Callable[[int], object], size: int, times: int) -> bool:
    """So many times the text takes less than two and a half times as many seconds."""
    work(size)
    bound = 2.5 * times * seconds(lambda: work(size)) + SLACK
    return any(seconds(lambda: work(size * times), 1) < bound for _ in range(3))


def cues(rule: TextRule) -> list[str]:
    """The words to which a rule answers in its own samples, whole and one by one."""
    found = {
        finding.words
        for sample in rule.flags
        for finding in check(Item("minutes", {"text": sample}))
        if finding.code == rule.code and len(finding.words) < 120
    }
    return sorted(found | {word for words in found for word in words.split()})


def look(rule: TextRule, text: str) -> None:
    """Read a text, and let one rule look at every sentence of it."""
    for section in sections(text, FIELD):
        for statement in section.statements:
            if statement.kind in rule.kinds:
                list(rule.look(statement))


def repeated(words: Iterable[str], letters: int) -> str:
    """Each word over and over, in a sentence of its own."""
    return "\n\n".join(f"{w} " * max(1, letters // (len(w) + 1)) for w in words)


@a_text_rule
def test_every_rule_has_cues_of_its_own(rule: TextRule):
    """Else the two tests below would measure nothing."""
    assert cues(rule)


@a_text_rule
def test_a_rule_goes_through_a_sentence_of_its_own_cues_in_step(rule: TextRule):
    """One sentence that says the same telling word over and over."""
    words = cues(rule)
    assert SHORT * 10 < LONGEST
    assert in_step(lambda n: look(rule, repeated(words, n)), SHORT, 10)


@a_text_rule
def test_a_rule_goes_through_a_list_of_its_own_cues_in_step(rule: TextRule):
    """One agenda item of the same telling sentences over and over."""
    samples = [sample.rstrip(".") + "." for sample in rule.flags[:4]]

    def listed(times: int) -> None:
        look(rule, "# Afspraken\n\n" + "\n".join(f"- {s}" for s in samples * times))

    assert in_step(listed, 6, 10)


PATTERNS = {
    "spaces": "a{ }b",
    "hard spaces": "a{\u00a0}b",
    "tabs": "a{\t}b",
    "cells by tabs": "{a\t}",
    "cells by bars": "{| a }",
    "cells by dashes": "{a – }",
    "bars and spaces": "{| }",
    "full stops": "a{.}b",
    "spaced full stops": "{. }",
    "exclamation marks": "a{!}b",
    "stops in brackets": "{.)}b",
    "dashes": "{-}",
    "dashes before a word": "{-}b",
    "spaced dashes": "{- }",
    "stars": "{*}b",
    "hashes": "{#}b",
    "headings": "{# a\n}",
    "brackets": "{(}",
    "spaced brackets": "{( }",
    "square brackets": "{[ }",
    "closing brackets": "{) }",
    "nesting": "{(de coach [}",
    "double quotes": '{" }',
    "opening quotes": "{“}",
    "quotes without end": "{'a }",
    "apostrophes": "{a'}",
    "hyphens": "{a-}b",
    "dots and letters": "{a.}b",
    "numbers": "{1.}b",
    "dates": "{1-1}-",
    "colons": "{a: }",
    "commas": "{, }",
    "semicolons": "{; }",
    "question marks": "{? }",
    "en": "{en }",
    "of": "{of }",
    "dat": "{dat }",
    "te": "{te }",
    "om te": "{om te }",
    "als dan": "{als het dan }",
    "worden": "{worden }",
    "gaat": "{gaat }",
    "de": "{de }",
    "names": "{Bo }",
    "capitals": "{OM }",
    "abbreviations": "{z.s.m. }",
    "marks of putting aside": "{[expliciet: EX107 }",
    "putting aside without end": "[expliciet: EX107{ }",
    "deliberately open": "{bewust open }",
    "NUL": "{\0}",
    "control characters": "{\x1b[3m\x07\x08}",
    "loose accents": "e{\u0301}",
    "no width": "{\u200b}b",
    "right to left": "{\u202e\u202d}b",
    "emoji": "{👩‍👩‍👧 }",
    "line ends": "{\n}b",
    "blank lines": "{ \n}b",
    "old line ends": "{De coach belt.\r}",
    "wrapped lines": "{de coach belt met moeder en vraagt naar het rooster van de\n}",
    "bullets": "{- bel\n}",
    "deep bullets": "{                    - bel\n}",
}


def blown_up(pattern: str, letters: int) -> str:
    """The part between braces repeated until it has about so many letters."""
    before, _, rest = pattern.partition("{")
    part, _, after = rest.rpartition("}")
    return before + part * (letters // len(part)) + after


@pytest.mark.parametrize("name", PATTERNS)
def test_taking_a_text_apart_takes_time_in_step_with_its_length(name: str):
    """Lines, sentences and words are found without going back over them."""
    pattern = PATTERNS[name]

    def take_apart(letters: int) -> None:
        text = blown_up(pattern, letters)
        list(pieces(text))
        list(sentence_spans(text, 0, len(text)))
        tokens(text)

    assert in_step(take_apart, 3_000, 10)


@pytest.mark.parametrize("name", PATTERNS)
def test_checking_a_text_takes_time_in_step_with_its_length(name: str):
    """Whatever the letters are, six times as many take about six times as long."""
    pattern = PATTERNS[name]
    assert in_step(lambda letters: of(blown_up(pattern, letters)), LONGEST, 6)


def test_a_hundred_thousand_dashes_are_no_words():
    """A ruler across a very wide page."""
    assert of("-" * 100_000) == 0
    assert seconds(lambda: of("-" * 100_000), tries=1) < 1


def test_a_megabyte_without_a_space_is_read():
    """A picture that somebody pasted as text."""
    text = "QUJDREVG" * 131_072
    assert seconds(lambda: of(text), tries=1) < 15


def test_many_short_lines_in_one_agenda_item_are_read():
    """Twenty thousand deeds and no heading; each is asked about."""
    text = "- sleutel ophalen\n" * 20_000
    start = process_time()
    found = of(text)
    assert found >= 20_000
    assert process_time() - start < 30


def test_brackets_and_bullets_nested_without_end_are_read():
    """No rule calls itself, so nothing runs out of room."""
    deep = 5_000
    assert of("(" * deep + "de coach belt" + ")" * deep) >= 0
    assert of("".join(f"{' ' * n}- bel\n" for n in range(400))) >= 0
    assert of("“" * deep + "[" * deep + "{" * deep) >= 0


@pytest.mark.long
def test_a_megabyte_of_sentences_on_one_line_is_read():
    """Minutes that lost their line ends on the way."""
    text = "De coach belt moeder op 3 maart. " * 31_776
    assert seconds(lambda: of(text), tries=1) < 60
