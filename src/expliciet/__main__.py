"""``expliciet`` at a terminal: find the command and let it do the rest.

Each command is fetched only when it is asked for, so none waits for another.
"""

import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

Command = Callable[[Sequence[str]], int]


def check(typed: Sequence[str]) -> int:
    from .terminal.check import check

    return check(typed)


def entry(typed: Sequence[str]) -> int:
    from .terminal.entry import entry

    return entry(typed)


def rules(typed: Sequence[str]) -> int:
    from .terminal.rules import rules

    return rules(typed)


def verify(typed: Sequence[str]) -> int:
    from .audit.verifying import main

    return main(typed)


def show_help(typed: Sequence[str]) -> int:
    from .terminal.help import show_help

    return show_help(typed)


def version(typed: Sequence[str]) -> int:
    from .terminal.help import version

    return version(typed)


COMMANDS: dict[str, Command] = {
    "check": check,
    "entry": entry,
    "rules": rules,
    "verify": verify,
    "help": show_help,
    "version": version,
    "-h": show_help,
    "--help": show_help,
    "-V": version,
    "--version": version,
}


def unknown(typed: Sequence[str]) -> int:
    from .terminal.help import unknown

    return unknown(typed, [name for name in COMMANDS if name[0] != "-"])


def main(typed: Sequence[str] | None = None) -> int:
    """Carry out what was typed; stopping halfway is nobody's fault and stays quiet."""
    if typed is None:
        typed = sys.argv[1:]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    name, rest = (typed[0], typed[1:]) if typed else ("help", [])
    try:
        command = COMMANDS.get(name)
        status = command(rest) if command else unknown(typed)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our answer has seen enough; closing must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 141
    return status


if __name__ == "__main__":
    sys.exit(main())
