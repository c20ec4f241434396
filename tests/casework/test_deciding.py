"""Deciding and planning through the actions alone, and who hears of it where."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.refusal import Refused
from expliciet.casework.actions.decisions import (
    answer_advice,
    correct_decision,
    record_decision,
)
from expliciet.casework.actions.plan import (
    approve_intervention,
    correct_intervention,
    record_progress,
    record_result,
)
from expliciet.casework.models import (
    Advice,
    Decision,
    Factor,
    Intervention,
    Progress,
    Reached,
    Result,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.recording import Overtaken
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Record, Seat
from tests.factories import Table
from tests.web.casework.bringing import bring_in
from tests.web.casework.deciding import (
    INTRUDES,
    a_decision,
    a_goal,
    an_exit,
    an_intervention,
    core,
    decide,
    in_days,
    plan,
    two_options,
)

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_the_quorum_confirms_what_was_provisional() -> None:
    """S24, S27, I-03: a new record in its place; the first stays as it was."""
    table = Table()
    town, police = table.seat("municipality"), table.seat("police")
    first = decide(table, [town, police])
    assert first.is_provisional
    om = table.seat("prosecution")
    now = table.tick()
    assert not Decision.objects.visible_to(om, now).exists()
    second = correct_decision(
        a_decision(why_changed="bevestigd met het quorum"),
        first,
        options=two_options(),
        deciders=[town, police, om],
        by=table.chair,
        now=now,
    )
    assert not second.is_provisional
    assert Decision.objects.get(pk=first.pk).is_provisional
    assert [each.mandate for each in second.deciders.all()] == ["speak"] * 3
    seen = Decision.objects.visible_to(om, table.tick())
    assert list(seen) == [second], "whoever decides along hears it, and no more"
    with pytest.raises(Overtaken):
        correct_decision(
            a_decision(why_changed="nog eens"),
            first,
            options=two_options(),
            deciders=[town],
            by=table.substitute,
            now=table.tick(),
        )


def test_outside_a_meeting_it_is_provisional_whoever_was_reached() -> None:
    """N29."""
    table = Table()
    seats = core(table)
    now = table.tick()
    told = {
        "options": two_options(),
        "deciders": seats,
        "by": table.chair,
        "circle": circle_for(table.chair, "table", now),
        "now": now,
    }
    with pytest.raises(ValidationError) as nobody:
        record_decision(a_decision(where="outside"), **told)
    assert nobody.value.code == "reached"
    silent = Reached(organisation=seats[0].organisation, how="phone")
    with pytest.raises(ValidationError):
        record_decision(a_decision(where="outside"), **told, reached=[silent])
    reached = Reached(organisation=seats[0].organisation, how="phone", said="goed")
    decision = record_decision(a_decision(where="outside"), **told, reached=[reached])
    assert decision.is_provisional


def test_somebody_who_left_decides_no_more() -> None:
    """Two at once: who left between looking and writing does not decide along."""
    table = Table()
    seats = core(table)
    Seat.objects.filter(pk=seats[0].pk).update(left_at=table.tick())
    with pytest.raises(ValidationError) as gone:
        decide(table, seats)
    assert gone.value.code == "deciders"


def test_a_decision_rests_on_what_stands_and_on_nothing_else() -> None:
    """N5, V4: nothing withdrawn, and nothing that the writer does not hear."""
    table = Table()
    seats = core(table)
    own = bring_in(table, seats[1], circle="own").statements.get()
    shared = bring_in(table, seats[1])
    for statement in (own, shared.statements.get()):
        if statement is not own:
            withdraw(shared, "vergist", by=seats[1], now=table.tick())
        with pytest.raises(ValidationError) as wrong:
            decide(table, seats, statement)
        assert "rests_on" in wrong.value.error_dict
    assert not Decision.objects.exists()


def test_an_advice_is_answered_also_when_it_was_said_anew() -> None:
    """S26: an intrusive measure waits for the answer, and then waits no more."""
    table = Table()
    town, police, om = core(table)
    an_exit(table)
    goal = a_goal(table, town)
    advice = decide(table, [town, police, om], advice_to="de driehoek")
    with pytest.raises(ValidationError) as waits:
        plan(table, goal, police, decided_in=advice, **INTRUDES)
    assert waits.value.code == "advice"
    told = Advice(
        answers_to=advice, body="driehoek", answer="followed", answered_on=in_days(0)
    )
    with pytest.raises(Refused):
        answer_advice(told, by=police, now=table.tick())
    answer_advice(told, by=table.chair, now=table.tick())
    anew = correct_decision(
        a_decision(advice_to="de driehoek", why_changed="verschreven"),
        advice,
        options=two_options(),
        deciders=[town, police, om],
        by=table.chair,
        now=table.tick(),
    )
    assert anew.is_answered
    assert plan(table, goal, police, decided_in=anew, **INTRUDES).decided_in == anew
    with pytest.raises(ValidationError):
        plan(table, goal, police, decided_in=advice)


def test_who_does_it_neither_approves_nor_confirms() -> None:
    """F31, F33, N4: with whatever mandate; and the text that stands alone."""
    table = Table()
    town, police, om = core(table)
    Seat.objects.all().update(mandate=Seat.Mandate.DECIDE)
    police, om = Seat.objects.get(pk=police.pk), Seat.objects.get(pk=om.pk)
    an_exit(table)
    measure = plan(table, a_goal(table, town), police, by=town, **INTRUDES)

    def going(known: str) -> Progress:
        return Progress(
            of_intervention=measure, known=known, seen_on=in_days(0), words="goed"
        )

    for seat in (police, town):
        with pytest.raises(Refused):
            approve_intervention(measure, by=seat, now=table.tick())
    with pytest.raises(ValidationError):
        record_progress(going("claimed"), by=police, now=table.tick())
    approve_intervention(measure, by=om, now=table.tick())
    measure = Intervention.objects.get(pk=measure.pk)
    record_progress(going("claimed"), by=police, now=table.tick())
    with pytest.raises(Refused):
        record_progress(going("claimed"), by=town, now=table.tick())
    with pytest.raises(ValidationError):
        record_progress(going("confirmed"), by=police, now=table.tick())
    record_progress(going("confirmed"), by=town, now=table.tick())
    later = an_intervention(
        measure.towards, police, review_on=in_days(90), why_changed="x", **INTRUDES
    )
    factor = Factor.objects.filter(list__is_ours=True)[0]
    correct_intervention(later, [factor], measure, by=town, now=table.tick())
    assert not Intervention.objects.get(pk=later.pk).is_approved
    for told in (going("confirmed"), Result(of_intervention=measure, came="reached")):
        act = record_progress if isinstance(told, Progress) else record_result
        with pytest.raises(ValidationError):
            act(told, by=town if act is record_progress else police, now=table.tick())  # type: ignore[operator]


def test_what_reaches_a_user_is_what_each_of_their_seats_sees() -> None:
    """V4: the question for all tables at once answers as the one for each seat."""
    table = Table()
    town, police, om = core(table)
    decide(table, [town, police, om])
    decide(table, [town, police, om], circle="core")
    care = table.seat("GGZ")
    late = decide(table, [town, police, om])
    passed = decide(table, [town], circle="core")
    pass_on(passed, care.organisation, by=table.chair, now=table.tick())
    elsewhere = Table(house=table.house)
    there = elsewhere.seat("police")
    decide(elsewhere, [there])
    now = max(table.tick(), elsewhere.tick()) + timedelta(seconds=1)
    for seat in (table.chair, town, care, there):
        assert seat.user is not None
        seats = Seat.objects.of(seat.user).active(now)
        each = {
            pk
            for one in seats
            for pk in Record.objects.visible_to(one, now).values_list("pk", flat=True)
        }
        reaching = Record.objects.reaching(seat.user, now)
        assert set(reaching.values_list("pk", flat=True)) == each
    seen = Decision.objects.reaching(care.user, now)
    assert set(seen) == {late, passed}
    Seat.objects.filter(pk=care.pk).update(left_at=now)
    assert not Decision.objects.reaching(care.user, now).exists()
