"""The life of agreements and expectations: whatever people do, in whatever order.

S33 (no day moves in silence), F50 (nobody accepts for another), N15 (nobody confirms
what they claimed), and every open matter stands in exactly one list of its dossier.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.agreements import (
    agree,
    agree_anew,
    claim,
    confirm,
    reply,
    say_not_yet,
)
from expliciet.casework.actions.expectations import answer_expectation, expect
from expliciet.casework.models import (
    Agreement,
    Answer,
    Claim,
    Confirmation,
    Expectation,
    NotYet,
    Reply,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Circle, Record, Seat
from expliciet.web.casework.agreeing import KINDS, lists_of
from expliciet.web.dossiers.entries import entries
from tests.casework.promises import promise
from tests.factories import Table

pytestmark = pytest.mark.django_db

MUST_HAPPEN = {
    *("agree", "accept", "claim", "confirm", "not yet", "anew", "expect", "answer"),
}
some = st.integers(0, 10_000)


@dataclass
class Told:
    """What the machine knows of one agreement, beside the database."""

    owner: Seat
    by: Seat
    due_on: date
    reply: str = ""
    claimed_by: Seat | None = None
    is_done: bool = False
    is_over: bool = False
    """Superseded or withdrawn."""

    def runs(self) -> bool:
        return self.reply == "yes" and not self.claimed_by and not self.is_over


class Promises(RuleBasedStateMachine):
    """Four at one table, who agree, accept and confirm, and try what they may not."""

    done: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.table = Table()
        self.seats = [
            self.table.chair,
            self.table.seat("police"),
            self.table.seat("municipality"),
            self.table.seat("wijkteam"),
        ]
        self.told: dict[UUID, Told] = {}
        self.asked: dict[UUID, tuple[Seat, Seat, bool]] = {}
        self.moved = False

    # --- what people do ---------------------------------------------------------------

    @rule(by=some, owner=some, days=st.integers(0, 30))
    def agrees(self, by: int, owner: int, days: int) -> None:
        maker, doer = self.seat(by), self.seat(owner)
        made = promise(doer, self.today + timedelta(days=days))
        now = self.table.tick()
        there = circle_for(maker, Circle.Kind.TABLE, now)
        self.attempt("agree", lambda: agree(made, by=maker, circle=there, now=now))
        self.told[made.pk] = Told(doer, maker, made.due_on)
        self.told[made.pk].reply = "yes" if doer is maker else ""

    @precondition(lambda self: self.told)
    @rule(which=some, by=some, says=st.sampled_from(["yes", "yes", "no"]))
    def replies(self, which: int, by: int, says: str) -> None:
        pk, told = self.likely(which, lambda told: not told.reply and not told.is_over)
        speaker = self.seat(by, likely=told.owner)
        given = Reply(agreement=self.agreement(pk), says=says, words="omdat")
        now = self.table.tick()
        done = self.attempt("accept", lambda: reply(given, by=speaker, now=now))
        may = speaker is told.owner and not told.reply and not told.is_over
        assert done is may
        told.reply = says if done else told.reply

    @precondition(lambda self: self.told)
    @rule(which=some, by=some)
    def claims(self, which: int, by: int) -> None:
        pk, told = self.likely(which, Told.runs)
        speaker = self.seat(by, likely=told.owner)
        said = Claim(agreement=self.agreement(pk), done_on=self.today, words="gezien")
        now = self.table.tick()
        done = self.attempt("claim", lambda: claim(said, by=speaker, now=now))
        ours = speaker.organisation_id == told.owner.organisation_id
        assert done is (ours and told.runs())
        told.claimed_by = speaker if done else told.claimed_by

    @precondition(lambda self: any(each.claimed_by for each in self.told.values()))
    @rule(which=some, by=some, is_so=st.booleans())
    def judges(self, which: int, by: int, is_so: bool) -> None:
        claimed = {pk: each for pk, each in self.told.items() if each.claimed_by}
        waiting = [pk for pk, each in claimed.items() if not each.is_done]
        among = waiting if waiting and which % 4 else list(claimed)
        pk = among[which // 4 % len(among)]
        told, speaker, now = self.told[pk], self.seat(by), self.table.tick()
        claim = Claim.objects.standing().get(agreement=pk)
        if is_so:
            yes = Confirmation(claim=claim)
            done = self.attempt("confirm", lambda: confirm(yes, by=speaker, now=now))
        else:
            no = NotYet(claim=claim, words="nee")
            done = self.attempt("not yet", lambda: say_not_yet(no, by=speaker, now=now))
        another = speaker.organisation_id != told.owner.organisation_id
        assert done is (another and not told.is_done and not told.is_over)
        told.is_done = told.is_done or (done and is_so)
        told.claimed_by = None if done and not is_so else told.claimed_by

    @precondition(lambda self: self.told)
    @rule(which=some, by=some, days=st.integers(0, 30), says_why=st.booleans())
    def agrees_anew(self, which: int, by: int, days: int, says_why: bool) -> None:
        pk, told = self.one(which)
        speaker = self.seat(by, likely=told.owner)
        day = self.today + timedelta(days=days)
        why = "de school was dicht" if says_why else ""
        made = promise(told.owner, day, why_changed=why)
        now = self.table.tick()
        done = self.attempt(
            "anew", lambda: agree_anew(made, self.agreement(pk), by=speaker, now=now)
        )
        ours = speaker.organisation_id == told.owner.organisation_id
        may = (ours or speaker.chairs) and not told.is_over and not told.is_done
        assert done is (may and says_why)
        if done:
            told.is_over = True
            self.told[made.pk] = Told(told.owner, told.by, day)
            self.told[made.pk].reply = "yes" if speaker is told.owner else ""

    @precondition(lambda self: self.told)
    @rule(which=some, by=some)
    def takes_back(self, which: int, by: int) -> None:
        pk, told = self.one(which)
        record = Record.objects.get(pk=pk)
        if record.is_superseded:
            return
        speaker, now = self.seat(by, likely=told.by), self.table.tick()
        done = self.attempt(
            "withdraw", lambda: withdraw(record, "vergissing", by=speaker, now=now)
        )
        told.is_over = told.is_over or done

    @rule(by=some, of=some)
    def expects(self, by: int, of: int) -> None:
        asking, asked = self.seat(by), self.seat(of)
        said = Expectation(
            of=asked.organisation, text="meldt het", answer_by=self.today
        )
        now = self.table.tick()
        there = circle_for(asking, Circle.Kind.TABLE, now)
        done = self.attempt(
            "expect", lambda: expect(said, by=asking, circle=there, now=now)
        )
        assert done is (asking.organisation_id != asked.organisation_id)
        if done:
            self.asked[said.pk] = (asking, asked, False)

    @precondition(lambda self: self.asked)
    @rule(which=some, by=some, says=st.sampled_from(["yes", "no", "otherwise"]))
    def answers(self, which: int, by: int, says: str) -> None:
        pk = list(self.asked)[which % len(self.asked)]
        asking, asked, is_answered = self.asked[pk]
        speaker = self.seat(by, likely=asked)
        given = Answer(
            expectation=Expectation.objects.get(pk=pk), says=says, words="omdat"
        )
        made = promise(asked) if says == "yes" else None
        now = self.table.tick()
        done = self.attempt(
            "answer", lambda: answer_expectation(given, made, by=speaker, now=now)
        )
        ours = speaker.organisation_id == asked.organisation_id
        assert done is (ours and not is_answered)
        if done:
            self.asked[pk] = (asking, asked, True)
            if made is not None:
                self.told[made.pk] = Told(asked, speaker, made.due_on)
                self.told[made.pk].reply = "yes" if speaker is asked else ""

    # --- what must hold ---------------------------------------------------------------

    @invariant()
    def no_day_moved_in_silence(self) -> None:
        """Each agreement has the day it was made with; another day says why (S33)."""
        here = Agreement.objects.filter(dossier=self.table.dossier)
        for each in here.select_related("supersedes"):
            assert each.due_on == self.told[each.pk].due_on
            assert each.supersedes_id is None or each.why_changed

    @invariant()
    def nobody_spoke_for_another(self) -> None:
        """F50, N15: not in accepting, and not in confirming."""
        here = {"agreement__dossier": self.table.dossier}
        for said in Reply.objects.filter(**here).select_related("agreement"):
            assert said.by_id == said.agreement.owner_id
        for told in Claim.objects.filter(**here).select_related("by", "confirmation"):
            if hasattr(told, "confirmation"):
                assert told.confirmation.by.organisation_id != told.by.organisation_id

    @invariant()
    def every_open_matter_stands_in_one_list(self) -> None:
        """And nothing that ended stands in a list of what is open."""
        if not self.moved:
            return
        self.moved = False
        chair, now = self.table.chair, self.table.tick()
        chair.unlock(now)
        heard = Record.objects.visible_to(chair, now).filter(kind__in=KINDS)
        shown = entries(heard.with_voice(), seat=chair, moment=now).values()
        lists = lists_of(shown, now)
        everywhere = Counter(each.record.pk for one in lists for each in one)
        opened = Counter(each.record.pk for one in lists.open for each in one)
        agreed = {
            pk for pk, one in self.told.items() if not (one.is_over or one.is_done)
        }
        waiting = {
            pk for pk, (_by, _of, answered) in self.asked.items() if not answered
        }
        assert set(everywhere.values()) <= {1}
        assert opened.keys() == agreed | waiting
        current = Record.objects.current().filter(dossier=self.table.dossier)
        assert everywhere.keys() == set(
            current.filter(kind__in=KINDS).values_list("pk", flat=True)
        )

    # --- how it is done ---------------------------------------------------------------

    @property
    def today(self) -> date:
        return timezone.localdate(self.table.now)

    def seat(self, which: int, likely: Seat | None = None) -> Seat:
        """One of those at the table; half of the time whoever probably may."""
        if likely is not None and which % 2:
            return likely
        return self.seats[which // 2 % len(self.seats)]

    def one(self, which: int) -> tuple[UUID, Told]:
        """One that was agreed, ended or not."""
        return self.likely(which, lambda told: not told.is_over)

    def likely(self, which: int, fits: Callable[[Told], bool]) -> tuple[UUID, Told]:
        """Mostly one of which this can be done, where there is one."""
        fitting = [pk for pk, told in self.told.items() if fits(told)]
        among = fitting if fitting and which % 4 else list(self.told)
        pk = among[which // 4 % len(among)]
        return pk, self.told[pk]

    def agreement(self, pk: UUID) -> Agreement:
        return Agreement.objects.select_related("dossier", "circle").get(pk=pk)

    def attempt(self, deed: str, do: Callable[[], Any]) -> bool:
        """Whether it was done; where not, nothing of it stands."""
        try:
            with transaction.atomic():
                do()
        except (Refused, ValidationError):
            return False
        self.moved = True
        type(self).done[deed] += 1
        return True


def run(examples: int, steps: int) -> Counter[str]:
    class Lives(Promises):
        done: ClassVar[Counter[str]] = Counter()

    run_state_machine_as_test(
        Lives,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            phases=[Phase.generate],
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    return Lives.done


def test_each_deed_can_be_done_and_leaves_all_in_order() -> None:
    """One life told beforehand, in which all happens: chance need not find it."""

    class Life(Promises):
        done: ClassVar[Counter[str]] = Counter()

    life = Life()
    chair, police = 0, 1
    """As said to the machine, 2: whoever sits second; an odd one: whoever may."""
    for step in (
        lambda: life.agrees(by=chair, owner=2, days=9),
        lambda: life.replies(which=4, by=police, says="yes"),
        lambda: life.claims(which=1, by=police),
        lambda: life.judges(which=1, by=chair, is_so=False),
        lambda: life.claims(which=1, by=police),
        lambda: life.judges(which=1, by=chair, is_so=True),
        lambda: life.agrees(by=chair, owner=2, days=3),
        lambda: life.agrees_anew(which=6, by=police, days=12, says_why=True),
        lambda: life.takes_back(which=9, by=police),
        lambda: life.expects(by=chair, of=2),
        lambda: life.answers(which=0, by=police, says="yes"),
    ):
        step()
        life.no_day_moved_in_silence()
        life.nobody_spoke_for_another()
        life.every_open_matter_stands_in_one_list()
    assert life.done.keys() == MUST_HAPPEN | {"withdraw"}


def test_what_must_hold_holds_after_each_deed() -> None:
    """A few lives by chance, in which at least much was agreed and answered."""
    assert {"agree", "expect"} <= run(examples=14, steps=18).keys()


@pytest.mark.long
def test_it_goes_on_holding() -> None:
    assert run(examples=300, steps=50).keys() >= MUST_HAPPEN
