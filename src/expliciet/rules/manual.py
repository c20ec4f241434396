"""The manual page of a rule, and the table of all rules, as Markdown.

A page is made of the rule itself, so it cannot say something else than the rule does::

    python -m expliciet.rules.manual docs/rules
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import fill

from .catalogue import catalogue
from .course import Course
from .in_words import (
    COURSES,
    RECORDS,
    SENTENCES,
    course_in_words,
    record_in_words,
)
from .item import Item
from .language.kinds import OF_THE_CASE
from .rule import CourseRule, RecordRule, Rule, TextRule
from .words import Words

_WIDTH = 88


def page(rule: Rule, language: str = "nl") -> str:
    """Everything there is to know about one rule."""
    lines = [
        f"# {rule.code} · {rule.name.spoken(language)}",
        f"**{rule.question.spoken(language)}**",
        _paragraph(_kind_and_weight(rule, language)),
        *_section(Words("Waarom we het vragen", "Why we ask"), [rule.why], language),
        *_section(Words("Wat helpt", "What helps"), [rule.helps], language),
        *_section(
            Words("Wanneer we niets vragen", "When we ask nothing"),
            [rule.silent, *_among_others(rule)],
            language,
        ),
        *_misses(rule, language),
        *_term(rule, language),
        *_samples(rule, language),
        *_section(Words("Bron", "Source"), [Words(rule.source, rule.source)], language),
    ]
    return "\n\n".join(lines) + "\n"


def overview(language: str = "nl") -> str:
    """All rules in a table for each family, with a link to the page of each."""
    rules = catalogue()
    lines = [
        Words(
            "# De regels van de Verslagcheck", "# The rules of the Verslagcheck"
        ).spoken(language),
        _paragraph(_INTRODUCTION.spoken(language)),
        *_table(_IN_SENTENCES, [r for r in rules if isinstance(r, TextRule)], language),
        *_table(_IN_RECORDS, [r for r in rules if isinstance(r, RecordRule)], language),
        *_table(_IN_COURSES, [r for r in rules if isinstance(r, CourseRule)], language),
        _paragraph(_ON_COURSES.spoken(language)),
        _paragraph(_MADE_FROM.spoken(language)),
        "```sh\npython -m expliciet.rules.manual docs/rules\n```",
    ]
    return "\n\n".join(lines) + "\n"


_INTRODUCTION = Words(
    "Elke regel stelt één vraag over een tekst: staat er wie het doet, wanneer, waarom "
    "en met welk antwoord? Een regel vraagt, en verbiedt nooit. Hij zegt niets over "
    "een mens en geeft geen cijfer. Alle voorbeelden zijn verzonnen.",
    "Each rule asks one question about a text: does it say who does it, when, why and "
    "with which answer? A rule asks, and never forbids. It says nothing about a person "
    "and gives no mark. All samples are fictional, and in Dutch.",
)
_IN_SENTENCES = Words("Vragen over zinnen", "Questions about sentences")
_IN_RECORDS = Words("Vragen over velden", "Questions about fields")
_IN_COURSES = Words("Vragen over het verloop", "Questions about the course of things")
_ON_COURSES = Words(
    "De vragen over het verloop heten vastloopsignalen. Ze kijken alleen naar datums "
    "in een dossier. De termijnen zijn huisregels; wat hier staat, geldt tot het huis "
    "iets anders vastlegt.",
    "The questions about the course of things are called stall signals. They look at "
    "the dates in a dossier only. Their terms are house rules; what stands here holds "
    "until the house says otherwise.",
)
_DAYS = Words("dagen", "days")
_TIMES = Words("keer", "times")
_NO_FORMULA = Words(
    "elke zin, behalve de formules van een vergadering",
    "every sentence, except the formulas of a meeting",
)
_MADE_FROM = Words(
    "Deze bladzijden zijn gemaakt uit de regels zelf:",
    "These pages are made of the rules themselves:",
)


def _kind_and_weight(rule: Rule, language: str) -> str:
    weight = rule.severity.label.spoken(language)
    looks_at = Words("kijkt naar", "looks at").spoken(language)
    names: Sequence[str] = ()
    if isinstance(rule, TextRule):
        names = [SENTENCES[kind].spoken(language) for kind in sorted(rule.kinds)]
        if rule.kinds >= OF_THE_CASE:
            names = [Words("elke zin", "every sentence").spoken(language)]
        if rule.kinds == OF_THE_CASE:
            names = [_NO_FORMULA.spoken(language)]
    elif isinstance(rule, RecordRule):
        fields = Words("de velden van", "the fields of").spoken(language)
        kinds = [RECORDS[kind].spoken(language) for kind in sorted(rule.kinds)]
        names = [f"{fields} {_and(kinds, language)}"]
    elif isinstance(rule, CourseRule):
        dates = Words("de datums van", "the dates of").spoken(language)
        kinds = [COURSES[kind].spoken(language) for kind in sorted(rule.kinds)]
        names = [f"{dates} {_and(kinds, language)}"]
    return f"*{weight}* · {looks_at} {_and(names, language)} · `{rule.phenomenon}`"


def _among_others(rule: Rule) -> Iterator[Words]:
    """How the rule gives way to others, and they to it."""
    if isinstance(rule, TextRule) and rule.minutes_only:
        yield Words(
            "We vragen dit alleen in een doorlopend verslag. In een dossier heeft het "
            "een eigen veld.",
            "We ask this in running minutes only. In a dossier it has its own field.",
        )
    before = [other.code for other in catalogue() if rule.code in other.silences]
    if before:
        yield Words(
            f"Vraagt {_and(before, 'nl', 'of')} al iets over hetzelfde? Dan zwijgt "
            "deze regel.",
            f"When {_and(before, 'en', 'or')} already asks about the same, this rule "
            "is silent.",
        )


def _misses(rule: Rule, language: str) -> list[str]:
    """No rule sees everything, and a reader should know where."""
    if not isinstance(rule, TextRule):
        return []
    name = Words("Wat deze regel nog mist", "What this rule still misses")
    return _section(name, [rule.misses], language)


def _term(rule: Rule, language: str) -> list[str]:
    """For how long, or how often, something may stand before the rule speaks."""
    if not isinstance(rule, CourseRule):
        return []
    unit = _TIMES if rule.term.endswith("-times") else _DAYS
    usual = Words(
        f"Huisregel `{rule.term}`. Tot het huis iets anders vastlegt, is dat "
        f"{rule.usual} {unit.nl}.",
        f"House rule `{rule.term}`. Until the house says otherwise it is "
        f"{rule.usual} {unit.en}.",
    )
    return _section(Words("Termijn", "Term"), [usual], language)


def _samples(rule: Rule, language: str) -> Iterator[str]:
    if not isinstance(rule, TextRule | RecordRule | CourseRule):
        return
    yield _heading(Words("Hier vragen we iets", "Here we ask something"), language)
    yield _bullets(rule.flags, language)
    yield _heading(Words("Hier vragen we niets", "Here we ask nothing"), language)
    yield _bullets(rule.passes, language)


def _section(name: Words, said: Iterable[Words], language: str) -> list[str]:
    return [_heading(name, language), *(_paragraph(w.spoken(language)) for w in said)]


def _table(name: Words, rules: Sequence[Rule], language: str) -> Iterator[str]:
    yield _heading(name, language)
    heads = Words(
        "| regel | naam | vraag | gewicht |", "| rule | name | question | weight |"
    )
    rows = [heads.spoken(language), "| --- | --- | --- | --- |"]
    for rule in rules:
        said = [
            w.spoken(language) for w in (rule.name, rule.question, rule.severity.label)
        ]
        rows.append(f"| [{rule.code}]({rule.code}.md) | {' | '.join(said)} |")
    yield "\n".join(rows)


def _heading(name: Words, language: str) -> str:
    return f"## {name.spoken(language)}"


def _bullets(samples: Sequence[object], language: str) -> str:
    return "\n".join(
        _paragraph(_sample_in_words(sample, language), "- ", "  ") for sample in samples
    )


def _sample_in_words(sample: object, language: str) -> str:
    if isinstance(sample, Item):
        return record_in_words(sample, language)
    if isinstance(sample, Course):
        return course_in_words(sample, language)
    return str(sample)


def _paragraph(text: str, first: str = "", rest: str = "") -> str:
    return fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _and(names: Sequence[str], language: str, last: str = "") -> str:
    joint = last or Words("en", "and").spoken(language)
    *most, final = names
    return f"{', '.join(most)} {joint} {final}" if most else final


def manual(language: str = "nl") -> dict[str, str]:
    """Every page by its file name."""
    pages = {f"{rule.code}.md": page(rule, language) for rule in catalogue()}
    return {"README.md": overview(language), **pages}


def main(folders: Sequence[str]) -> int:
    """Write the Dutch pages into a folder; those of rules that are gone go too."""
    if len(folders) != 1:
        print("usage: python -m expliciet.rules.manual FOLDER", file=sys.stderr)
        return 2
    folder = Path(folders[0])
    folder.mkdir(parents=True, exist_ok=True)
    pages = manual()
    for old in folder.glob("EX*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
