"""What is known by name in one dossier, and the label that each name gets there."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ...accounts.models import Appointment, Organisation
from ...dossiers.models import Dossier, Heading, Person, Seat
from ...rules.actors.people import PARTICLES
from ...rules.folding import folded
from ...vault.trouble import VaultError
from .forms import listed, means_more, telling_words
from .masking import Masker
from .patterns import BIRTHDAY, MONTHS, NUMBER

SUBJECT, HOUSE, OTHER_DOSSIER = "betrokkene", "huis", "ander dossier"
FUNCTIONS = {
    Organisation.MUNICIPALITY: "gemeente",
    Organisation.POLICE: "politie",
    Organisation.PROSECUTION: "om",
    Organisation.OFFICE: "zvh",
}
_CAPITALISED = re.compile(
    r"[^\W\d_a-zà-ÿ][\w'’-]*(?:\s(?:van|de[nr]?|te[nr]|el|al)\b)*"
)
_QUOTED = re.compile(r"[‘“\"'„]([^‘’“”\"'„]{2,60})[’”\"']")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one dossier with their labels; told to nobody but the masker."""

    people: Mapping[str, str]
    organisations: Mapping[str, str]
    called: Mapping[str, str]
    of_organisation: Mapping[UUID, str]
    """Who says it and who hears it: the label of each organisation of the house."""
    of_seat: Mapping[UUID, str]
    unread: int
    """So many names could not be opened from here: only the name check finds those."""

    def masker(self) -> Masker:
        """Everything that these names turn into a label."""
        return Masker(self.people, self.organisations, self.called)


def names_of(source: Seat | Dossier, *, seed: str) -> Names:
    """The names of a dossier, as far as this request unlocked them.

    Labels are numbered by `seed` and the dossier together: the same at every masking
    of this dossier, and of no use in another.
    """
    dossier = source.dossier if isinstance(source, Seat) else source
    return _Gathering(dossier, seed).names()


class _Gathering:
    """One dossier being gone through."""

    def __init__(self, dossier: Dossier, seed: str) -> None:
        self.dossier = dossier
        self.key = f"{seed}:{dossier.pk}".encode()
        self.people: dict[str, str] = {}
        self.called: dict[str, str] = {}
        self.unread = 0

    def names(self) -> Names:
        organisations = list(self.dossier.house.organisations.all())
        labels = self.labels_of(organisations)
        of_seat = self.professionals(labels)
        self.persons()
        self.call(organisations)
        return Names(
            self.people,
            {o.name: labels[o.pk] for o in organisations},
            self.called,
            labels,
            of_seat,
            self.unread,
        )

    def order(self, what: object) -> bytes:
        """A place that says nothing about the name."""
        return hmac.new(self.key, str(what).encode(), hashlib.sha256).digest()

    def labels_of(self, organisations: Iterable[Organisation]) -> dict[UUID, str]:
        """By function and number: *politie-1*."""
        counted: dict[str, int] = {}
        labels = {}
        for one in sorted(organisations, key=lambda o: self.order(o.pk)):
            function = _slug(FUNCTIONS.get(one.function, one.function))
            counted[function] = counted.get(function, 0) + 1
            labels[one.pk] = f"{function}-{counted[function]}"
        return labels

    def professionals(self, labels: Mapping[UUID, str]) -> dict[UUID, str]:
        """Whoever sits or sat here, guests included, and whoever works in the house.

        The organisation for which somebody sits at this table comes first.
        """
        of_seat = {}
        for seat in self.dossier.seats.select_related("user"):
            of_seat[seat.pk] = label = labels[seat.organisation_id]
            if name := self.opened(seat, "who"):
                self.people.setdefault(name, f"{label} (medewerker)")
        appointed = Appointment.objects.filter(house=self.dossier.house_id)
        for one in appointed.select_related("user").order_by("since", "pk"):
            if name := self.opened(one.user, "name"):
                label = labels[one.organisation_id]
                self.people.setdefault(name, f"{label} (medewerker)")
        return of_seat

    def persons(self) -> None:
        """The person, and those around; one who was corrected keeps one label."""
        persons = {p.pk: p for p in Person.objects.filter(dossier=self.dossier)}
        groups: dict[UUID, list[str]] = {}
        subjects = set()
        for person in persons.values():
            if name := self.opened(person, "name"):
                first = _first(person, persons)
                groups.setdefault(first, []).extend(_names_in(name))
                if person.role == Person.Kind.SUBJECT:
                    subjects.add(first)
        several = len({tuple(groups[first][:1]) for first in subjects}) > 1
        for first in sorted(
            groups, key=lambda pk: (pk not in subjects, self.order(pk))
        ):
            if first not in subjects:
                label = self.numbered("persoon", 2)
            else:
                label = self.numbered(SUBJECT) if several else SUBJECT
            self.label(groups[first], label)
        for person in persons.values():
            if born_on := self.opened_beside(person, "born_on"):
                self.called |= dict.fromkeys(_as_dates(born_on), BIRTHDAY)
            self.near(self.opened_beside(person, "representative"))

    def near(self, representative: str) -> None:
        """Who is named as the representative, and is no person of the dossier."""
        known = {folded(word) for name in self.people for word in name.split()}
        for name in _named_in(representative):
            if not {folded(word) for word in name.split()} <= known:
                self.label([name], self.numbered("persoon", 2))

    def label(self, names: Iterable[str], label: str) -> None:
        names = list(names)
        given = next((self.people[n] for n in names if n in self.people), label)
        for name in names:
            self.people.setdefault(name, given)

    def numbered(self, word: str, first: int = 1) -> str:
        numbered = re.compile(rf"{word}-(\d+)")
        found = map(numbered.fullmatch, self.people.values())
        taken = {int(match[1]) for match in found if match}
        return f"{word}-{max(taken, default=first - 1) + 1}"

    def call(self, organisations: Iterable[Organisation]) -> None:
        """The dossier, the house and its places."""
        house, dossier = self.dossier.house, self.dossier
        headings = Heading.objects.filter(dossier=dossier)
        earlier = headings.values_list("working_name", flat=True)
        for name in {dossier.working_name, *earlier}:
            self.called.setdefault(name, SUBJECT)
        for name in house.dossiers.values_list("working_name", flat=True):
            self.called.setdefault(name, OTHER_DOSSIER)
        self.called[dossier.number] = NUMBER
        self.called[house.name] = HOUSE
        places = _places(house.name, house.region, organisations)
        for number, place in enumerate(sorted(places, key=self.order), 1):
            self.called.setdefault(place, f"plaats-{number}")

    def opened(self, thing: object, name: str) -> str:
        """These sealed words; where this request may not open them, it is counted."""
        try:
            return str(getattr(thing, name) or "")
        except VaultError:
            self.unread += 1
            return ""

    def opened_beside(self, person: Person, name: str) -> str:
        """What else is known of a person whose name was counted already."""
        try:
            return str(getattr(person, name) or "")
        except VaultError:
            return ""


def _first(person: Person, persons: Mapping[UUID, Person]) -> UUID:
    """The record that this one corrects, or corrects in the end."""
    while person.supersedes_id and person.supersedes_id in persons:
        person = persons[person.supersedes_id]
    return person.pk


def _slug(function: str) -> str:
    """A function in small letters, as the beginning of a label."""
    return re.sub(r"[^a-z0-9]+", "-", folded(function)).strip("-") or "organisatie"


def _names_in(written: str) -> list[str]:
    """The names in the field for a name, which may also tell something more."""
    small = [w for w in re.findall(r"\w+", written) if w[0].islower()]
    if all(word in PARTICLES for word in map(folded, small)) and ";" not in written:
        return [written]
    named = [*_QUOTED.findall(written), *_named_in(written)]
    return list(dict.fromkeys(named)) or [written]


def _named_in(text: str) -> list[str]:
    """Runs of capitalised words that are no ordinary words."""
    runs: list[str] = []
    reached = -1
    for match in _CAPITALISED.finditer(text):
        goes_on = match.start() == reached + 1 and text[reached] == " "
        if not goes_on and _only_begins(text, match):
            continue
        if goes_on:
            runs[-1] += f" {match[0]}"
        else:
            runs.append(match[0])
        reached = match.end()
    return runs


def _only_begins(text: str, match: re.Match[str]) -> bool:
    """A word with a capital because a sentence begins, and no given name."""
    first = folded(match[0].split()[0])
    if first in listed("given_names.txt"):
        return False
    before = text[: match.start()].rstrip(" ‘“\"'")
    begins = not before or before[-1] in ".!?"
    alone = not re.match(r"\s[A-Z]|,|$", text[match.end() :])
    return means_more(first) or (begins and alone)


def _places(house: str, region: str, organisations: Iterable[Organisation]) -> set[str]:
    """What the house, its region and the municipalities are called after, and what
    more than one organisation bears."""
    places = {*_telling(house), *_telling(region)}
    seen: dict[str, int] = {}
    for one in organisations:
        for word in _telling(one.name):
            seen[word] = seen.get(word, 0) + 1
        if one.function == Organisation.MUNICIPALITY:
            rest = re.sub(r"(?i)^(?:de\s)?gemeente\s+", "", one.name.strip())
            places.add(rest)
    return places | {word for word, times in seen.items() if times > 1}


def _telling(name: str) -> Iterator[str]:
    words = telling_words(name)
    capitalised = re.findall(r"\b[^\W\d_a-zà-ÿ]\w*", name)
    return (w for w in capitalised if folded(w) in words)


def _as_dates(born_on: str) -> list[str]:
    """A date of birth as it is written in minutes."""
    try:
        day = date.fromisoformat(born_on)
    except ValueError:
        return [born_on]
    month = MONTHS[day.month - 1]
    return [
        born_on,
        f"{day.day} {month} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day:%d-%m-%Y}",
        f"{day:%d/%m/%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d.%m.%Y}",
        f"{day:%d-%m-%y}",
    ]
