"""The words by which the people at the table may be called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from ..folding import folded
from .known import FUNCTIONS, GROUPS, Organisation, listed, organisations
from .party import Party

Form = tuple[str, ...]
TITLES = frozenset("mevrouw mevr mw meneer dhr heer hr dr drs mr ing ir prof".split())
PARTICLES = frozenset(
    "van de der den ter ten te el al d l in 't t von du la le".split()
)
LEGAL_FORMS = {("stichting",), ("vereniging",), ("cooperatie",)}
SMALL = PARTICLES | frozenset("het een en voor voor aan bij op stichting".split())
# Also ordinary words, so as a name they need their capital.
WORDS_TOO = frozenset(
    "wil roos storm mees bas bot ties jet pien ster lief vos kok bakker smit visser "
    "de boer jong groot bos berg dijk dekker mulder veer mei jan april juni dag stem "
    "vrij beer wolf linde faith hoop noor rein ever floor rob raad mark tom joy sem "
    "bal bel bril van hout veen kamp prins graaf koning".split()
)
ONLY_IN_CAPITALS = frozenset("om gi pi vt ind mee coa amw spv mt or vo po".split())


class Kind(Enum):
    """What the words are: a name, a function, an organisation, everybody, or me."""

    NAME = auto()
    FUNCTION = auto()
    ORGANISATION = auto()
    GROUP = auto()
    ME = auto()


class Case(Enum):
    """How the words must be written to count in running text."""

    ANY = auto()
    CAPITAL = auto()
    CAPITALS = auto()


class Entry(NamedTuple):
    """A way to call somebody: its words, its kind and the people it fits."""

    form: Form
    kind: Kind
    fits: frozenset[int] = frozenset()
    case: Case = Case.ANY


Index = dict[str, list[Entry]]


def tokens(text: str) -> Form:
    """The words of a name, in plain spelling."""
    return tuple(_token().findall(folded(text)))


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


@lru_cache(maxsize=32)
def index_of(people: tuple[Party, ...], me: int | None) -> Index:
    """Every way to call somebody, by its first word, the longest first."""
    fits: dict[tuple[Form, Kind], set[int]] = {}
    for form, kind, who in _forms(people, me):
        if form:
            fits.setdefault((form, kind), set()).update(who)
    whole = {tokens(party.organisation) for party in people}
    index: Index = {}
    for (form, kind), who in fits.items():
        entry = Entry(form, kind, frozenset(who), _case(form, kind, whole))
        index.setdefault(form[0], []).append(entry)
    for entries in index.values():
        # A name before a function before an organisation of the same length.
        entries.sort(key=lambda entry: (-len(entry.form), entry.kind.value))
    return index


def _forms(
    people: Sequence[Party], me: int | None
) -> Iterator[tuple[Form, Kind, Iterable[int]]]:
    for number, party in enumerate(people):
        for form in _names(party.name):
            yield form, Kind.NAME, (number,)
        for form in _functions(party.function):
            yield form, Kind.FUNCTION, (number,)
        for form in _short_forms(party.organisation):
            yield form, Kind.ORGANISATION, (number,)
    yield from _known_forms(people)
    for pronoun in ("ik", "ikzelf"):
        yield (pronoun,), Kind.ME, () if me is None else (me,)


def _known_forms(
    people: Sequence[Party],
) -> Iterator[tuple[Form, Kind, Iterable[int]]]:
    """What everybody calls the police, whether or not they are at the table."""
    for organisation in organisations():
        members = [n for n, p in enumerate(people) if _belongs(p, organisation)]
        for written in organisation.forms:
            yield tokens(written), Kind.ORGANISATION, members
        for written in organisation.functions:
            yield tokens(written), Kind.FUNCTION, _with(written, people, members)
    for written in listed(FUNCTIONS):
        yield tokens(written), Kind.FUNCTION, _with(written, people, ())
    for written in listed(GROUPS):
        yield tokens(written), Kind.GROUP, ()


def _names(name: str) -> set[Form]:
    """The whole name, the first name, the last name with its particles."""
    words = tokens(name)
    while words and words[0] in TITLES:
        words = words[1:]
    if not words:
        return set()
    forms = {words}
    if words[0] not in PARTICLES:
        forms.add(words[:1])
        forms.add(words[1:])
        if len(words) > 1:
            forms.add((words[0], words[1][0]))
    return {form for form in forms if form and not PARTICLES.issuperset(form)}


def _functions(function: str) -> set[Form]:
    """*officier van justitie* is also *officier*, *ambulant coach* also *coach*."""
    words = tokens(function)
    small = next((n for n, word in enumerate(words) if word in SMALL), len(words))
    head = words[:small]
    return {form for form in (words, head, head[-1:]) if form}


def _short_forms(organisation: str) -> set[Form]:
    """The whole name, and its first words."""
    words = tokens(organisation)
    firsts = {words[:length] for length in range(1, len(words) + 1)}
    if words[:1] in LEGAL_FORMS:  # Stichting Straatwijs is called Straatwijs
        firsts = {words, *(words[1:end] for end in range(2, len(words) + 1))}
    return {f for f in firsts if f and (f == words or f[-1] not in SMALL)}


def _belongs(party: Party, organisation: Organisation) -> bool:
    """The party's organisation has one of these forms in its name.

    Where it is not known, the function tells.
    """
    words = tokens(party.organisation)
    if not words:
        return tokens(party.function) in map(tokens, organisation.functions)
    for form in map(tokens, organisation.forms):
        if form == ("raad",):
            continue
        if _holds(words, form):
            return True
        tail = form[0] if len(form) == 1 and len(form[0]) > 5 else "\n"
        if any(word.endswith(tail) for word in words):
            return True
    return False


def _begins(words: Form, beginning: str) -> bool:
    """*leerplicht* is said of a *leerplichtambtenaar*."""
    return any(word.startswith(beginning) for word in words)


def _holds(words: Form, part: Form) -> bool:
    places = range(len(words) - len(part) + 1)
    return any(words[place : place + len(part)] == part for place in places)


def _with(function: str, people: Sequence[Party], members: Iterable[int]) -> list[int]:
    """Those with this function; else those of its organisation without any function."""
    wanted = tokens(function)
    said = [tokens(party.function) for party in people]
    fits = [number for number, words in enumerate(said) if _holds(words, wanted)]
    if not fits and len(wanted) == 1 and len(wanted[0]) > 7:
        fits = [n for n, words in enumerate(said) if _begins(words, wanted[0])]
    return fits or [number for number in members if not people[number].function]


def _case(form: Form, kind: Kind, whole: set[Form]) -> Case:
    """How the words must be written, because they are ordinary words too."""
    if len(form) > 1 or kind not in {Kind.NAME, Kind.ORGANISATION}:
        return Case.ANY
    if kind is Kind.NAME:
        common = form[0] in WORDS_TOO or len(form[0]) == 1
        return Case.CAPITAL if common else Case.ANY
    if form[0] in ONLY_IN_CAPITALS:
        return Case.CAPITALS
    plain = form in whole or form in _known_organisation_forms()
    return Case.ANY if plain and form[0] not in {"raad", "halt"} else Case.CAPITAL


@lru_cache(maxsize=1)
def _known_organisation_forms() -> frozenset[Form]:
    return frozenset(tokens(form) for one in organisations() for form in one.forms)
