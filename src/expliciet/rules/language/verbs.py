"""Dutch verbs: which forms belong to which infinitive, and what the verb does.

The list in ``verbs.txt`` names verbs that minutes are made of; forms are made from it
by the rules of Dutch spelling. A participle or infinitive that the list does not know
is recognised by its shape where that is safe. ``nouns.txt`` holds the words that look
like a verb and seldom are one.
"""

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

PARTICLES = frozenset(
    "op af aan uit in door mee na over terug toe voor bij langs om onder samen rond "
    "vast klaar los weg neer voort stop bekend ziek waar deel tegemoet overeen heen "
    "achteraan open vol tegen kort bloot stil goed vorm bijeen binnen achterna "
    "vooruit achteruit voorbij uiteen ineen teniet dicht vrij schoon gelijk thuis "
    "terecht teleur teweeg buiten opzij leeg plat droog kwijt gade veilig gereed recht "
    "mede staande achter vooraf verder mis stuk lastig tekort stand groot beter".split()
)
"""Words that may stand apart from their verb: "belt … op", "stelt … veilig"."""
DEED, REPORT, JUDGE, STATE, DECIDE, SCALE, KEEP, HELPER, HUMAN = "DRJSXEKAH"


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


class Lexicon(NamedTuple):
    """The verbs by their forms, and the classes of each infinitive.

    Separable verbs have classes only; their forms are those of the verb within.
    """

    forms: dict[str, tuple[Form, ...]]
    classes: dict[str, str]
    separable: frozenset[str]


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


def _prefixed(prefix: str, base: Verb) -> Verb:
    """spreken → bespreken: the same forms, and no "ge"."""
    return Verb(
        prefix + base.stem,
        tuple(prefix + past for past in base.past),
        prefix + _without_ge(base.participle),
    )


def _forms(infinitive: str, verb: Verb) -> Iterator[tuple[str, Form]]:
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


_IRREGULAR_PRESENT = {
    "zijn": "ben bent is",
    "hebben": "heb hebt heeft",
    "kunnen": "kan kunt kun",
    "mogen": "mag",
    "willen": "wil wilt",
    "zullen": "zal zult zul",
    "komen": "kom komt",
    "houden": "houd houdt hou",
    "rijden": "rijd rijdt rij",
    "moeten": "moet",
}


def _lines(name: str) -> Iterator[str]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and line[0] != "#")


class _Entry(NamedTuple):
    """One line of ``verbs.txt``."""

    kinds: str
    prefix: str
    base: str
    given: list[str]
    joined: dict[str, str]
    """The classes of the verb behind each of its particles."""


def _entry(line: str) -> _Entry:
    kinds, rest = line.split(" ", 1)
    verb, *groups = rest.split(" | ")
    name, *given = verb.split(":")
    prefix, plus, base = name.partition("+")
    joined, here = {}, kinds
    for word in " | ".join(groups).split():
        if word.isupper():
            here = word
        elif word == "|":
            here = kinds
        else:
            joined[word] = here
    return _Entry(kinds, prefix if plus else "", base if plus else name, given, joined)


@cache
def lexicon() -> Lexicon:
    """All verbs, read once."""
    entries = [_entry(line) for line in _lines("verbs.txt")]
    verbs: dict[str, Verb] = {}
    classes: dict[str, str] = {}
    joined: dict[str, str] = {}
    for kinds, prefix, base, given, particles in entries:
        infinitive = prefix + base
        classes[infinitive] = kinds
        for particle, kind in particles.items():
            joined[particle + infinitive] = kind
        if not prefix:
            verbs[base] = _listed(base, given)
    for _, prefix, base, _, _ in entries:
        if prefix:
            verbs[prefix + base] = _prefixed(prefix, verbs.get(base) or regular(base))
    return Lexicon(_by_form(verbs), classes | joined, frozenset(joined))


def _listed(infinitive: str, given: list[str]) -> Verb:
    if len(given) == 3:
        return Verb(given[0], tuple(given[1].split(",")), given[2])
    return regular(infinitive, given[0] if given else "")


def _cuts(word: str, rests: Container[str]) -> Iterator[tuple[str, str]]:
    """Every way to read the word as a particle and something known."""
    for cut in range(2, min(len(word) - 2, 11)):
        if word[:cut] in PARTICLES and word[cut:] in rests:
            yield word[:cut], word[cut:]


def _by_form(verbs: dict[str, Verb]) -> dict[str, tuple[Form, ...]]:
    forms: dict[str, tuple[Form, ...]] = {}
    for infinitive, verb in verbs.items():
        for spelled, form in _forms(infinitive, verb):
            known = forms.get(spelled)
            forms[spelled] = (*known, form) if known else (form,)
    for infinitive, present in _IRREGULAR_PRESENT.items():
        for spelled in present.split():
            form = Form(infinitive, "present")
            if form not in forms.get(spelled, ()):
                forms[spelled] = (*forms.get(spelled, ()), form)
    return forms


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """The lists of ``nouns.txt``, by their heading."""
    lists: dict[str, list[str]] = {}
    here: list[str] = []
    for line in _lines("nouns.txt"):
        if line.startswith("["):
            here = lists.setdefault(line.strip("[]"), [])
        else:
            here += line.split()
    return {heading: frozenset(words) for heading, words in lists.items()}


def is_often_noun(word: str) -> bool:
    """Whether this (lower case) verb form is more often a noun: plan, start, vraag."""
    return word in _nouns()["often a noun"]


_PARTICIPLE_SHAPE = re.compile(
    r"(?:[a-z]+)?ge[a-zëïü]{2,}[dt]$|(?:be|ver|ont|her)[a-zëï]{3,9}[dt]$"
    r"|[a-zëï]{3,}eerd$"
)
_NOUN_SHAPE = re.compile(
    r".*(?:heid|teit|lid|tijd|kracht|punt|plicht|recht|raad|beleid|bericht|besluit|"
    r"stand|kant|wet|ment|schrift|zicht|dienst|feit|beeld|bord|woord|agent|student|"
    r"kinderen|jongeren|ouderen|goederen|ieren|uren|oren|ckeren|kkeren|meesteren)$"
)


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Form, ...]:
    """Every form this (lower case) word may be; empty when it is no verb."""
    if word in _nouns()["no verb"]:
        return ()
    forms, _, separable = lexicon()
    known = list(forms.get(word, ()))
    for particle, rest in _cuts(word, forms):
        for form in forms[rest]:
            if particle + form.infinitive in separable:
                tense = "subordinate" if form.tense == "present" else form.tense
                known.append(Form(particle + form.infinitive, tense))
    return tuple(dict.fromkeys(known)) or _guessed(word)


def _guessed(word: str) -> tuple[Form, ...]:
    """What an unlisted word looks like, where its shape leaves little doubt."""
    if len(word) < 6 or _NOUN_SHAPE.match(word):
        return ()
    if len(word) > 6 and word.endswith("eren"):
        return (Form(word, "plural"),)
    if len(word) > 6 and word.endswith("eert"):
        return (Form(word[:-3] + "ren", "present"),)
    if _PARTICIPLE_SHAPE.match(word):
        before = word.partition("ge")[0]
        if not before or before in PARTICLES or not word.startswith(before + "ge"):
            return (Form(word, "participle"),)
        if word.startswith(("be", "ver", "ont", "her")) or word.endswith("eerd"):
            return (Form(word, "participle"),)
    return ()


def does(infinitive: str) -> str:
    """The classes of a verb, as letters.

    An unlisted verb with a particle does what the verb within does; any other verb
    that is not listed is taken to be a deed.
    """
    classes = lexicon().classes
    if infinitive in classes:
        return classes[infinitive]
    for _, base in _cuts(infinitive, lexicon().forms):
        if base in classes:
            return classes[base]
    return DEED


def needs_a_human(infinitive: str) -> bool:
    """Whether, in minutes, only people and organisations do this: bellen, schrijven.

    Things start, run, follow and cost as well; those verbs say nothing of a doer.
    """
    return HUMAN in does(infinitive)


def is_separable(particle: str, infinitive: str) -> bool:
    """Whether the two make one listed verb: "op" and "bellen" do."""
    return particle + infinitive in lexicon().separable
