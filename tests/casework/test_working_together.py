"""Promised, claimed, confirmed; expected, answered; stuck, and resolved."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.actions.agreements import (
    agree,
    agree_anew,
    claim,
    confirm,
    say_not_yet,
)
from expliciet.casework.actions.expectations import answer_expectation, expect
from expliciet.casework.actions.impasses import declare_impasse, resolve, take_further
from expliciet.casework.models import (
    Agreement,
    Answer,
    Claim,
    Confirmation,
    Expectation,
    Impasse,
    NotYet,
    Resolution,
    Step,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.models import Circle, Seat
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def agreement(owner: Seat, days: int = 5, **more: object) -> Agreement:
    return Agreement(
        deed="belt school",
        owner=owner,
        due_on=in_days(days),
        done_when="gesprek gepland",
        **more,
    )


def test_who_does_it_says_done_and_another_confirms() -> None:
    """F49, F51, N15: no confirmation by the one who claims."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    now = table.tick()
    made = agree(
        agreement(police),
        by=police,
        circle=circle_for(police, Circle.Kind.TABLE, now),
        now=now,
    )
    assert made.reply.says == "yes"
    done = claim(
        Claim(agreement=made, done_on=in_days(0), words="gebeld"),
        by=police,
        now=table.tick(),
    )
    with pytest.raises(Refused):
        confirm(Confirmation(claim=done), by=police, now=table.tick())
    confirm(Confirmation(claim=done), by=town, now=table.tick())
    assert not Agreement.objects.open().exists()


def test_another_says_not_yet_and_it_is_the_owners_to_do_again() -> None:
    """N15: with what lacks; by whoever might confirm, and by nobody else."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    now = table.tick()
    made = agree(
        agreement(police),
        by=police,
        circle=circle_for(police, Circle.Kind.TABLE, now),
        now=now,
    )

    def said(words: str) -> Claim:
        done = Claim(agreement=made, done_on=in_days(0), words=words)
        return claim(done, by=police, now=table.tick())

    done = said("gebeld")
    with pytest.raises(Refused):
        say_not_yet(NotYet(claim=done, words="x"), by=police, now=table.tick())
    with pytest.raises(ValidationError) as wrong:
        say_not_yet(NotYet(claim=done), by=town, now=table.tick())
    assert set(wrong.value.message_dict) == {"words"}
    lacks = NotYet(claim=done, words="niemand nam op")
    say_not_yet(lacks, by=town, now=table.tick())
    with pytest.raises(ValidationError):
        confirm(Confirmation(claim=done), by=town, now=table.tick())
    with pytest.raises(ValidationError):
        say_not_yet(NotYet(claim=done, words="x"), by=town, now=table.tick())
    assert Agreement.objects.running().get() == made
    assert not Agreement.objects.claimed().exists()
    anew = Agreement.objects.get()
    before = lacks.at - timedelta(microseconds=1)
    assert anew.stands(before) == Agreement.Stands.CLAIMED
    assert anew.stands(lacks.at) == Agreement.Stands.RUNNING
    assert "niemand nam op" in anew.texts_within
    line = Line.objects.get(action=Action.NOT_DONE_YET)
    assert line.object_id == made.pk
    again = said("gesproken")
    confirm(Confirmation(claim=again), by=town, now=table.tick())
    with pytest.raises(ValidationError):
        say_not_yet(NotYet(claim=again, words="x"), by=town, now=table.tick())
    assert not Agreement.objects.open().exists()


def test_a_day_moves_only_in_the_open() -> None:
    """S33, F54: the old day stays to be seen."""
    table = Table()
    police = table.seat("police")
    now = table.tick()
    made = agree(
        agreement(police),
        by=police,
        circle=circle_for(police, Circle.Kind.TABLE, now),
        now=now,
    )
    later = agree_anew(
        agreement(police, 12, why_changed="school was dicht"),
        made,
        by=police,
        now=table.tick(),
    )
    assert later.supersedes_id == made.pk
    assert list(Agreement.objects.open()) == [later]
    made.refresh_from_db()
    assert made.due_on == in_days(5)


def test_a_yes_becomes_an_agreement_and_is_given_once() -> None:
    """N3, F55, F56, S35."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    now = table.tick()
    asked = expect(
        Expectation(of=police.organisation, text="belt school", answer_by=in_days(3)),
        by=town,
        circle=circle_for(town, Circle.Kind.TABLE, now),
        now=now,
    )
    assert list(Expectation.objects.unanswered()) == [asked]
    with pytest.raises(Refused):
        answer_expectation(
            Answer(expectation=asked, says="no", words="nee"),
            by=town,
            now=table.tick(),
        )
    with pytest.raises(ValidationError):
        answer_expectation(
            Answer(expectation=asked, says="yes"), by=police, now=table.tick()
        )
    given = answer_expectation(
        Answer(expectation=asked, says="yes"),
        agreement(police),
        by=police,
        now=table.tick(),
    )
    assert given.agreement is not None
    assert not Expectation.objects.unanswered().exists()
    with pytest.raises(ValidationError):
        answer_expectation(
            Answer(expectation=asked, says="no", words="toch niet"),
            by=police,
            now=table.tick(),
        )


def test_an_impasse_ends_with_a_resolution_and_not_with_time() -> None:
    """N10, F61, F62, S38, S39."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    now = table.tick()
    stuck = declare_impasse(
        Impasse(
            question="Wie praat met de ouders?",
            asked="een besluit",
            since=in_days(-20),
            decide_by=in_days(7),
            breaker=table.chair,
        ),
        by=police,
        circle=circle_for(police, Circle.Kind.TABLE, now),
        now=now,
    )
    step = {"stage": "third_eye", "to_whom": "buurhuis", "note": "vraag"}
    with pytest.raises(Refused):
        take_further(
            Step(impasse=stuck, decide_by=in_days(14), **step),
            by=town,
            now=table.tick(),
        )
    take_further(
        Step(impasse=stuck, decide_by=in_days(14), **step),
        by=table.chair,
        now=table.tick(),
    )
    assert list(Impasse.objects.past(in_days(30))) == [stuck]
    resolve(
        Resolution(impasse=stuck, how="agreed", words="de wijkagent"),
        by=table.chair,
        now=table.tick(),
    )
    assert not Impasse.objects.open().exists()
