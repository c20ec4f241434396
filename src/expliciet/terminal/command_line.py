"""Reading what was typed, and answering in the reader's language."""

import re
from argparse import SUPPRESS, Action, ArgumentParser, ArgumentTypeError, HelpFormatter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn, TypeVar

from ..checking import Refused, a_language
from ..rules import Words

T = TypeVar("T")

# What the parser itself may complain about, and how we say it.
COMPLAINTS = (
    (r"unrecognized arguments: (.+)", "onbekend: {0}"),
    (r"argument (.+?): expected one argument", "achter {0} hoort iets te staan"),
    (
        r"argument (.+?): expected at least one argument",
        "achter {0} hoort iets te staan",
    ),
    (r"ambiguous option: (\S+) could match (.+)", "{0} kan {1} zijn"),
    (r"argument (.+?): ignored explicit argument (.+)", "{0} staat alleen, zonder {1}"),
    (r"the following arguments are required: (.+)", "er ontbreekt: {0}"),
)
LANGUAGE_OPTION = re.compile(r"--lang(?:u(?:a(?:ge?)?)?)?(?:=(.*))?", re.DOTALL)


def language_of(typed: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language to answer in: as asked, else as the machine is set, else Dutch."""
    for at, word in enumerate(typed):
        option = LANGUAGE_OPTION.fullmatch(word)
        if option:
            wish = (
                option[1] if option[1] is not None else "".join(typed[at + 1 : at + 2])
            )
            return "en" if wish.strip().lower().startswith("en") else "nl"
    return language_of_machine(environment)


def language_of_machine(environment: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "en" if environment[name].lower().startswith("en") else "nl"
    return "nl"


class CommandLine(ArgumentParser):
    """A parser whose help and complaints are whole sentences in one language."""

    def __init__(
        self, command: str, usage: Words, summary: Words, more: Words, language: str
    ) -> None:
        self.language = language
        super().__init__(
            prog=f"expliciet {command}",
            usage=f"expliciet {command} {usage.spoken(language)}",
            description=summary.spoken(language),
            epilog=more.spoken(language),
            add_help=False,
            formatter_class=_formatter(language),
        )
        self.files = self.add_argument_group(
            Words("bestanden", "files").spoken(language)
        )
        self.choices = self.add_argument_group(
            Words("keuzes", "options").spoken(language)
        )

    def take(self, *names: str, says: Words, **how: Any) -> Action:
        """One option, with its explanation in both languages."""
        return self.choices.add_argument(*names, help=says.spoken(self.language), **how)

    def take_the_usual(self) -> None:
        self.take(
            "--language",
            type=typed(a_language, self.language),
            metavar="nl|en",
            says=Words("taal van vragen en meldingen", "language of the answers"),
        )
        self.take("-h", "--help", action="help", says=Words("deze hulp", "this help"))

    def error(self, message: str) -> NoReturn:
        said = message if self.language == "en" else _in_dutch(message)
        see = Words("zie", "see").spoken(self.language)
        self.exit(2, f"{self.prog}: {said} ({see} {self.prog} --help)\n")


def typed(read: Callable[[str], T], language: str) -> Callable[[str], T]:
    """A reader of one value whose refusal becomes the parser's complaint."""

    def value(written: str) -> T:
        try:
            return read(written)
        except Refused as refusal:
            raise ArgumentTypeError(refusal.words.spoken(language)) from refusal

    return value


def one_of(*names: str) -> Callable[[str], str]:
    """A reader that knows these names only."""

    def read(written: str) -> str:
        if written in names:
            return written
        known = ", ".join(names)
        raise Refused(
            f"'{written}' bestaat niet; kies uit {known}",
            f"there is no '{written}'; choose from {known}",
        )

    return read


def _in_dutch(message: str) -> str:
    for pattern, dutch in COMPLAINTS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return dutch.format(*found.groups())
    return re.sub(r"^argument (\S+): ", r"\1: ", message)


def _formatter(language: str) -> type[HelpFormatter]:
    prefix = Words("gebruik: ", "usage: ").spoken(language)

    class Formatter(HelpFormatter):
        def __init__(self, prog: str, **how: Any) -> None:
            super().__init__(prog, max_help_position=30, width=88, **how)

        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[Action],
            groups: Iterable[Any],
            prefix: str | None = prefix,
        ) -> None:
            if usage is not SUPPRESS:
                super().add_usage(usage, actions, groups, prefix)

        def _fill_text(self, text: str, width: int, indent: str) -> str:
            return "\n".join(indent + line for line in text.splitlines())

    return Formatter
