"""Doing one thing at a table, and looking whether nothing else changed."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Max
from hypothesis.stateful import RuleBasedStateMachine

from expliciet.accounts.models import Appointment, Organisation, User
from expliciet.accounts.refusal import Refused
from expliciet.audit.here import being_here
from expliciet.audit.models import Line, Seal
from expliciet.audit.models.seal import START, chained
from expliciet.dossiers.models import (
    Circle,
    Dossier,
    Hold,
    Link,
    Note,
    Passing,
    Record,
    Seat,
    Shown,
    Withdrawal,
)
from expliciet.vault.keyring import keyring
from expliciet.vault.trouble import Locked
from tests.factories import at
from tests.proofs.facts import Facts, Place
from tests.proofs.world import World

Photo = dict[UUID, tuple[Any, ...]]


class Watching(RuleBasedStateMachine):
    """Begins in a world made before, and leaves it as it was."""

    world: ClassVar[World]
    total: ClassVar[Facts]

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.facts = Facts(now=at(2031, 3, 3))
        self.facts.learn(self.world.organisations, self.world.appointments)
        self.marks: dict[UUID, str] = {}
        self.touched: set[UUID] = set()
        self.last: Photo = {}
        self.turn = 0

    def teardown(self) -> None:
        try:
            self.look_at_the_trail()
            self.look_back()
        finally:
            transaction.savepoint_rollback(self.savepoint)
        type(self).total.done.update(self.facts.done)

    # --- finding things anew, as a request does -----------------------------------

    def seat(self, place: Place) -> Seat:
        found = Seat.objects.select_related("dossier__house", "organisation", "user")
        return found.get(pk=place.pk)

    def appointment(self, pk: UUID) -> Appointment:
        return Appointment.objects.select_related("house", "organisation", "user").get(
            pk=pk
        )

    def record(self, pk: UUID) -> Record:
        return Record.objects.select_related("dossier", "circle", "organisation").get(
            pk=pk
        )

    def organisation(self, pk: UUID) -> Organisation:
        return Organisation.objects.get(pk=pk)

    # --- one deed -------------------------------------------------------------------

    def attempt(
        self,
        name: str,
        deed: Callable[[], Any],
        *,
        may: bool,
        house: UUID,
        by: Place | None = None,
        lines: int = 1,
    ) -> Any:
        """Do it; None when it was refused or not right.

        V2: nothing of another house changes. V5: whoever does it sees no more by it
        than what was said just now. V9: as many lines as it leaves, or nothing at all.
        """
        before = self.last or self.photo()
        seen = self.facts.sees(by) if by else set()
        try:
            with being_here(), keyring():
                if by is not None:
                    self.seat(by).unlock(self.facts.now)
                done = deed()
        except (Refused, ValidationError) as wrong:
            refused = wrong.rule if isinstance(wrong, Refused) else ""
            self.facts.done[f"not: {name}"] += 1
        else:
            return self.was_done(name, done, before, seen, may, house, by, lines)
        self.facts.now += timedelta(seconds=1)
        assert not (may and refused), f"{name} was refused by {refused}"
        assert self.photo() == before, f"{name} was refused, and yet changed something"
        return None

    def was_done(
        self,
        name: str,
        done: Any,
        before: Photo,
        seen: set[UUID],
        may: bool,
        house: UUID,
        by: Place | None,
        lines: int,
    ) -> Any:
        assert may, f"{name} was done, and should have been refused"
        self.facts.now += timedelta(seconds=1)
        after = self.last = self.photo()
        for other in self.world.houses:
            assert other == house or after[other] == before[other], (
                f"{name} reached over"
            )
        written = sum(photo[-1] for photo in after.values())
        assert written - sum(photo[-1] for photo in before.values()) == lines, name
        self.facts.done[name] += 1
        if by is not None:
            self.touched.add(by.dossier)
            self.gained(by, seen)
        return done

    def gained(self, by: Place, before: set[UUID]) -> None:
        """Nothing said earlier comes into sight of whoever did something themselves."""
        seat = self.seat(by)
        visible = Record.objects.visible_to(seat, self.facts.now)
        earlier = {word for word in self.facts.words if word not in before}
        assert not visible.filter(pk__in=earlier).exists()

    def photo(self) -> Photo:
        """Per house how much there is of everything, and when it moved last."""
        found: dict[UUID, list[Any]] = {house: [] for house in self.world.houses}
        for query, house, *what in (
            (Dossier.objects, "house", Count("pk"), Max("moved_at"), Max("review_on")),
            (Seat.objects, "dossier__house", Count("pk"), Count("left_at")),
            (Seat.objects.chairing(), "dossier__house", Count("pk")),
            (Record.objects, "dossier__house", Count("pk")),
            (Passing.objects, "record__dossier__house", Count("pk")),
            (Withdrawal.objects, "record__dossier__house", Count("pk")),
            (Link.objects, "one__house", Count("pk"), Count("ended_at")),
            (Shown.objects, "dossier__house", Count("pk")),
            (Hold.objects, "dossier__house", Count("pk"), Count("lifted_at")),
            (Appointment.objects, "house", Count("pk"), Count("until")),
            (Circle.objects, "dossier__house", Count("pk")),
            (Line.objects, "house", Count("pk")),
        ):
            names = {f"n{number}": each for number, each in enumerate(what)}
            rows = query.order_by().values(house).annotate(**names)
            known = {row[house]: tuple(row[name] for name in names) for row in rows}
            for each, told in found.items():
                told.append(known.get(each, (0,) * len(what)))
        return {house: (*told[:-1], told[-1][0] or 0) for house, told in found.items()}

    # --- what must hold ---------------------------------------------------------------

    def look_at_tables(self) -> None:
        """Who sees what is what the replay says, at every table something happened."""
        now = self.facts.now
        for dossier in self.touched or set(self.facts.ends):
            for place in self.facts.at(dossier):
                visible = Record.objects.visible_to(self.seat(place), now)
                seen = set(visible.values_list("pk", flat=True))
                assert seen == self.facts.sees(place)
        self.touched.clear()

    def look_at_people(self, *, everybody: bool = False) -> None:
        """V8: no dossier but from a seat; no link but from both ends (V4).

        One of them each time, in turn: asking everybody takes long.
        """
        now, current = self.facts.now, self.facts.links.keys() - self.facts.ended_links
        people = sorted(self.facts.users())
        self.turn += 1
        some = people if everybody else (people * 2)[self.turn % len(people) :][:1]
        for user in User.objects.filter(pk__in=some):
            dossiers = Dossier.objects.visible_to(user, now)
            tables = self.facts.tables_of(user.pk)
            assert set(dossiers.values_list("pk", flat=True)) == tables
            if not self.facts.links:
                continue
            links = Link.objects.visible_to(user, now).current()
            known = {link for link in current if self.facts.knows_link(user.pk, link)}
            assert set(links.values_list("pk", flat=True)) == known
            shown = Shown.objects.visible_to(user, now).values_list("pk", flat=True)
            assert set(shown) == {
                pk for pk, (link, _) in self.facts.shown.items() if link in known
            }

    def look_at_seals(self, place: Place) -> None:
        """What a seat hears opens for it; what was never said to it stays locked."""
        seen = self.facts.sees(place)
        with keyring():
            self.seat(place).unlock(self.facts.now)
            notes = Note.objects.filter(dossier=place.dossier)
            for note in notes.order_by("-recorded_at")[:6]:
                word = self.facts.words[note.pk]
                told = place.organisation in word.members | word.passed
                if note.pk in seen:
                    assert note.text == word.text
                elif not told or not self.facts.is_active(place):
                    try:
                        _ = note.text
                    except Locked:
                        continue
                    raise AssertionError("opened for somebody it was never said to")

    def look_at_the_trail(self) -> None:
        """V10: numbers without gaps, hashes that recompute. V11: nothing changes."""
        for line in Line.objects.all():
            mark = hashlib.sha256(line.exported()).hexdigest()
            assert self.marks.setdefault(line.pk, mark) == mark
        assert len(self.marks) == Line.objects.count()
        for house in {*self.world.houses}:
            previous = START
            seals = Seal.objects.filter(house=house).select_related("line")
            for number, seal in enumerate(seals, start=1):
                previous = chained(previous, seal.line.exported())
                assert (seal.number, seal.hash) == (number, previous)

    def look_back(self) -> None:
        """What was known when: at every moment of every table, from every seat."""
        for place in self.facts.seats.values():
            moments = [
                event.at for event in self.facts.events if event.table == place.dossier
            ]
            seat = self.seat(place)
            for moment in moments[:: max(1, len(moments) // 4)]:
                then = Record.objects.as_of(moment, seat, self.facts.now)
                seen = set(then.values_list("pk", flat=True))
                assert seen == self.facts.sees(place, moment)
