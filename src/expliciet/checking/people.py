"""Who sits at the table, from a small file that anybody can write.

One person a line: name, function, organisation, with ``;`` between them::

    # naam; functie; organisatie
    Bo Visser; wijkagent; politie
    Sam Jansen; procesregisseur; gemeente Voorbeeldstad

The same with commas or tabs and a first line that names the columns is CSV; a file
ending in ``.toml`` holds ``[[people]]`` tables. A column may be left empty.
"""

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..rules import Party
from .refused import Refused

COLUMNS = {
    "name": "name",
    "naam": "name",
    "function": "function",
    "functie": "function",
    "rol": "function",
    "organisation": "organisation",
    "organisatie": "organisation",
}
PLAIN = ("name", "function", "organisation")


def read_people(text: str, file_name: str = "") -> tuple[Party, ...]:
    """The people in a file; a line that names nobody is refused with its number."""
    text = text.removeprefix("\ufeff")
    if file_name.lower().endswith(".toml"):
        return tuple(_from_toml(text, file_name))
    return tuple(_from_lines(text, file_name))


def _from_toml(text: str, file_name: str) -> Iterator[Party]:
    try:
        people = tomllib.loads(text).get("people", [])
    except tomllib.TOMLDecodeError as problem:
        raise Refused(
            f"{file_name} is geen geldige TOML: {problem}. Niets is gecontroleerd.",
            f"{file_name} is not valid TOML: {problem}. Nothing was checked.",
        ) from problem
    if not isinstance(people, list) or not all(isinstance(p, dict) for p in people):
        raise Refused(
            f"In {file_name} horen de deelnemers in [[people]]-tabellen te staan.",
            f"In {file_name} the people belong in [[people]] tables.",
        )
    for number, person in enumerate(people, 1):
        yield _party(_named(person), file_name, number)


def _named(person: Mapping[str, Any]) -> dict[str, str]:
    named = {COLUMNS.get(key.lower(), ""): str(value) for key, value in person.items()}
    return {column: value for column, value in named.items() if column}


def _from_lines(text: str, file_name: str) -> Iterator[Party]:
    order: Sequence[str] = PLAIN
    separator = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not separator:
            separator = next((sign for sign in ";\t," if sign in line), ";")
            titles = [COLUMNS.get(each.lower(), "") for each in _split(line, separator)]
            if "name" in titles and (len(titles) == 1 or any(titles[1:])):
                order = titles
                continue
        values = _split(line, separator)
        named = {c: v for c, v in zip(order, values, strict=False) if c}
        if len(values) > len(order):
            raise Refused(
                f"{file_name}, regel {number}: meer dan {len(order)} kolommen. "
                "Schrijf: naam; functie; organisatie.",
                f"{file_name}, line {number}: more than {len(order)} columns. "
                "Write: name; function; organisation.",
            )
        yield _party(named, file_name, number)


def _split(line: str, separator: str) -> list[str]:
    row = next(csv.reader([line], delimiter=separator, skipinitialspace=True), [])
    return [value.strip() for value in row]


def _party(named: Mapping[str, str], file_name: str, number: int) -> Party:
    if not any(named.values()):
        raise Refused(
            f"{file_name}, regel {number}: hier staat niemand. "
            "Schrijf: naam; functie; organisatie.",
            f"{file_name}, line {number}: nobody is named here. "
            "Write: name; function; organisation.",
        )
    return Party(
        name=named.get("name", ""),
        function=named.get("function", ""),
        organisation=named.get("organisation", ""),
    )
