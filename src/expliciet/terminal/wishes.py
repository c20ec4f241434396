"""What the reader wants checked and how, from the command and the house's settings."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..checking import (
    Ignored,
    Report,
    Settings,
    a_day,
    a_severity,
    chosen,
    find_settings,
    harmless,
    read_people,
    read_settings,
)
from ..rules import Context, Finding, Glossary, Severity, Words, read_glossary
from .command_line import CommandLine, language_of_machine, one_of, typed
from .sources import text_of

USAGE = Words("[keuzes] [BESTAND …]", "[options] [FILE …]")
FORMATS = ("text", "json", "html", "docx")
SUMMARY = Words(
    "Laat zien wat in een verslag impliciet blijft: wie, wanneer, waarom, waaraan je "
    "het ziet.",
    "Shows what stays implicit in minutes: who, when, why, and how you would know.",
)
MORE = Words(
    "Afloop: 0 niets op of boven de drempel, 1 vragen gevonden, 2 iets was niet te "
    "lezen.\nInstellingen: expliciet.toml. Er wordt niets bewaard of verstuurd.",
    "Exit status: 0 nothing at or above the threshold, 1 questions found, 2 something\n"
    "could not be read. Settings live in expliciet.toml. Nothing is stored or sent.",
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to check, and which questions to keep."""

    language: str
    context: Context
    threshold: Severity
    only: frozenset[str]
    without: frozenset[str]
    ignored: tuple[Ignored, ...]

    def keeps(self, finding: Finding) -> bool:
        names = {finding.code, finding.phenomenon}
        return not names & self.without and (not self.only or bool(names & self.only))

    def kept(self, report: Report) -> Report:
        return report.keeping(self.keeps)


def command_line(language: str) -> CommandLine:
    """Every option of ``expliciet check``."""
    line = CommandLine("check", USAGE, SUMMARY, MORE, language)
    line.files.add_argument(
        "files",
        nargs="*",
        metavar=Words("BESTAND", "FILE").spoken(language),
        help=Words(
            "txt, md, html, docx, odt of pdf; een map; - is standaardinvoer",
            "txt, md, html, docx, odt or pdf; a folder; - is standard input",
        ).spoken(language),
    )
    _form(line)
    _matter(line)
    line.take_the_usual()
    return line


def _form(line: CommandLine) -> None:
    line.take(
        "--format",
        type=typed(one_of(*FORMATS), line.language),
        default="text",
        metavar="|".join(FORMATS),
        says=Words(
            "vorm van het resultaat; docx geeft opmerkingen in de kantlijn",
            "form of the result; docx gives comments in the margin",
        ),
    )
    line.take(
        "-o",
        "--output",
        metavar=Words("PAD", "PATH").spoken(line.language),
        says=Words(
            "bestand, of map bij meer documenten", "file, or folder for several"
        ),
    )
    line.take(
        "--force",
        action="store_true",
        says=Words(
            "overschrijf een eerder resultaat; nooit het origineel",
            "overwrite an earlier result; never the original",
        ),
    )
    line.take(
        "--all",
        action="store_true",
        says=Words(
            "toon alle vragen, niet alleen de eerste vijf", "show every question"
        ),
    )
    line.take(
        "--explain",
        action="store_true",
        says=Words("zeg erbij waarom en wat helpt", "add why, and what helps"),
    )
    line.take(
        "--color",
        type=typed(one_of("auto", "always", "never"), line.language),
        default="auto",
        metavar="auto|always|never",
        says=Words("kleur en onderstreping", "colour and underlining"),
    )
    line.take(
        "--jsonl",
        action="store_true",
        says=Words(
            'lees regels {"id","text"}, schrijf {"id","labels"}',
            'read lines {"id","text"}, write {"id","labels"}',
        ),
    )


def _matter(line: CommandLine) -> None:
    file = Words("BESTAND", "FILE").spoken(line.language)
    line.take(
        "--date",
        type=typed(a_day, line.language),
        metavar=Words("DATUM", "DATE").spoken(line.language),
        says=Words("de dag van het overleg", "the day of the meeting"),
    )
    line.take(
        "--people",
        metavar=file,
        type=Path,
        says=Words("wie er zaten: naam; functie; organisatie", "who sat at the table"),
    )
    line.take(
        "--glossary",
        metavar=file,
        type=Path,
        says=Words("afkortingen en beladen woorden", "abbreviations and loaded words"),
    )
    line.take(
        "--config",
        metavar=file,
        type=Path,
        says=Words("instellingen, in plaats van expliciet.toml", "settings to use"),
    )
    line.take(
        "--threshold",
        type=typed(a_severity, line.language),
        metavar=Words("tip|waarschuwing|fout", "tip|warning|error").spoken(
            line.language
        ),
        says=Words("vanaf waar de afloop 1 is", "from where the exit status is 1"),
    )
    names = Words("NAMEN", "NAMES").spoken(line.language)
    line.take(
        "--only",
        action="append",
        default=[],
        metavar=names,
        says=Words("alleen deze regels of verschijnselen", "only these rules"),
    )
    line.take(
        "--without",
        action="append",
        default=[],
        metavar=names,
        says=Words("deze regels of verschijnselen niet", "all but these rules"),
    )


def wishes(options: Namespace, environment: Mapping[str, str]) -> Wishes:
    """The command first, then the settings file, then what is usual."""
    settings = _settings(options.config)
    language = options.language or settings.language or language_of_machine(environment)
    people = options.people or settings.people
    glossary, without_words = _glossary(settings.glossary, options.glossary)
    for path in without_words:
        _warn(path, language)
    context = Context(
        today=options.date or settings.today,
        present=read_people(text_of(people, PEOPLE), people.name) if people else (),
        glossary=glossary,
    )
    left_out = frozenset(each.rule for each in settings.ignore)
    return Wishes(
        language=language,
        context=context,
        threshold=options.threshold or settings.threshold or Severity.TIP,
        only=chosen(options.only),
        without=chosen(options.without) | left_out,
        ignored=settings.ignore,
    )


PEOPLE = Words("deelnemerslijst", "list of people")
GLOSSARY = Words("begrippenlijst", "glossary")


def _settings(asked: Path | None) -> Settings:
    path = asked or find_settings(Path.cwd(), _home())
    return read_settings(path) if path else Settings()


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def _glossary(*paths: Path | None) -> tuple[Glossary, list[Path]]:
    """The words of the field and of the house, and the files that held no word."""
    glossary = Glossary.of_the_field()
    without_words = []
    for path in filter(None, paths):
        found = read_glossary(text_of(path, GLOSSARY))
        if not found.abbreviations and not found.loaded:
            without_words.append(path)
        glossary = glossary.and_also(found)
    return glossary, without_words


def _warn(path: Path, language: str) -> None:
    """A glossary without words is most likely the wrong file, but no reason to stop."""
    words = Words(f"Geen begrippen gevonden in {path}.", f"No words found in {path}.")
    print(f"expliciet check: {harmless(words.spoken(language))}", file=sys.stderr)
