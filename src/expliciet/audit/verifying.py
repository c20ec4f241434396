"""``expliciet verify``: was anything changed in a trail that was exported?

A program by itself, for whoever does not take the word of the system that wrote it: it
needs Python and ``cryptography`` alone. What it reads, for each house in its folder:
- ``lines.jsonl``: the lines, byte for byte as they were chained, in their order;
- ``seals.jsonl``: of each line its number and hash, where
  hash(n) = SHA-256(0x00, hash(n-1), line n), and hash(0) is 32 zero bytes;
- ``heads.jsonl``: signed words about the chain: at this size it had this hash;
- ``unsealed.jsonl``: lines too young to have a number.

Beside those folders lies ``public-key.txt``, the Ed25519 key of the signatures.
"""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

START = bytes(32)
GOOD, BROKEN, UNREADABLE = 0, 1, 2


class Words(NamedTuple):
    """One sentence in two languages."""

    dutch: str
    english: str


CHANGED = Words(
    "deze regel, of een ervoor, is niet wat er verzegeld werd",
    "this line, or one before it, is not what was sealed",
)
NO_LINE = Words("er ontbreekt een regel", "a line is lacking")
NO_SEAL = Words("een regel heeft geen zegel", "a line has no seal")
NOT_NEXT = Words("het nummer is niet het volgende", "its number is not the next one")
OTHER_LINE = Words("het zegel hoort bij een ander", "its seal belongs to another line")
OTHER_HOUSE = Words("dit hoort bij een ander huis", "this belongs to another house")
CONTRADICTED = Words("de keten is anders dan ondertekend", "other than was signed")
CUT_OFF = Words("ondertekende regels ontbreken", "lines that were signed are lacking")
OTHER_KEY = Words("een kop met een andere sleutel", "a head by another key")
FORGED = Words("de handtekening van een kop klopt niet", "a signature is not right")
UNREAD = Words("dit is niet te lezen", "this cannot be read")
NO_FILE = Words("er ontbreekt een bestand", "a file is lacking")
NO_HOUSE = Words("dit huis is er niet bij", "this house is not among these")


class Break(Exception):
    """Something is not as it was written; `number` is where in the chain."""

    def __init__(self, number: int, what: Words) -> None:
        super().__init__(what.english)
        self.number = number
        self.what = what


class Head(NamedTuple):
    """What was signed about a chain."""

    house: str
    size: int
    hash: str
    at: str
    key: str
    signature: str

    @property
    def said(self) -> bytes:
        said = f"{self.house}\n{self.size}\n{self.hash}\n{self.at}\n"
        return f"expliciet head v1\n{said}".encode()


@dataclass
class Verdict:
    """What was found about the trail of one house."""

    house: str
    verified: int = 0
    signed: int = 0
    signed_at: str = ""
    unsealed: int = 0
    broken: Break | None = None


def verify(
    folder: Path, key: bytes, kept: Iterable[Head] = (), house: str = ""
) -> list[Verdict]:
    """Go through every house in an export, or only through the one that is named.

    `kept` are heads that somebody else kept: they show what was cut off at the end, or
    rewritten from the beginning.
    """
    heads: dict[str, list[Head]] = {
        path.name: [] for path in sorted(folder.iterdir()) if path.is_dir()
    }
    for head in kept:
        heads.setdefault(head.house, []).append(head)
    if house:
        heads = {house: heads.get(house, [])}
    if not heads:
        raise FileNotFoundError(folder)
    return [verify_house(folder / name, key, kept) for name, kept in heads.items()]


def verify_house(folder: Path, key: bytes, kept: list[Head]) -> Verdict:
    """Follow one chain from its beginning to the first thing that is not right."""
    verdict = Verdict(folder.name)
    try:
        if not folder.is_dir():
            raise Break(1, NO_HOUSE)
        heads = [*read_heads(folder / "heads.jsonl"), *kept]
        follow(links(folder), by_size(heads, folder.name, key), verdict)
        verdict.unsealed = (folder / "unsealed.jsonl").read_bytes().count(b"\n")
    except Break as broken:
        verdict.broken = broken
    except FileNotFoundError:
        verdict.broken = Break(verdict.verified + 1, NO_FILE)
    return verdict


def follow(
    links: Iterable[tuple[bytes, bytes]], heads: dict[int, list[Head]], verdict: Verdict
) -> None:
    """Compute every hash anew, and lay it beside its seal and beside the heads."""
    hash_ = START
    for number, (line, seal) in enumerate(links, start=1):
        hash_ = hashlib.sha256(b"\0" + hash_ + line).digest()
        compare(line, seal, number, hash_.hex(), verdict.house)
        for head in heads.pop(number, ()):
            if head.hash != hash_.hex():
                raise Break(number, CONTRADICTED)
            verdict.signed, verdict.signed_at = number, head.at
        verdict.verified = number
    if heads:
        raise Break(verdict.verified + 1, CUT_OFF)


def compare(line: bytes, sealed: bytes, number: int, hash_: str, house: str) -> None:
    if not (line and sealed):
        raise Break(number, NO_SEAL if line else NO_LINE)
    seal = read(sealed, number)
    if seal.get("number") != number:
        raise Break(number, NOT_NEXT)
    if seal.get("hash") != hash_:
        raise Break(number, CHANGED)
    if seal.get("house") != house or f'"house":"{house}"'.encode() not in line:
        raise Break(number, OTHER_HOUSE)
    if f'"id":"{seal.get("line")}"'.encode() not in line:
        raise Break(number, OTHER_LINE)


def links(folder: Path) -> Iterator[tuple[bytes, bytes]]:
    """Each line with its seal, until both files end; nothing where one ends first."""
    with (
        (folder / "lines.jsonl").open("rb") as lines,
        (folder / "seals.jsonl").open("rb") as seals,
    ):
        while (line := lines.readline()) or (seal := seals.readline()):
            if line:
                seal = seals.readline()
            yield line.removesuffix(b"\n"), seal


def read(text: bytes, number: int) -> dict[str, Any]:
    try:
        told = json.loads(text)
    except ValueError:
        raise Break(number, UNREAD) from None
    if not isinstance(told, dict):
        raise Break(number, UNREAD)
    return told


def read_heads(path: Path) -> list[Head]:
    heads = []
    for number, text in enumerate(path.read_bytes().splitlines(), start=1):
        told = read(text, number)
        if told.keys() != set(Head._fields) or type(told["size"]) is not int:
            raise Break(number, UNREAD)
        heads.append(Head(**told))
    return heads


def by_size(heads: list[Head], house: str, key: bytes) -> dict[int, list[Head]]:
    """Every head by its size, after checking whose it is and who signed it."""
    public = Ed25519PublicKey.from_public_bytes(key)
    sorted_: dict[int, list[Head]] = {}
    for head in heads:
        if head.house != house:
            raise Break(head.size, OTHER_HOUSE)
        if head.key != name_of(key):
            raise Break(head.size, OTHER_KEY)
        try:
            public.verify(bytes.fromhex(head.signature), head.said)
        except (InvalidSignature, TypeError, ValueError):
            raise Break(head.size, FORGED) from None
        sorted_.setdefault(head.size, []).append(head)
    return sorted_


def name_of(key: bytes) -> str:
    """The mark by which people compare public keys."""
    return hashlib.sha256(b"expliciet key fingerprint\0" + key).hexdigest()[:16]


def read_key(path: Path) -> bytes:
    """The public key in this file; `ValueError` when it holds none."""
    key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    Ed25519PublicKey.from_public_bytes(key)
    return key


def say(dutch: str, english: str, to: Any = None) -> None:
    print(chosen(Words(dutch, english)), file=to)


def chosen(words: Words) -> str:
    """In the language of whoever sits at the terminal: Dutch, unless set to English."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    language = next(filter(None, map(os.environ.get, names)), "nl")
    return words.english if language.lower().startswith("en") else words.dutch


def tell(verdict: Verdict) -> None:
    house, good, broken = verdict.house, verdict.verified, verdict.broken
    if broken:
        what = chosen(broken.what)
        say(
            f"{house}: GEBROKEN bij {broken.number}: {what}. De {good} ervoor kloppen.",
            f"{house}: BROKEN at {broken.number}: {what}. The {good} before are right.",
        )
        return
    signed, at, young = verdict.signed, verdict.signed_at, verdict.unsealed
    say(
        f"{house}: {good} regels nagerekend. Ondertekend tot en met {signed} ({at}), "
        f"{good - signed} na de laatste kop, {young} nog zonder nummer.",
        f"{house}: {good} lines verified. Signed up to {signed} ({at}), "
        f"{good - signed} after the last head, {young} without a number yet.",
    )


def asked(typed: Sequence[str] | None) -> argparse.Namespace:
    described = Words(
        "Gaat na of er iets veranderd is in een logboek dat is uitgevoerd.",
        "Finds out whether anything was changed in a trail that was exported.",
    )
    key = Words("de sleutel die u eerder kreeg", "the key you were given")
    kept = Words("koppen die u zelf bewaarde", "heads you kept yourself")
    house = Words("alleen dit huis", "only this house")
    parser = argparse.ArgumentParser("expliciet verify", description=chosen(described))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--key", type=Path, help=chosen(key))
    parser.add_argument(
        "--kept", type=Path, action="append", default=[], help=chosen(kept)
    )
    parser.add_argument("--house", default="", help=chosen(house))
    return parser.parse_args(typed)


def main(typed: Sequence[str] | None = None) -> int:
    wish = asked(typed)
    try:
        key = read_key(wish.key or wish.folder / "public-key.txt")
        kept = [head for path in wish.kept for head in read_heads(path)]
        verdicts = verify(wish.folder, key, kept, wish.house)
    except (Break, OSError, ValueError) as reason:
        what = f"{chosen(UNREAD)} ({reason})"
        say(f"Er is niets nagegaan: {what}.", f"Nothing verified: {what}.", sys.stderr)
        return UNREADABLE
    for verdict in verdicts:
        tell(verdict)
    if not wish.key:
        say(
            f"De sleutel {name_of(key)} kwam met de export mee. Is dat de sleutel die "
            "u eerder kreeg? Geef die mee met --key.",
            f"The key {name_of(key)} came with the export. Is it the one you were "
            "given before? Give that one with --key.",
        )
    if not wish.kept:
        say(
            "Een afgeknipt einde valt op naast koppen die u zelf bewaarde (--kept).",
            "An end that was cut off shows beside heads that you kept (--kept).",
        )
    if any(verdict.broken for verdict in verdicts):
        say("Er is iets veranderd, weggehaald of toegevoegd.", "Something was changed.")
        return BROKEN
    say("Er is niets veranderd, voor zover ondertekend.", "Nothing signed was changed.")
    return GOOD


if __name__ == "__main__":
    sys.exit(main())
