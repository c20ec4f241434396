"""Everything at once: tables, words, links, and what happens to people and to time."""

from datetime import timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from expliciet.accounts.actions.people import appoint, disable_user, end_appointment
from expliciet.accounts.models import Appointment, User
from expliciet.audit.sealer import seal_lines
from expliciet.dossiers.actions.drafts import keep_draft
from expliciet.dossiers.actions.holds import lift_hold, put_hold
from expliciet.dossiers.models import Dossier, Draft, Hold
from tests.proofs.facts import Appointed
from tests.proofs.links_machine import Links
from tests.proofs.picking import pick, some


class Houses(Links):
    """Three houses, whatever anybody does in them."""

    # --- people ---------------------------------------------------------------------

    def holding(self, number: int) -> UUID | None:
        """Somebody who is appointed now: the gate lets nobody else act."""
        now = [
            pk
            for pk, each in self.facts.appointed.items()
            if each.user not in self.facts.closed
            and (each.until is None or each.until >= self.facts.today)
        ]
        return pick(now, number) if now else None

    def manages(self, pk: UUID, house: UUID) -> bool:
        by = self.facts.appointed[pk]
        return by.role == "administrator" and by.house == house

    @rule(by=some, which=some, days=st.integers(0, 3))
    def end_appointment(self, by: int, which: int, days: int) -> None:
        """V8: with the appointment every seat that rests on it sees nothing more."""
        actor, pk = self.holding(by * 7 + 2), pick(self.facts.appointed, which)
        if actor is None:
            return
        each = self.facts.appointed[pk]
        on = self.facts.today + timedelta(days=days)
        done = self.attempt(
            "end appointment",
            lambda: end_appointment(
                self.appointment(pk), on=on, by=self.appointment(actor)
            ),
            may=self.manages(actor, each.house),
            house=each.house,
        )
        if done is not None:
            each.until = on
            self.look_at_people(everybody=True)

    @rule(by=some, which=some, role=st.sampled_from(Appointment.Role.values))
    def appoint(self, by: int, which: int, role: str) -> None:
        """V5: nobody appoints themselves."""
        actor, pk = self.holding(by), pick(self.facts.appointed, which)
        if actor is None:
            return
        each = self.facts.appointed[pk]
        fresh = Appointment(
            user_id=each.user,
            organisation_id=each.organisation,
            house_id=each.house,
            role=role,
            since=self.facts.today,
        )
        done = self.attempt(
            "appoint",
            lambda: appoint(fresh, by=self.appointment(actor)),
            may=self.manages(actor, each.house)
            and self.facts.appointed[actor].user != each.user,
            house=each.house,
        )
        if done is not None:
            self.facts.appointed[fresh.pk] = Appointed(
                each.user, each.organisation, each.house, role
            )

    @rule(by=some, who=some)
    def close_account(self, by: int, who: int) -> None:
        """V8: a closed account sees nothing, at no table of any house."""
        actor = self.holding(by)
        if actor is None or who % 4:
            return
        user = pick(sorted(self.facts.users()), who // 4)
        by_ = self.facts.appointed[actor]
        houses = {e.house for e in self.facts.appointed.values() if e.user == user}
        done = self.attempt(
            "close account",
            lambda: disable_user(User.objects.get(pk=user), by=self.appointment(actor)),
            may=by_.role == "administrator"
            and by_.user != user
            and houses <= {by_.house},
            house=by_.house,
        )
        if done is not None:
            self.facts.closed.add(user)
            self.look_at_people(everybody=True)

    @rule(by=some, which=some)
    def hold(self, by: int, which: int) -> None:
        """V16: a hold gives nobody anything to read, and moves no end."""
        actor, dossier = self.holding(by), pick(self.facts.ends, which)
        if actor is None:
            return
        house = self.facts.house_of[dossier]
        each = self.facts.appointed[actor]
        may = each.house == house and each.role in (
            "process_director",
            "privacy_officer",
        )
        put = self.attempt(
            "hold",
            lambda: put_hold(
                Hold(
                    dossier_id=dossier,
                    ground="onderzoek (verzonnen)",
                    review_on=self.facts.today + timedelta(days=9),
                ),
                by=self.appointment(actor),
                now=self.facts.now,
            ),
            may=may,
            house=house,
        )
        if put is not None and which % 2:
            self.attempt(
                "lift",
                lambda: lift_hold(
                    Hold.objects.get(pk=put.pk),
                    "klaar",
                    by=self.appointment(actor),
                    now=self.facts.now,
                ),
                may=may,
                house=house,
            )
        assert Dossier.objects.get(pk=dossier).ends_on == self.facts.ends[dossier]

    @rule(who=some, which=some)
    def write_a_draft(self, who: int, which: int) -> None:
        """A draft leaves no line, and is its writer's alone."""
        user = pick(sorted(self.facts.users()), who)
        dossier = pick(self.facts.ends, which)
        writer = User.objects.get(pk=user)
        done = self.attempt(
            "type",
            lambda: keep_draft(
                "dossiers:note",
                {"text": "half gezegd"},
                by=writer,
                house=Dossier.objects.get(pk=dossier).house,
                dossier=Dossier.objects.get(pk=dossier),
                now=self.facts.now,
            ),
            may=dossier in self.facts.tables_of(user),
            house=self.facts.house_of[dossier],
            lines=0,
        )
        if done is not None:
            mine = Draft.objects.visible_to(writer, self.facts.today)
            assert not mine.exclude(user=user).exists()
            assert mine.filter(pk=done.pk).exists()

    # --- time, and what always holds ------------------------------------------------

    @rule(days=st.sampled_from([1, 1, 2, 5, 70]))
    def time_passes(self, days: int) -> None:
        """V17: past its end nobody reads a dossier, or what was said in it."""
        if days == 70 and self.facts.done["time"] % 6 != 5:
            days = 1
        self.facts.now += timedelta(days=days)
        self.facts.done["time"] += 1
        self.touched.clear()
        self.look_at_tables()
        self.look_at_people(everybody=True)

    @rule()
    def seal(self) -> None:
        seal_lines()
        self.look_at_the_trail()

    @rule(which=some)
    def try_the_seals(self, which: int) -> None:
        self.look_at_seals(pick(self.facts.seats.values(), which))

    @invariant()
    def everybody_sees_what_is_theirs(self) -> None:
        if not self.facts.ends:
            return
        if self.touched:
            self.look_at_tables()
        self.look_at_people()
