"""The trail of two made-up houses, exported: made here without the house itself."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from expliciet.audit.verifying import Head, Verdict, name_of, read_heads

KEY = Ed25519PrivateKey.from_private_bytes(b"s" * 32)
OTHER = Ed25519PrivateKey.from_private_bytes(b"t" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()
MINE, THEIRS = str(UUID(int=11)), str(UUID(int=22))

Lines = list[bytes]
SIZE, HEADS = 40, [10, 20, 30, 40]


def line_of(house: str, number: int) -> bytes:
    told = {
        "id": str(UUID(int=(UUID(house).int << 64) + number)),
        "at": f"2026-11-25T12:{number // 60 % 60:02}:{number % 60:02}.000000Z",
        "house": house,
        "action": "record-read",
    }
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def seals_of(house: str, lines: Lines) -> list[dict[str, Any]]:
    """The seals that belong to these lines, computed anew."""
    seals, hash_ = [], bytes(32)
    for number, line in enumerate(lines, start=1):
        hash_ = sha256(b"\0" + hash_ + line).digest()
        seals.append(
            {
                "house": house,
                "number": number,
                "line": json.loads(line)["id"],
                "hash": hash_.hex(),
            }
        )
    return seals


def head_of(seal: dict[str, Any], key: Ed25519PrivateKey = KEY) -> dict[str, Any]:
    head = Head(
        house=seal["house"],
        size=seal["number"],
        hash=seal["hash"],
        at="2026-11-25T13:00:00.000000Z",
        key=name_of(key.public_key().public_bytes_raw()),
        signature="",
    )
    return head._replace(signature=key.sign(head.said).hex())._asdict()


@dataclass
class Export:
    """An export of two houses, as files, and what a partner kept of it."""

    folder: Path

    def path(self, name: str, house: str = MINE) -> Path:
        return self.folder / house / name

    def lines(self, house: str = MINE) -> Lines:
        return self.path("lines.jsonl", house).read_bytes().splitlines()

    def read(self, name: str, house: str = MINE) -> list[dict[str, Any]]:
        texts = self.path(name, house).read_text().splitlines()
        return [json.loads(text) for text in texts]

    def write_lines(self, lines: Lines, house: str = MINE) -> None:
        self.path("lines.jsonl", house).write_bytes(
            b"".join(line + b"\n" for line in lines)
        )

    def write(self, name: str, told: list[dict[str, Any]], house: str = MINE) -> None:
        self.path(name, house).write_text(
            "".join(json.dumps(each) + "\n" for each in told)
        )

    def put(self, house: str, lines: Lines, heads_at: list[int]) -> None:
        (self.folder / house).mkdir(parents=True, exist_ok=True)
        seals = seals_of(house, lines)
        self.write_lines(lines, house)
        self.write("seals.jsonl", seals, house)
        self.write("heads.jsonl", [head_of(seals[at - 1]) for at in heads_at], house)
        self.write("unsealed.jsonl", [], house)
        (self.folder / "public-key.txt").write_text(f"{PUBLIC.hex()}\n")

    def kept(self) -> list[Head]:
        return read_heads(self.path("heads.jsonl"))

    def fill(self) -> "Export":
        for house in (MINE, THEIRS):
            self.put(house, [line_of(house, number) for number in range(SIZE)], HEADS)
        return self


def broken(verdicts: list[Verdict]) -> list[str]:
    return [verdict.house for verdict in verdicts if verdict.broken]
