"""``expliciet entry``: who does what by when, read from one typed line."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ..checking import Refused, harmless
from ..rules import Party, Words
from ..rules.actors import Actor, ActorAsk
from ..rules.entry import Entry, Lack
from .command_line import CommandLine, language_of, typed
from .entry_lines import Asked, as_data, read_lines, who_types
from .sources import STANDARD_INPUT

USAGE = Words('[keuzes] "REGEL" | --jsonl', '[options] "LINE" | --jsonl')
SUMMARY = Words(
    "Leest uit één regel wie wat doet, voor welke dag en wanneer het klaar is.",
    "Reads from one line who does what, by which day, and when it is done.",
)
MORE = Words(
    "Bijvoorbeeld: expliciet entry "
    '"Bo belt school vóór vrijdag over het rooster, klaar als het gesprek gepland is" '
    '--people "Bo/wijkagent/Politie; Noor/leerplicht/Gemeente"',
    "For instance: expliciet entry "
    '"Bo belt school vóór vrijdag over het rooster, klaar als het gesprek gepland is" '
    '--people "Bo/wijkagent/Politie; Noor/leerplicht/Gemeente"',
)
WIDE = 12


def entry(asked: Sequence[str], environment: Mapping[str, str] = os.environ) -> int:
    """Read and show; the exit status says whether something must still be asked."""
    language = language_of(asked, environment)
    options = _command_line(language).parse_intermixed_args(asked)
    language = options.language or language
    try:
        if options.jsonl:
            if options.line:
                raise Refused(
                    "Met --jsonl komen de regels van de standaardinvoer.",
                    "With --jsonl the lines come from standard input.",
                )
            name = STANDARD_INPUT.spoken(language)
            return read_lines(sys.stdin.buffer, name, language) if sys.stdin else 0
        line = _asked(options).read()
    except Refused as refusal:
        said = harmless(refusal.words.spoken(language))
        print(f"expliciet entry: {said}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(as_data(line), ensure_ascii=False, indent=2))
    else:
        print("\n".join(harmless(shown) for shown in as_text(line, language)))
    return 1 if line.lacks else 0


def _asked(options: Namespace) -> Asked:
    text = " ".join(options.line)
    if not text.strip():
        raise Refused(
            'Typ een regel, bijvoorbeeld: expliciet entry "Bo belt school vrijdag"',
            'Type a line, for instance: expliciet entry "Bo belt school vrijdag"',
        )
    people = tuple(options.people or ())
    return Asked(
        None,
        text,
        options.today or date.today(),  # noqa: DTZ011 (the day of who types)
        people,
        options.next_meeting,
        who_types(options.by, people),
    )


def as_text(line: Entry, language: str) -> Iterator[str]:
    """The parts under each other, and behind them what must be asked."""
    for label, words in _parts(line, language):
        if words:
            yield f"{label.spoken(language):{WIDE}}{words}"
    for question in line.questions.values():
        yield f"{'?':{WIDE}}{question.spoken(language)}"
    if line.kind.is_to_be_done and not line.done_when and Lack.OWNER not in line.lacks:
        offer = Words(
            "Eventueel: zet erachter ', klaar als …'.",
            "If you like: add ', klaar als …' (done when …).",
        )
        yield f"{'':{WIDE}}{offer.spoken(language)}"


def _parts(line: Entry, language: str) -> Iterator[tuple[Words, str]]:
    yield Words("soort", "kind"), line.kind.label.spoken(language)
    yield Words("verwacht door", "expected by"), _who(line.expected_by, language)
    yield Words("wie", "who"), _who(line.owner, language)
    yield Words("wat", "what"), line.deed
    yield Words("uiterlijk", "by"), line.due.isoformat() if line.due else ""
    yield Words("t/m", "until"), line.until.isoformat() if line.until else ""
    yield Words("wacht op", "waits for"), line.trigger
    yield Words("termijn", "term"), line.term
    yield Words("klaar als", "done when"), line.done_when
    yield Words("reden", "reason"), line.reason


def _who(actor: Actor | None, language: str) -> str:
    if actor is None or actor.asks in {ActorAsk.GROUP, ActorAsk.WHO_TYPES}:
        return ""
    who = actor.name or actor.function
    whole = f"{who} ({actor.organisation})" if who and actor.organisation else ""
    said = whole or who or actor.organisation or actor.words
    away = Words("niet aan tafel", "not at the table").spoken(language)
    return said if actor.at_table else f"{said}, {away}"


def _command_line(language: str) -> CommandLine:
    line = CommandLine("entry", USAGE, SUMMARY, MORE, language)
    line.files.title = Words("regel", "line").spoken(language)
    line.files.add_argument(
        "line",
        nargs="*",
        metavar=Words("REGEL", "LINE").spoken(language),
        help=Words("één regel in gewone taal", "one line in plain Dutch").spoken(
            language
        ),
    )
    line.take(
        "--people",
        type=typed(people_of, language),
        metavar="NAAM/FUNCTIE/ORGANISATIE;…",
        says=Words("wie er aan tafel zitten", "who sit at the table"),
    )
    line.take("--by", metavar="NAAM", says=Words("wie 'ik' is", "who 'ik' is"))
    for option, says in (
        ("--today", Words("de dag van het overleg", "the day of the meeting")),
        ("--next-meeting", Words("het volgende overleg", "the next meeting")),
    ):
        line.take(option, type=typed(day_of, language), metavar="2026-11-26", says=says)
    line.take(
        "--json",
        action="store_true",
        says=Words("antwoord als JSON", "answer as JSON"),
    )
    line.take(
        "--jsonl",
        action="store_true",
        says=Words(
            "per regel invoer één object, voor programma's",
            "an object for each line of input, for programs",
        ),
    )
    line.take_the_usual()
    return line


def people_of(written: str) -> list[Party]:
    """*Bo/wijkagent/Politie; Noor/leerplicht/Gemeente*."""
    people = []
    for one in written.split(";"):
        parts = [part.strip() for part in one.split("/")]
        if not any(parts):
            continue
        if len(parts) > 3:
            raise Refused(
                f"'{one.strip()}' is niet naam/functie/organisatie",
                f"'{one.strip()}' is not name/function/organisation",
            )
        people.append(Party(*parts))
    return people


def day_of(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as problem:
        raise Refused(
            f"'{written}' is geen datum zoals 2026-11-26",
            f"'{written}' is no date such as 2026-11-26",
        ) from problem
