"""The spelling of Dutch verbs: from an infinitive to its forms.

maken: maak, maakt, maakte, maakten, gemaakt. What is irregular is given with the verb.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Form(NamedTuple):
    """One reading of one word: whose form it is, and which."""

    infinitive: str
    tense: str
    """``present``, ``plural`` (also the infinitive), ``past`` or ``participle``;
    ``subordinate`` is a present joined to its particle: "(dat zij) opbelt"."""


class Verb(NamedTuple):
    """What the forms of a verb are made from."""

    stem: str
    past: tuple[str, ...]
    participle: str


_DIGRAPHS = frozenset("aa ee oo uu ie oe eu ui ei au ou ai oa".split())
_NO_THIRD_PERSON = frozenset(("kunnen", "mogen", "zullen", "zijn", "hebben"))
_VOWELS = frozenset("aeiouëïü")
_SYLLABLE = re.compile(r"ij|[aeiouyëïüê]+")
_UNSTRESSED_PREFIX = re.compile(r"(?:be|ge|her|ver|ont|er|over|onder)(?=.*[aeiouyëïü])")
_UNSTRESSED_END = ("el", "em", "en", "ig")
_INSEPARABLE = re.compile(
    r"(?:(?:be|ge)(?![iue]|l[ln]|k[kn]|r[gk])|her|ver|ont|er(?=[kv])|onder|over)"
    r"(?=[^aeiouyëïü]{0,3}[aeiouyëïü].*en$)"
)
_TREMA = {"e": "ë", "i": "ï", "u": "ü"}
_PLAIN = {"ë": "e", "ï": "i", "ü": "u"}


def stem_of(infinitive: str) -> str:
    """The first person of a regular verb: maken → maak, bellen → bel, reizen → reis."""
    root = infinitive.removesuffix("n").removesuffix("e")
    last, vowel = root[-1:], root[-2:-1]
    if last in _VOWELS or root.endswith("ij"):
        return root
    if last == vowel:
        return root[:-1]
    if vowel in _VOWELS and _is_open(root):
        root = root[:-1] + _PLAIN.get(vowel, vowel) + last
        if vowel in _PLAIN:
            root = root[:-3] + vowel + root[-2:]
    return root[:-1] + {"v": "f", "z": "s"}.get(last, last)


def _is_open(root: str) -> bool:
    """Whether its last vowel is long in an open syllable: mak-en, spreek-en.

    Not so in a digraph (zoeken), before w or x (duwen, faxen) or where the stress
    lies elsewhere (tekenen, vestigen). A verb in -eren is taken to be a borrowed one
    (informeren); for leveren, luisteren and the like the list gives the stem.
    """
    if root[-3:-1] in _DIGRAPHS or root[-1] in "wx":
        return False
    if not root.endswith(_UNSTRESSED_END):
        return True
    prefix = _UNSTRESSED_PREFIX.match(root)
    return len(_SYLLABLE.findall(root, prefix.end() if prefix else 0)) < 2


def regular(infinitive: str, stem: str = "") -> Verb:
    """The forms of a weak verb."""
    stem = stem or stem_of(infinitive)
    root = infinitive.removesuffix("n").removesuffix("e")
    ending = "t" if root.endswith(tuple("tkfscphx")) else "d"
    participle = stem if stem.endswith(ending) else stem + ending
    prefix = _INSEPARABLE.match(infinitive)
    own = len(_SYLLABLE.findall(root, prefix.end())) if prefix else 0
    if not own or (own > 1 and stem.endswith("eer")):  # geverifieerd, geherformuleerd
        participle = _with_ge(participle)
    return Verb(stem, (stem + ending + "e", stem + ending + "en"), participle)


def _with_ge(body: str) -> str:
    if body.startswith(("ij", "ui")):
        return "ge" + body
    return "ge" + _TREMA.get(body[0], body[0]) + body[1:]


def _without_ge(participle: str) -> str:
    body = participle.removeprefix("ge")
    return _PLAIN.get(body[0], body[0]) + body[1:]


def prefixed(prefix: str, base: Verb) -> Verb:
    """spreken → bespreken: the same forms, and no "ge"."""
    return Verb(
        prefix + base.stem,
        tuple(prefix + past for past in base.past),
        prefix + _without_ge(base.participle),
    )


def forms_of(infinitive: str, verb: Verb) -> Iterator[tuple[str, Form]]:
    """Every word that is a form of the verb, and how it reads."""
    stem = verb.stem
    present = Form(infinitive, "present")
    yield stem, present
    if infinitive[-3:] == "aan":
        yield stem + "at", present
    elif stem[-1] != "t" and infinitive not in _NO_THIRD_PERSON:
        yield stem + "t", present
    yield infinitive, Form(infinitive, "plural")
    past = Form(infinitive, "past")
    for spelled in verb.past:
        yield spelled, past
    yield verb.participle, Form(infinitive, "participle")
