"""Dutch verbs: whose form a word is, and what the verb does.

The list in ``verbs.txt`` names verbs that minutes are made of; their forms are made
by the rules of Dutch spelling. A participle or infinitive that the list does not know
is recognised by its shape where that is safe. ``nouns.txt`` holds the words that look
like a verb and seldom are one.
"""

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .spelling import Form, Verb, forms_of, prefixed, regular
from .word_files import lines, word_lists

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


class Lexicon(NamedTuple):
    """The verbs by their forms, and the classes of each infinitive.

    Separable verbs have classes only; their forms are those of the verb within.
    """

    forms: dict[str, tuple[Form, ...]]
    classes: dict[str, str]
    separable: frozenset[str]


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
    entries = [_entry(line) for line in lines("verbs.txt")]
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
            verbs[prefix + base] = prefixed(prefix, verbs.get(base) or regular(base))
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
        for spelled, form in forms_of(infinitive, verb):
            known = forms.get(spelled)
            forms[spelled] = (*known, form) if known else (form,)
    for infinitive, present in _IRREGULAR_PRESENT.items():
        for spelled in present.split():
            form = Form(infinitive, "present")
            if form not in forms.get(spelled, ()):
                forms[spelled] = (*forms.get(spelled, ()), form)
    return forms


def _nouns() -> dict[str, frozenset[str]]:
    """Words that look like a form of a verb."""
    return word_lists("nouns.txt")


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


def is_known(infinitive: str) -> bool:
    """Whether the list of verbs has this one."""
    return infinitive in lexicon().classes


def is_deed(infinitive: str) -> bool:
    """Whether doing this is something one could later report as done."""
    return DEED in does(infinitive)
