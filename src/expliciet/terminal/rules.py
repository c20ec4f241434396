"""``expliciet rules``: every question the check can ask, and the page behind each."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from ..checking import Refused, columns, find_rule, harmless, phenomenon_name
from ..rules import Rule, Words
from ..rules.catalogue import catalogue
from .command_line import CommandLine, language_of, one_of, typed
from .ink import columns_of, ink_for
from .manual_page import rendered

USAGE = Words("[keuzes] [CODE …]", "[options] [CODE …]")
BETWEEN = "  "
FORMATS = ("text", "markdown", "json")
SUMMARY = Words(
    "Toont alle regels, of de bladzijde van één regel.",
    "Shows all rules, or the page of one rule.",
)
MORE = Words(
    "Bijvoorbeeld: expliciet rules EX107",
    "For instance: expliciet rules EX107",
)


def rules(asked: Sequence[str], environment: Mapping[str, str] = os.environ) -> int:
    """Show the table, or the pages that were asked for."""
    language = language_of(asked, environment)
    options = _command_line(language).parse_intermixed_args(asked)
    language = options.language or language
    try:
        found = [find_rule(code) for code in options.codes]
    except Refused as refusal:
        said = harmless(refusal.words.spoken(language))
        print(f"expliciet rules: {said}", file=sys.stderr)
        return 2
    if options.format == "json":
        data = [as_data(rule, language) for rule in found or catalogue()]
        print(json.dumps(data, ensure_ascii=False, indent=2))
    elif options.format == "markdown":
        print(_pages(found, language) if found else markdown_table(language))
    else:
        paint = ink_for(sys.stdout, options.color, environment)
        wide = columns_of(sys.stdout, environment)
        if found:
            print(rendered(_pages(found, language), wide, paint))
        else:
            print(_table(language, wide))
    return 0


def _command_line(language: str) -> CommandLine:
    line = CommandLine("rules", USAGE, SUMMARY, MORE, language)
    line.files.title = Words("regels", "rules").spoken(language)
    line.files.add_argument(
        "codes",
        nargs="*",
        metavar="CODE",
        help=Words("zoals EX107; anders alle", "such as EX107; else all").spoken(
            language
        ),
    )
    line.take(
        "--format",
        type=typed(one_of(*FORMATS), language),
        default="text",
        metavar="|".join(FORMATS),
        says=Words("vorm van het antwoord", "form of the answer"),
    )
    line.take(
        "--color",
        type=typed(one_of("auto", "always", "never"), language),
        default="auto",
        metavar="auto|always|never",
        says=Words("kleur", "colour"),
    )
    line.take_the_usual()
    return line


def _pages(found: Sequence[Rule], language: str) -> str:
    from ..rules.manual import page

    return "\n\n".join(page(rule, language).strip() for rule in found)


def as_data(rule: Rule, language: str) -> dict[str, str]:
    """One rule, as a program would want to list it."""
    return {
        "code": rule.code,
        "name": rule.name.spoken(language),
        "phenomenon": rule.phenomenon,
        "phenomenon_name": phenomenon_name(rule.phenomenon).spoken(language),
        "severity": rule.severity.name.lower(),
        "question": rule.question.spoken(language),
        "why": rule.why.spoken(language),
        "helps": rule.helps.spoken(language),
        "silent": rule.silent.spoken(language),
        "source": rule.source,
    }


def _heads(language: str) -> tuple[str, str, str, str]:
    if language == "en":
        return ("code", "name", "weight", "question")
    return ("code", "naam", "gewicht", "vraag")


def _rows(language: str) -> list[tuple[str, str, str, str]]:
    return [
        (
            rule.code,
            rule.name.spoken(language),
            rule.severity.label.spoken(language),
            rule.question.spoken(language),
        )
        for rule in catalogue()
    ]


def markdown_table(language: str) -> str:
    """The table of rules, for a document."""
    lines = [_heads(language), ("---",) * 4, *_rows(language)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _table(language: str, wide: int) -> str:
    """The table of rules, its names and questions folded to the screen."""
    rows = [_heads(language), *_rows(language)]
    code, name, weight, _question = (
        max(columns.width(row[at]) for row in rows) for at in range(4)
    )
    left = wide - code - weight - 3 * len(BETWEEN)
    name = min(name, max(20, left - 20))
    widths = (code, name, weight, max(20, left - name))
    lines = []
    for row in rows:
        folded = [
            columns.wrapped(cell, width)
            for cell, width in zip(row, widths, strict=True)
        ]
        for parts in zip_longest(*folded, fillvalue=""):
            cells = (
                part + " " * (width - columns.width(part))
                for part, width in zip(parts, widths, strict=True)
            )
            lines.append(BETWEEN.join(cells).rstrip())
    return "\n".join(lines)
