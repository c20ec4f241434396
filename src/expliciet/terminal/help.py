"""What the program can do, in few words."""

import os
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from .. import __version__
from ..rules import Words
from .command_line import language_of

HELP = Words(
    """\
Expliciet laat zien wat in een verslag onuitgesproken blijft.

  expliciet check BESTAND…    stelt vragen bij een verslag (ook docx, odt, pdf)
  expliciet entry "REGEL"     leest wie wat doet, voor welke dag, uit één regel
  expliciet rules [CODE…]     toont alle vragen, of de uitleg bij één regel
  expliciet verify MAP        gaat na of een uitgevoerd logboek nog klopt
  expliciet help [OPDRACHT]   deze hulp, of die van een opdracht
  expliciet version           de versie

Begin met:  expliciet check examples/verslag-esdoorn.txt
Er wordt niets bewaard en niets verstuurd.""",
    """\
Expliciet shows what minutes leave unsaid.

  expliciet check FILE…       asks questions about minutes (docx, odt, pdf too)
  expliciet entry "LINE"      reads who does what by which day from one line
  expliciet rules [CODE…]     shows all questions, or the page of one rule
  expliciet verify FOLDER     finds out whether an exported trail is still right
  expliciet help [COMMAND]    this help, or that of a command
  expliciet version           the version

Start with:  expliciet check examples/verslag-esdoorn.txt
Nothing is stored and nothing is sent.""",
)


def show_help(asked: Sequence[str], environment: Mapping[str, str] = os.environ) -> int:
    """The overview, or the help of one command."""
    command = next((word for word in asked if not word.startswith("-")), "")
    language = language_of(asked, environment)
    spoken = ["--language", language, "--help"]
    if command == "check":
        from .check import check

        return check(spoken)
    if command == "entry":
        from .entry import entry

        return entry(spoken)
    if command == "rules":
        from .rules import rules

        return rules(spoken)
    print(HELP.spoken(language))
    return 0


def version(asked: Sequence[str]) -> int:
    print(f"expliciet {__version__}")
    return 0


def unknown(
    asked: Sequence[str],
    commands: Sequence[str],
    environment: Mapping[str, str] = os.environ,
) -> int:
    """Say which command was probably meant."""
    language = language_of(asked, environment)
    near = get_close_matches(asked[0], commands, n=1)
    words = Words(
        f"'{asked[0]!s}' is geen opdracht.", f"'{asked[0]!s}' is not a command."
    )
    meant = Words(
        f" Bedoelde u 'expliciet {near[0]}'?" if near else "",
        f" Did you mean 'expliciet {near[0]}'?" if near else "",
    )
    see = Words(" Zie 'expliciet help'.", " See 'expliciet help'.")
    said = (part.spoken(language) for part in (words, meant, see))
    print("".join(said), file=sys.stderr)
    return 2
