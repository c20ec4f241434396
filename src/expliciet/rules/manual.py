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
from .in_words import RECORDS, SENTENCES, record_in_words
from .item import Item
from .language.kinds import OF_THE_CASE
from .rule import RecordRule, Rule, TextRule
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
        *_samples(rule, language),
        *_section(Words("Bron", "Source"), [Words(rule.source, rule.source)], language),
    ]
    return "\n\n".join(lines) + "\n"


def overview(language: str = "nl") -> str:
    """All rules in two tables, with a link to the page of each."""
    rules = catalogue()
    lines = [
        Words(
            "# De regels van de Verslagcheck", "# The rules of the Verslagcheck"
        ).spoken(language),
        _paragraph(_INTRODUCTION.spoken(language)),
        *_table(_IN_SENTENCES, [r for r in rules if isinstance(r, TextRule)], language),
        *_table(_IN_RECORDS, [r for r in rules if isinstance(r, RecordRule)], language),
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


def _samples(rule: Rule, language: str) -> Iterator[str]:
    if not isinstance(rule, TextRule | RecordRule):
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
        _paragraph(
            record_in_words(s, language) if isinstance(s, Item) else str(s), "- ", "  "
        )
        for s in samples
    )


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
