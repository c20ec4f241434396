"""Writing the trail of a house out, so that others can verify and keep it.

For each house a folder with lines, seals and heads as `verifying` reads them, and the
same processings as LDV lines. The export is itself a line in the trail it writes.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Q

from . import trail
from .actions import Action
from .ldv import is_processing, ldv_line, subject_of
from .models import Head, Line, Seal
from .sealer import ChainBroken, end_of, sign_heads
from .signing import public_key
from .trail import TERMINAL, Identity, Whereabouts, own_transaction

AT_A_TIME = 2_000


def export_trail(
    to: Path,
    house: UUID,
    *,
    now: datetime,
    activity: str = "",
    by: Identity = TERMINAL,
) -> int:
    """Write the trail of this house into a new folder; how many lines it holds.

    The line about it is committed before anything leaves. A chain that is broken is
    exported as it is: that is what the verifier is for. Without `activity`, the address
    of the processing in a register, there are no LDV lines.
    """
    folder, unfinished = to / str(house), to / f".{house}"
    if folder.exists():
        raise FileExistsError(folder)
    unfinished.mkdir(mode=0o700, parents=True)
    try:
        with own_transaction():
            trail.record(Action.TRAIL_EXPORTED, by=by, at=Whereabouts(house=house))
        with suppress(ChainBroken, ImproperlyConfigured):
            sign_heads(now)
        size, _ = end_of(house)
        write_chain(unfinished, house, size)
        if activity:
            lines = ldv_lines(house, size, activity)
            write(unfinished / "ldv.jsonl", map(as_json, lines))
        write(to / "public-key.txt", [public_key().hex().encode()])
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return size


def write_chain(folder: Path, house: UUID, size: int) -> None:
    write(folder / "heads.jsonl", map(as_json, heads(house, size)))
    write(folder / "seals.jsonl", (as_json(told(seal)) for seal in seals(house, size)))
    write(folder / "lines.jsonl", (seal.line.exported() for seal in seals(house, size)))
    young = Line.objects.of_house(house).filter(Q(seal=None) | Q(seal__number__gt=size))
    write(folder / "unsealed.jsonl", (line.exported() for line in young))


def seals(house: UUID, size: int) -> Iterator[Seal]:
    """In the order of the chain, some at a time: nobody who writes has to wait."""
    number = 0
    chain = Seal.objects.filter(house=house, number__lte=size).select_related("line")
    while batch := list(chain.filter(number__gt=number)[:AT_A_TIME]):
        yield from batch
        number = batch[-1].number


def told(seal: Seal) -> dict[str, Any]:
    return {
        "house": str(seal.house),
        "number": seal.number,
        "line": str(seal.line_id),
        "hash": seal.hash,
    }


def heads(house: UUID, size: int) -> Iterator[dict[str, Any]]:
    for head in Head.objects.filter(house=house, size__lte=size).order_by("size"):
        yield {
            "house": str(head.house),
            "size": head.size,
            "hash": head.hash,
            "at": head.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            "key": head.key,
            "signature": head.signature,
        }


def ldv_lines(house: UUID, size: int, activity: str) -> Iterator[dict[str, Any]]:
    subjects: dict[UUID, str] = {}
    for seal in seals(house, size):
        line = seal.line
        if line.dossier is None or not is_processing(line):
            continue
        if line.dossier not in subjects:
            subjects[line.dossier] = subject_of(line.dossier)
        yield ldv_line(line, activity=activity, subject=subjects[line.dossier])


def as_json(told: dict[str, Any]) -> bytes:
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def write(path: Path, lines: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        path.chmod(0o600)
        for line in lines:
            file.write(line + b"\n")
