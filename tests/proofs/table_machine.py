"""Whatever people do at tables, in any order, allowed or not."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from expliciet.dossiers.actions.opening_dossiers import open_dossier
from expliciet.dossiers.actions.seats import change_seat, end_seat, hand_over, invite
from expliciet.dossiers.models import Dossier, HandOver, Heading, Record, Seat
from tests.proofs.facts import AT_TABLES, CHAIRS, Appointed, Place, Word
from tests.proofs.picking import likely, pick, some
from tests.proofs.replay import Passed, Said
from tests.proofs.watching import Watching


class Tables(Watching):
    """Three houses, and everything that an action at a table can do."""

    # --- beginning ----------------------------------------------------------------

    @initialize(number=some)
    def begin(self, number: int) -> None:
        for house in (0, 1):
            self.open(house * 3, house)
        for who in (3, 4, 6):
            self.invite(0, who, "participant")

    @rule(number=some, house=some)
    def open(self, number: int, house: int) -> None:
        """A process director opens a dossier; somebody else may not."""
        own = pick(self.world.houses, house)
        here = [pk for pk, each in self.facts.appointed.items() if each.house == own]
        by, deputy = pick(here, 0 if number % 3 else number), here[1]
        leads = self.facts.appointed[by], self.facts.appointed[deputy]
        heading = self.heading(leads[0])
        may = (
            all(self.directs(each) for each in leads) and leads[0].user != leads[1].user
        )
        dossier = self.attempt(
            "open",
            lambda: open_dossier(
                heading,
                by=self.appointment(by),
                deputy=self.appointment(deputy),
                why="leidt (verzonnen)",
                now=self.facts.now,
            ),
            may=may,
            house=own,
            lines=3,
        )
        if dossier is None:
            return
        self.facts.ends[dossier.pk] = dossier.ends_on
        self.facts.house_of[dossier.pk] = own
        for seat in dossier.seats.order_by("joined_at", "role"):
            self.facts.sit(place_of(seat), seat.joined_at)
        self.said(heading, kind="heading")
        self.facts.headings[dossier.pk] = heading.pk
        self.touched.add(dossier.pk)

    def directs(self, each: Appointed) -> bool:
        return (
            each.role == "process_director"
            and each.user not in self.facts.closed
            and (each.until is None or each.until >= self.facts.today)
        )

    def heading(self, by: Appointed) -> Heading:
        return Heading(
            phase=Dossier.Phase.CONFERENCE,
            regime=Dossier.Regime.WGS,
            controller_id=by.organisation,
            review_on=self.facts.today + timedelta(days=30),
            ground="Een verzonnen grond.",
            grounded_on=self.facts.today,
        )

    def said(self, record: Record, kind: str = "note", text: str = "") -> Word:
        """Note what was said, and check that moments of a table never go back."""
        members = frozenset(record.circle.member_ids())
        word = Word(
            record.pk,
            record.dossier_id,
            record.organisation_id,
            record.circle.kind,
            members,
            text,
            kind,
        )
        mine = [each.at for each in self.facts.events if each.table == word.dossier]
        assert record.recorded_at >= max(mine)
        assert record.ends_on <= self.facts.ends[word.dossier]
        self.facts.words[word.pk] = word
        self.facts.events.append(
            Said(
                record.recorded_at,
                word.dossier,
                word.pk,
                word.organisation,
                members,
                record.ends_on,
            )
        )
        return word

    def passed(self, word: Word, organisation: UUID, moment: Any) -> None:
        word.passed.add(organisation)
        self.facts.events.append(Passed(moment, word.dossier, word.pk, organisation))

    # --- seats --------------------------------------------------------------------

    @rule(by=some, who=some, role=st.sampled_from(["participant", "secretary"]))
    def invite(self, by: int, who: int, role: str) -> None:
        """A colleague, of whatever organisation or house; or a guest."""
        inviter = likely(self.facts.seats.values(), by, self.facts.leads)
        house = self.facts.house_of[inviter.dossier]
        sitting = self.sitting(inviter.dossier)
        coming = likely(
            self.facts.appointed.values(),
            who,
            lambda each: (
                each.house == house
                and each.user not in sitting
                and each.role in AT_TABLES
            ),
        )
        seat = Seat(organisation_id=coming.organisation, role=role, why="nodig")
        if who % 5 == 0:
            seat.guest_name, seat.role = "Gast Verzonnen", "participant"
        else:
            seat.user_id = coming.user
        done = self.attempt(
            "invite",
            lambda: invite(seat, by=self.seat(inviter), now=self.facts.now),
            may=self.facts.leads(inviter),
            house=house,
            by=inviter,
        )
        if done is None:
            return
        table = inviter.dossier
        assert coming.house == house, "sat down in another house"
        self.facts.sit(place_of(seat), seat.joined_at)
        heading = self.facts.words[self.facts.headings[table]]
        if heading.pk in self.facts.sees(inviter) and (
            coming.organisation not in heading.passed
        ):
            self.passed(heading, coming.organisation, seat.joined_at)

    @rule(by=some, whom=some)
    def end(self, by: int, whom: int) -> None:
        actor = likely(self.facts.seats.values(), by, self.facts.leads)
        leaver = likely(
            self.facts.at(actor.dossier),
            whom,
            lambda each: not each.left and each.role not in CHAIRS,
        )
        done = self.attempt(
            "end",
            lambda: end_seat(
                self.seat(leaver), "klaar", by=self.seat(actor), now=self.facts.now
            ),
            may=self.facts.is_active(actor)
            and (self.facts.leads(actor) or actor is leaver),
            house=self.facts.house_of[actor.dossier],
            by=actor,
        )
        if done is not None:
            self.facts.stand(leaver, done.left_at)

    @rule(by=some, whom=some, role=st.sampled_from(Seat.Role.values))
    def change(self, by: int, whom: int, role: str) -> None:
        """Another role: of any seat, at this table or another."""
        actor = likely(self.facts.seats.values(), by, self.facts.leads)
        other = likely(
            self.facts.seats.values(),
            whom,
            lambda each: (
                each.dossier == actor.dossier
                and each.user is not None
                and each.role not in CHAIRS
            ),
        )
        seat = self.seat(other)
        seat.role = role
        done = self.attempt(
            "change",
            lambda: change_seat(seat, by=self.seat(actor), now=self.facts.now),
            may=self.facts.leads(actor)
            and actor.dossier == other.dossier
            and actor is not other,
            house=self.facts.house_of[actor.dossier],
            by=actor,
        )
        if done is not None:
            other.role = role

    def sitting(self, dossier: UUID) -> set[UUID | None]:
        return {each.user for each in self.facts.at(dossier) if not each.left}

    def colleagues(self, leaver: Place) -> list[Appointed]:
        """Who could take this seat over."""
        sitting = self.sitting(leaver.dossier)
        return [
            each
            for each in self.facts.appointed.values()
            if each.organisation == leaver.organisation
            and each.user not in sitting
            and each.role in AT_TABLES
        ]

    @rule(by=some, who=some)
    def hand_over(self, by: int, who: int) -> None:
        leaver = likely(
            self.facts.seats.values(),
            by,
            lambda each: self.facts.is_active(each) and bool(self.colleagues(each)),
        )
        others = self.colleagues(leaver) or list(self.facts.appointed.values())
        coming = likely(self.facts.appointed.values(), who, lambda each: each in others)
        words = HandOver(summary="stand van zaken", open_ends="niets")
        seat = Seat(user_id=coming.user, why="neemt over")
        done = self.attempt(
            "hand over",
            lambda: hand_over(seat, words, by=self.seat(leaver), now=self.facts.now),
            may=self.facts.is_active(leaver) and coming.user != leaver.user,
            house=self.facts.house_of[leaver.dossier],
            by=leaver,
        )
        if done is None:
            return
        assert seat.role == leaver.role, "the successor got another role"
        assert seat.organisation_id == leaver.organisation
        self.facts.sit(place_of(seat), seat.joined_at, after=leaver.pk)
        self.said(words, kind="hand_over")
        self.facts.stand(leaver, words.recorded_at)


def place_of(seat: Seat) -> Place:
    return Place(
        seat.pk, seat.dossier_id, seat.user_id, seat.organisation_id, seat.role
    )
