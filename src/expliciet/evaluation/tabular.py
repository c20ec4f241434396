"""Tables to work on elsewhere: csv as Dutch Excel opens it, and what columns mean.

No cell can do anything in a spreadsheet: what begins as a formula does gets an
apostrophe in front.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..checking.harmless import harmless

Cell = str | int | float | bool | date | None
DICTIONARY = "datawoordenboek"
STEM = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
NO_TIME = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16
UNIX = 3


class Column(NamedTuple):
    """A column, and what somebody must know who has never seen this house."""

    name: str
    meaning: str
    unit: str = ""
    allowed: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One csv file: `name` is that of the file, without .csv."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]


def zipped(tables: Sequence[Table]) -> bytes:
    """All tables and the dictionary in one file; the same bytes each time."""
    files = [*tables, dictionary(tables)]
    names = [table.name for table in files]
    if len(set(names)) < len(names) or not all(map(STEM.fullmatch, names)):
        raise ValueError(f"these cannot be names of files side by side: {names}")
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for table in files:
            entry = ZipInfo(f"{table.name}.csv", NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = READABLE
            archive.writestr(entry, as_csv(table))
    return packed.getvalue()


def dictionary(tables: Iterable[Table]) -> Table:
    """Every column of every table, in words."""
    headings = ["bestand", "kolom", "betekenis", "eenheid", "toegestane waarden"]
    return Table(
        DICTIONARY,
        [Column(heading, "") for heading in headings],
        [
            (f"{table.name}.csv", *column)
            for table in tables
            for column in table.columns
        ],
    )


def as_csv(table: Table) -> bytes:
    """UTF-8 with its mark, semicolons, and quotes where they are needed."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([shown(column.name) for column in table.columns])
    for row in table.rows:
        if len(row) != len(table.columns):
            raise ValueError(f"a row of {table.name} has {len(row)} cells")
        writer.writerow([shown(cell) for cell in row])
    return written.getvalue().encode("utf-8-sig")


def shown(cell: Cell) -> str:
    """As a Dutch spreadsheet reads it; figures stay figures."""
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nee"
        case int():
            return str(cell)
        case float():
            return repr(cell).replace(".", ",")
        case date():
            return cell.isoformat()
    text = cell.replace("\r\n", "\n")
    opening = "'" if FORMULA.match(text) else ""
    return opening + harmless(text, keep="\n\t")
