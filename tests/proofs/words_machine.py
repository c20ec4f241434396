"""What is said at those tables, and what happens to it once it was said."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import rule

from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.notes import record_note
from expliciet.dossiers.actions.opening_dossiers import change_heading
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Dossier, Heading, Note, Record
from tests.proofs.facts import CORE
from tests.proofs.picking import kinds, likely, pick, some
from tests.proofs.table_machine import Tables


class Words(Tables):
    """Saying, correcting, taking back, passing on; and heads of dossiers."""

    # --- saying -------------------------------------------------------------------

    @rule(by=some, kind=kinds, named=some, days=st.sampled_from([None, 3]))
    def say(self, by: int, kind: str, named: int, days: int | None) -> None:
        """A note in a circle, now and then with an end of its own."""
        speaker = likely(self.facts.seats.values(), by, self.facts.is_active)
        chosen = pick(self.facts.functions, named)
        seated = self.facts.seated(speaker.dossier)
        core = {each for each in seated if self.facts.functions[each] in CORE}
        hears = {
            "own": {speaker.organisation},
            "core": core,
            "table": seated,
            "named": ({chosen} & seated) | {speaker.organisation},
        }[kind]
        note = Note(text=f"woord {len(self.facts.words)}")
        if days:
            note.ends_on = self.facts.today + timedelta(days=days)

        @transaction.atomic
        def deed() -> Note:
            seat = self.seat(speaker)
            circle = circle_for(seat, kind, self.facts.now, [chosen])
            return record_note(note, by=seat, circle=circle, now=self.facts.now)

        done = self.attempt(
            "say",
            deed,
            may=self.facts.is_active(speaker) and speaker.organisation in hears,
            house=self.facts.house_of[speaker.dossier],
            by=speaker,
        )
        if done is not None:
            assert self.said(note, text=note.text or "").members == hears

    @rule(by=some, whom=some)
    def say_for_a_guest(self, by: int, whom: int) -> None:
        speaker = likely(self.facts.seats.values(), by, self.facts.leads)
        guest = likely(
            self.facts.seats.values(),
            whom,
            lambda each: each.user is None and each.dossier == speaker.dossier,
        )
        note = Note(text=f"namens {len(self.facts.words)}")

        @transaction.atomic
        def deed() -> Note:
            seat = self.seat(speaker)
            circle = circle_for(seat, "table", self.facts.now)
            return record_note(
                note,
                by=seat,
                circle=circle,
                now=self.facts.now,
                on_behalf_of=self.seat(guest),
            )

        done = self.attempt(
            "say for a guest",
            deed,
            may=self.facts.is_active(speaker)
            and speaker.role in ("process_director", "substitute", "secretary")
            and guest.user is None
            and not guest.left
            and guest.dossier == speaker.dossier,
            house=self.facts.house_of[speaker.dossier],
            by=speaker,
        )
        if done is not None:
            assert self.said(note, text=note.text or "").organisation == (
                guest.organisation
            )

    # --- words ----------------------------------------------------------------------

    @rule(by=some, which=some)
    def correct(self, by: int, which: int) -> None:
        """V14: one successor for each; whoever is second is shown the first."""
        actor = likely(self.facts.seats.values(), by, self.facts.is_active)
        word = likely(
            self.facts.words.values(),
            which,
            lambda each: (
                each.dossier == actor.dossier
                and each.kind == "note"
                and self.facts.may_correct(actor, each)
                and not each.superseded
            ),
        )
        if word.kind != "note":
            return
        note = Note(text=f"beter {len(self.facts.words)}", why_changed="het was anders")

        def deed() -> Record:
            old, seat = self.record(word.pk), self.seat(actor)
            if not (word.superseded and self.facts.may_correct(actor, word)):
                return correct(note, old, by=seat, now=self.facts.now)
            with pytest.raises(ValidationError) as caught:
                correct(note, old, by=seat, now=self.facts.now)
            assert word.withdrawn or caught.value.theirs.supersedes_id == word.pk
            raise caught.value

        done = self.attempt(
            "correct",
            deed,
            may=self.facts.may_correct(actor, word),
            house=self.facts.house_of[actor.dossier],
            by=actor,
        )
        if done is None:
            return
        assert not word.superseded
        assert not word.withdrawn
        word.superseded = True
        successor = self.said(note, text=note.text or "")
        assert successor.members >= word.members, "a correction got a narrower circle"
        assert successor.organisation == word.organisation
        successor.corrects = word
        for organisation in sorted(word.passed):
            self.passed(successor, organisation, note.recorded_at)

    @rule(by=some, which=some)
    def withdraw(self, by: int, which: int) -> None:
        actor = likely(self.facts.seats.values(), by, self.facts.is_active)
        word = likely(
            self.facts.words.values(),
            which,
            lambda each: (
                each.dossier == actor.dossier
                and each.kind == "note"
                and each.organisation == actor.organisation
                and not each.withdrawn
            ),
        )
        done = self.attempt(
            "withdraw",
            lambda: withdraw(
                self.record(word.pk), "fout", by=self.seat(actor), now=self.facts.now
            ),
            may=word.pk in self.facts.sees(actor)
            and word.organisation == actor.organisation,
            house=self.facts.house_of[actor.dossier],
            by=actor,
        )
        while done is not None and word is not None:
            word.withdrawn, word = True, word.corrects

    @rule(by=some, which=some, to=some)
    def pass_on(self, by: int, which: int, to: int) -> None:
        """To whoever: only who sits at the table can be given it."""
        actor = likely(self.facts.seats.values(), by, self.facts.is_active)
        word = likely(
            self.facts.words.values(),
            which,
            lambda each: (
                each.dossier == actor.dossier
                and each.kind == "note"
                and self.facts.may_correct(actor, each)
            ),
        )
        seated = self.facts.seated(word.dossier) - word.members
        organisation = likely(self.facts.functions, to, lambda each: each in seated)
        done = self.attempt(
            "pass on",
            lambda: pass_on(
                self.record(word.pk),
                self.organisation(organisation),
                by=self.seat(actor),
                now=self.facts.now,
            ),
            may=self.facts.may_correct(actor, word),
            house=self.facts.house_of[actor.dossier],
            by=actor,
        )
        if done is not None:
            assert organisation in self.facts.seated(word.dossier)
            assert not word.withdrawn
            self.passed(word, organisation, done.at)

    @rule(by=some)
    def change_heading(self, by: int) -> None:
        actor = likely(self.facts.seats.values(), by, self.facts.leads)
        old = self.facts.words[self.facts.headings[actor.dossier]]
        was = Heading.objects.get(pk=old.pk)
        heading = Heading(
            why_changed="het was anders",
            working_name=was.working_name,
            phase=Dossier.Phase.MONITORING,
            regime=was.regime,
            controller_id=was.controller_id,
            review_on=self.facts.today + timedelta(days=20),
            grounded_on=self.facts.today,
            ground="Een nieuwe verzonnen grond.",
        )
        done = self.attempt(
            "change heading",
            lambda: change_heading(
                heading, was, by=self.seat(actor), now=self.facts.now
            ),
            may=self.facts.leads(actor) and old.pk in self.facts.sees(actor),
            house=self.facts.house_of[actor.dossier],
            by=actor,
            lines=2,
        )
        if done is None:
            return
        old.superseded = True
        word = self.said(heading, kind="heading")
        self.facts.headings[actor.dossier] = word.pk
        for organisation in sorted(old.passed):
            self.passed(word, organisation, heading.recorded_at)
