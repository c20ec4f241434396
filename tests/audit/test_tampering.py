"""Whoever changes a trail is found out, wherever they strike."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from expliciet.audit.verifying import name_of, verify
from tests.audit.exports import (
    HEADS,
    MINE,
    OTHER,
    PUBLIC,
    SIZE,
    THEIRS,
    Export,
    broken,
    head_of,
    line_of,
    seals_of,
)


@pytest.fixture
def export(tmp_path: Path) -> Export:
    return Export(tmp_path / "uit").fill()


def change_a_byte(export: Export, at: int, chance: Random) -> None:
    lines = export.lines()
    line = bytearray(lines[at])
    line[chance.randrange(len(line))] ^= 1 << chance.randrange(7)
    lines[at] = bytes(line)
    export.write_lines(lines)


def delete_a_line(export: Export, at: int, chance: Random) -> None:
    lines, seals = export.lines(), export.read("seals.jsonl")
    del lines[at]
    if chance.random() < 0.7:
        del seals[at]
    export.write_lines(lines)
    export.write("seals.jsonl", seals)


def delete_the_tail(export: Export, at: int, chance: Random) -> None:
    """With its seals and heads, so that nothing in the export itself shows it."""
    export.write_lines(export.lines()[:at])
    export.write("seals.jsonl", export.read("seals.jsonl")[:at])
    heads = [head for head in export.read("heads.jsonl") if head["size"] <= at]
    export.write("heads.jsonl", heads)


def insert_a_line(export: Export, at: int, chance: Random) -> None:
    lines, seals = export.lines(), export.read("seals.jsonl")
    lines.insert(at, line_of(MINE, 900 + at))
    if chance.random() < 0.7:
        seals.insert(at, {**seals[at], "line": json.loads(lines[at])["id"]})
    export.write_lines(lines)
    export.write("seals.jsonl", seals)


def swap_two_lines(export: Export, at: int, chance: Random) -> None:
    lines, seals = export.lines(), export.read("seals.jsonl")
    other = (at + chance.randrange(1, SIZE)) % SIZE
    lines[at], lines[other] = lines[other], lines[at]
    if chance.random() < 0.5:
        for name in ("line", "hash"):
            seals[at][name], seals[other][name] = seals[other][name], seals[at][name]
    export.write_lines(lines)
    export.write("seals.jsonl", seals)


def duplicate_a_line(export: Export, at: int, chance: Random) -> None:
    lines, seals = export.lines(), export.read("seals.jsonl")
    lines.insert(at, lines[at])
    seals.insert(at, seals[at])
    export.write_lines(lines)
    export.write("seals.jsonl", seals)


def renumber(export: Export, at: int, chance: Random) -> None:
    seals = export.read("seals.jsonl")
    seals[at]["number"] += chance.choice([-1, 1, 1000])
    export.write("seals.jsonl", seals)


def change_the_time(export: Export, at: int, chance: Random) -> None:
    lines = export.lines()
    lines[at] = lines[at].replace(
        b"2026-11-25", b"2026-11-%02d" % chance.randint(1, 24)
    )
    export.write_lines(lines)


def rewrite_the_chain(export: Export, at: int, chance: Random) -> None:
    """Everything after one changed line computed anew, and no head left to differ."""
    lines = export.lines()
    lines[at] = lines[at].replace(b"record-read", b"record-made")
    export.write_lines(lines)
    export.write("seals.jsonl", seals_of(MINE, lines))
    export.write("heads.jsonl", [])


def replace_a_signature(export: Export, at: int, chance: Random) -> None:
    """Rewritten and signed anew, with a key that is not ours."""
    rewrite_the_chain(export, at, chance)
    seals = export.read("seals.jsonl")
    named = name_of(PUBLIC) if chance.random() < 0.5 else None
    heads = [head_of(seals[size - 1], OTHER) for size in HEADS]
    export.write("heads.jsonl", [{**head, **named_(named)} for head in heads])


def named_(name: str | None) -> dict[str, str]:
    return {"key": name} if name else {}


def roll_back(export: Export, at: int, chance: Random) -> None:
    """An older backup put back, and gone on with as if nothing happened."""
    delete_the_tail(export, at, chance)
    lines = export.lines()
    lines += [line_of(MINE, 500 + number) for number in range(SIZE - at)]
    export.write_lines(lines)
    seals = seals_of(MINE, lines)
    export.write("seals.jsonl", seals)
    export.write("heads.jsonl", [head_of(seals[-1])])  # signed by ourselves, unknowing


def show_another_house(export: Export, at: int, chance: Random) -> None:
    """The trail of another house, whole and signed, in the place of this one."""
    shutil.rmtree(export.folder / MINE)
    if chance.random() < 0.7:
        shutil.move(export.folder / THEIRS, export.folder / MINE)


ATTACKS: list[Callable[[Export, int, Random], None]] = [
    change_a_byte,
    delete_a_line,
    delete_the_tail,
    insert_a_line,
    swap_two_lines,
    duplicate_a_line,
    renumber,
    change_the_time,
    rewrite_the_chain,
    replace_a_signature,
    roll_back,
    show_another_house,
]


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> Random:
    """Another drill every time; the seed of pytest-randomly tells which."""
    return Random(request.config.getoption("randomly_seed", 0))


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
@pytest.mark.parametrize("places", [4, pytest.param(100, marks=pytest.mark.long)])
def test_every_attack_is_found_wherever_it_strikes(
    export: Export,
    chance: Random,
    attack: Callable[[Export, int, Random], None],
    places: int,
) -> None:
    """T21: a partner kept the heads and knows the key."""
    kept = export.kept()
    whole = export.folder.rename(export.folder.with_name("heel"))
    for number in range(places):
        shutil.copytree(whole, export.folder)
        at = chance.randrange(SIZE)
        attack(export, at, chance)
        verdicts = verify(export.folder, PUBLIC, kept)
        assert MINE in broken(verdicts), (attack.__name__, number, at)
        (mine,) = [verdict for verdict in verdicts if verdict.house == MINE]
        assert mine.verified <= SIZE
        shutil.rmtree(export.folder)
