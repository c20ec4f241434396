"""At the same moment: one code lets in once, two confirm once, no session too many."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from expliciet.accounts.actions.factors import Proof, add_app, prove
from expliciet.accounts.actions.recoveries import (
    begin_recovery,
    confirm_recovery,
    use_recovery,
)
from expliciet.accounts.actions.sessions import begin_session, leave
from expliciet.accounts.factors import codes_left
from expliciet.accounts.models import Recovery, Session, User
from expliciet.accounts.sessions import SessionStore
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.vault.keyring import keyring
from tests.factories import AppointmentFactory
from tests.signing_in import shown_by_app

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engines]

RUNNERS = 6
ROUNDS = [10, pytest.param(200, marks=pytest.mark.long)]
SECRET = "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U"
NOW = datetime.fromisoformat("2026-03-02T12:00:10+00:00")


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """What each got, begun at the same moment, each with a connection of its own."""
    results: list[Any] = [None] * len(deeds)
    barrier = Barrier(len(deeds), timeout=30)

    def run(place: int, deed: Callable[[], Any]) -> None:
        try:
            with keyring():
                barrier.wait()
                results[place] = deed()
        except Exception as wrong:
            results[place] = wrong
        finally:
            connection.close()

    threads = [
        Thread(target=run, args=(place, deed)) for place, deed in enumerate(deeds)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def went_well(results: list[Any]) -> list[Any]:
    return [each for each in results if each and not isinstance(each, Exception)]


@pytest.mark.parametrize("rounds", ROUNDS)
def test_one_code_of_an_app_lets_in_once(rounds: int) -> None:
    """T25: TOTP reuse, also by who is exactly as quick."""
    user: User = AppointmentFactory().user
    before = NOW - timedelta(minutes=1)
    add_app(user, SECRET, shown_by_app(SECRET, before), now=before)
    for turn in range(rounds):
        now = NOW + timedelta(minutes=20) * turn
        code = shown_by_app(SECRET, now)
        proofs = at_once(*[partial(prove, user, code, now=now)] * RUNNERS)
        assert proofs.count(Proof.APP) == 1, proofs
        wrong = [each for each in proofs if each != Proof.APP]
        assert set(wrong) <= {Proof.WRONG, Proof.TOO_OFTEN}, proofs


def test_one_code_on_paper_lets_in_once() -> None:
    user: User = AppointmentFactory().user
    codes = add_app(user, SECRET, shown_by_app(SECRET, NOW), now=NOW)
    for turn, code in enumerate(codes):
        now = NOW + timedelta(minutes=20) * turn
        proofs = at_once(*[partial(prove, user, code, now=now)] * RUNNERS)
        assert proofs.count(Proof.PAPER) == 1, proofs
    assert codes_left(user) == 0


@pytest.mark.parametrize("rounds", ROUNDS)
def test_of_many_who_set_up_an_app_one_is_first(rounds: int) -> None:
    for _turn in range(rounds):
        user: User = AppointmentFactory().user
        code = shown_by_app(SECRET, NOW)
        made = at_once(*[partial(add_app, user, SECRET, code, now=NOW)] * RUNNERS)
        assert len(went_well(made)) == 1, made
        assert user.authenticator_set.count() == 2


@pytest.mark.parametrize("rounds", ROUNDS)
def test_of_many_who_confirm_one_gets_the_code(rounds: int) -> None:
    """T16, for letting in: never fewer than two people, never two codes."""
    for _turn in range(rounds):
        lost = AppointmentFactory()
        near = [
            AppointmentFactory(organisation=lost.organisation) for _ in range(RUNNERS)
        ]
        now = timezone.now()
        asked = at_once(
            *[partial(begin_recovery, lost.user, by=by, now=now) for by in near]
        )
        assert len(went_well(asked)) == 1, asked
        recovery = Recovery.objects.get(user=lost.user)
        seen = [Recovery.objects.get(pk=recovery.pk) for _ in near]
        codes = went_well(
            at_once(
                *[
                    partial(confirm_recovery, each, by=by, now=now)
                    for each, by in zip(seen, near, strict=True)
                ]
            )
        )
        assert len(codes) == 1
        recovery.refresh_from_db()
        people = {recovery.user_id, recovery.asked_by_id, recovery.confirmed_by_id}
        assert len(people) == 3
        uses = partial(use_recovery, lost.user, codes[0], now=now)
        used = at_once(*[uses] * RUNNERS)
        assert len(went_well(used)) == 1, used


def test_however_many_come_in_at_once_two_sessions_stay() -> None:
    user: User = AppointmentFactory().user
    now = timezone.now()

    def comes_in() -> Session:
        store = SessionStore()
        store.save()
        assert store.row is not None
        return begin_session(store.row, user=user, now=now)

    begun = at_once(*[comes_in] * RUNNERS)
    assert len(went_well(begun)) == RUNNERS, begun
    assert Session.objects.of(user, now).count() == 2
    assert Line.objects.filter(action=Action.SIGNED_IN).count() == RUNNERS


def test_leaving_at_two_places_at_once_leaves_one_line() -> None:
    user: User = AppointmentFactory().user
    store = SessionStore()
    store.save()
    assert store.row is not None
    here = begin_session(store.row, user=user, now=timezone.now())
    at_once(*[lambda: leave(here, now=timezone.now())] * RUNNERS)
    assert Line.objects.filter(action=Action.SIGNED_OUT).count() == 1
