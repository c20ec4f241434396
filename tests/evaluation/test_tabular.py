"""Tables to take along: they open as they were, say what they mean and do nothing."""

import csv
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as some

from expliciet.evaluation.tabular import Column, Table, zipped

COLUMNS = [
    Column("jaar", "jaar van de weging", allowed="2020 en later"),
    Column("duur", "van melding tot weging", unit="dagen"),
]


def opened(data: bytes) -> dict[str, list[list[str]]]:
    """As Excel would: by the mark in front, the semicolons and the quotes."""
    with ZipFile(BytesIO(data)) as archive:
        found = {}
        for name in archive.namelist():
            written = archive.read(name)
            assert written.startswith(b"\xef\xbb\xbf")
            text = StringIO(written.decode("utf-8-sig"), newline="")
            found[name] = list(csv.reader(text, delimiter=";"))
    return found


def one_cell(cell: str | float | bool | date | None) -> str:
    (row,) = opened(
        zipped(
            [
                Table(
                    "t",
                    [Column("c", "")],
                    [
                        [
                            cell,
                        ]
                    ],
                )
            ]
        )
    )["t.csv"][1:]
    return row[0] if row else ""


def test_tables_come_with_what_their_columns_mean() -> None:
    """F69"""
    found = opened(zipped([Table("duur", COLUMNS, [(2025, 4.5), (2026, None)])]))
    assert found == {
        "duur.csv": [["jaar", "duur"], ["2025", "4,5"], ["2026", ""]],
        "datawoordenboek.csv": [
            ["bestand", "kolom", "betekenis", "eenheid", "toegestane waarden"],
            ["duur.csv", "jaar", "jaar van de weging", "", "2020 en later"],
            ["duur.csv", "duur", "van melding tot weging", "dagen", ""],
        ],
    }


def test_the_same_tables_make_the_same_bytes() -> None:
    table = Table("duur", COLUMNS, [(2025, 4.5)])
    assert zipped([table]) == zipped([table])


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+31",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1+1",
        "\n=1",
        "＝1",
        "=cmd|' /C",
    ],
)
def test_what_begins_as_a_formula_is_made_text(formula: str) -> None:
    """V1"""
    assert one_cell(formula).startswith("'")


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (-3, "-3"),
        (-0.5, "-0,5"),
        (True, "ja"),
        (False, "nee"),
        (None, ""),
        (date(2026, 11, 26), "2026-11-26"),
        ('zij zei: "nee";\nhij ook', 'zij zei: "nee";\nhij ook'),
        ("’s-Gravenhage", "’s-Gravenhage"),
    ],
)
def test_other_cells_are_read_as_they_were(
    cell: str | float | bool | date | None, read: str
) -> None:
    assert one_cell(cell) == read


@given(some.text())
def test_no_text_breaks_out_of_its_cell(text: str) -> None:
    rows = opened(zipped([Table("t", COLUMNS, [("a", text), ("b", text)])]))["t.csv"]
    assert [row[0] for row in rows] == ["jaar", "a", "b"]
    assert all(len(row) == 2 for row in rows)
    assert not rows[1][1].startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    "names", [["../t"], ["T"], [""], ["t", "t"], ["datawoordenboek"]]
)
def test_names_that_cannot_stand_side_by_side_are_refused(names: list[str]) -> None:
    with pytest.raises(ValueError, match="cannot be names"):
        zipped([Table(name, COLUMNS, []) for name in names])


def test_a_row_with_too_few_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells"):
        zipped([Table("t", COLUMNS, [["los"]])])
