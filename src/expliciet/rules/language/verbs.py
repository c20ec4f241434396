"""Dutch verbs: which forms belong to which infinitive, and what the verb does.

The list in ``verbs.txt`` names verbs that minutes are made of; forms are made from it
by the rules of Dutch spelling. A participle or infinitive that the list does not know
is recognised by its shape where that is safe.
"""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

PARTICLES = frozenset(
    "op af aan uit in door mee na over terug toe voor bij langs om onder samen rond "
    "vast klaar los weg neer voort stop bekend ziek waar deel tegemoet overeen heen "
    "achteraan open vol tegen kort bloot stil goed vorm bijeen binnen achterna".split()
)
DEED, REPORT, JUDGE, STATE, DECIDE, SCALE, KEEP, HELPER = "DRJSXEKA"


class Form(NamedTuple):
    """One reading of one word: whose form it is, and which."""

    infinitive: str
    tense: str
    """``present``, ``plural`` (also the infinitive), ``past`` or ``participle``."""


class Verb(NamedTuple):
    stem: str
    past: tuple[str, ...]
    participle: str


class Lexicon(NamedTuple):
    forms: dict[str, list[Form]]
    classes: dict[str, str]


_VOWELS = "aeiou"
_SOFT = {"v": "f", "z": "s"}
_UNSTRESSED = re.compile(r".*[aeiou].*[^aeiou](?:el|er|em|en|ig)$")


def stem_of(infinitive: str) -> str:
    """The first person of a regular verb: maken → maak, bellen → bel, reizen → reis."""
    if not infinitive.endswith("en"):
        return infinitive.removesuffix("n")
    root = infinitive[:-2]
    if root.endswith("ë") or root.endswith("i"):
        return root
    if len(root) > 2 and root[-1] == root[-2] and root[-1] not in _VOWELS:
        return root[:-1]
    if infinitive.endswith(("ueren", "ieren", "ëren")) and len(infinitive) > 6:
        return root[:-2] + "eer"
    closed = root[-1] not in _VOWELS and len(root) > 1
    single = closed and root[-2] in _VOWELS and (len(root) < 3 or root[-3] not in _VOWELS)
    unstressed = _UNSTRESSED.match(root) and not root.endswith(("eer", "iseer"))
    if single and (root.endswith("er") and infinitive.endswith("eren")):
        unstressed = None if _latinate(root) else unstressed
    if single and not unstressed:
        root = root[:-1] + root[-2] + root[-1]
    return root[:-1] + _SOFT.get(root[-1], root[-1])


def _latinate(root: str) -> bool:
    """informeren, evalueren: the stress lies on -eer."""
    return sum(letter in _VOWELS for letter in root) >= 2 and not root.startswith(
        ("lever", "ver", "be", "her", "op", "lui", "wei", "schil", "oe", "schui")
    )


def regular(infinitive: str, stem: str = "") -> Verb:
    """The forms of a weak verb."""
    stem = stem or stem_of(infinitive)
    root = infinitive.removesuffix("n").removesuffix("e")
    hard = root[-1:] in tuple("tkfscph") and not root.endswith(("v", "z"))
    ending = "t" if hard else "d"
    prefix = re.match(r"(?:be|ge|her|ver|ont|er|onder|over)(?=[^aeiou]*[aeiou].*[a-z])", infinitive)
    inseparable = prefix and len(infinitive) > 6
    body = stem if stem.endswith(ending) else stem + ending
    participle = body if inseparable else _with_ge(body)
    return Verb(stem, (stem + ending + "e", stem + ending + "en"), participle)


def _with_ge(body: str) -> str:
    return "ge" + {"e": "ë", "i": "ï"}.get(body[0], body[0]) + body[1:]


def _forms(infinitive: str, verb: Verb) -> list[tuple[str, str]]:
    third = verb.stem if verb.stem.endswith("t") else verb.stem + "t"
    made = [(verb.stem, "present"), (third, "present"), (infinitive, "plural")]
    made += [(past, "past") for past in verb.past]
    made.append((verb.participle, "participle"))
    return made


_IRREGULAR_PRESENT = {
    "zijn": "ben bent is",
    "hebben": "heb hebt heeft",
    "kunnen": "kan kunt",
    "mogen": "mag",
    "willen": "wil wilt",
    "zullen": "zal zult",
    "gaan": "ga gaat",
    "staan": "sta staat",
    "doen": "doe doet",
    "zien": "zie ziet",
    "slaan": "sla slaat",
    "komen": "kom komt",
    "houden": "houd houdt hou",
    "rijden": "rijd rijdt rij",
}


@cache
def lexicon() -> Lexicon:
    """All verbs, read once."""
    forms: dict[str, list[Form]] = {}
    classes: dict[str, str] = {}
    verbs: dict[str, Verb] = {}
    takes: list[tuple[str, str, str]] = []
    text = (files(__package__) / "verbs.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        kind, rest = line.split(" ", 1)
        entry, _, particles = (part.strip() for part in rest.partition("|"))
        infinitive, *given = entry.split(":")
        classes[infinitive] = classes.get(infinitive, "") + kind
        takes += [(p, infinitive, kind) for p in particles.split()]
        if any(" " in part for part in given):
            given = []
        if len(given) >= 3:
            verbs[infinitive] = Verb(given[0], tuple(given[1].split(",")), given[2])
        elif infinitive not in verbs:
            verbs[infinitive] = regular(infinitive, given[0] if given else "")
            if len(given) == 2:
                verbs[infinitive] = verbs[infinitive]._replace(
                    past=tuple(given[1].split(","))
                )
    compounds = [(p, base, kind) for p, base, kind in takes if base in verbs]
    for infinitive in list(verbs):
        for particle in PARTICLES:
            base = infinitive.removeprefix(particle)
            if base != infinitive and base in verbs and ":" not in infinitive:
                if verbs[infinitive] == regular(infinitive):
                    compounds.append((particle, base, classes[infinitive]))
                    del verbs[infinitive]
                    break
    for infinitive, verb in verbs.items():
        for form, tense in _forms(infinitive, verb):
            forms.setdefault(form, []).append(Form(infinitive, tense))
    for infinitive, given_forms in _IRREGULAR_PRESENT.items():
        for form in given_forms.split():
            entry_form = Form(infinitive, "present")
            if entry_form not in forms.setdefault(form, []):
                forms[form].append(entry_form)
    for particle, base, kind in compounds:
        whole = particle + base
        if kind not in classes.get(whole, ""):
            classes[whole] = classes.get(whole, "") + kind
        for form, tense in _forms(base, verbs[base]):
            joined = Form(whole, "subordinate" if tense == "present" else tense)
            spelled = particle + form
            if joined not in forms.setdefault(spelled, []):
                forms[spelled].append(joined)
    return Lexicon(forms, classes)


_PARTICIPLE_SHAPE = re.compile(
    r"(?:[a-z]{2,8})?ge[a-zëï]{2,}(?:d|t|en)$|(?:be|ver|ont|her)[a-zëï]{3,}(?:d|t|en)$"
    r"|[a-zëï]+(?:eerd|iseerd)$"
)
_NOT_PARTICIPLE = frozenset(
    "gegeven gegevens gemeente geld geweld gebied gesprek gevolg gezin gedrag gebruik "
    "geen gehele gemeenten gelden bericht besluit verslag verzoek verbod verband "
    "bestand bereid bekend beleid beeld verband besluiten berichten gesprekken "
    "gevolgen verslagen gebieden goed genoeg gezond gedurende gegeven vergunningen "
    "verzoeken verschillen verschillend voldoende gebeurtenis gelegenheid beleid "
    "verleden begin behalve ontwikkelingen bewegingen gemiddeld gegevens gedachten "
    "gedeelte geval gevallen gebouwen begeleid".split()
)


def readings(word: str) -> list[Form]:
    """Every form this (lower case) word may be; empty when it is no verb."""
    known = lexicon().forms.get(word)
    if known:
        return known
    if word in _NOT_PARTICIPLE:
        return []
    if len(word) > 6 and word.endswith(("eren", "iseren")):
        return [Form(word, "plural")]
    if len(word) > 6 and word.endswith(("eert", "iseert")):
        return [Form(word[:-3] + "ren", "present")]
    if len(word) > 5 and _PARTICIPLE_SHAPE.match(word):
        return [Form(word, "participle")]
    return []


def does(infinitive: str) -> str:
    """The classes of a verb, as letters; a verb not listed is taken to be a deed."""
    return lexicon().classes.get(infinitive, DEED)
