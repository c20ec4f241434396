"""What the clock really does: the trail, the keys, notices, sessions, reminders."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.utils import timezone

from expliciet.accounts.actions.working_agreements import make_working_agreement
from expliciet.accounts.models import Session, WorkingAgreement
from expliciet.audit.actions import Action
from expliciet.audit.models import Head, Line
from expliciet.post.actions.clock import turn
from expliciet.post.actions.delivering import deliver
from expliciet.post.actions.dropping import drop_notices
from expliciet.post.actions.reminding import remind_of_working_agreements
from expliciet.post.errands import known
from expliciet.post.models import Delivery, Errand, Notice
from expliciet.vault.models import DataKey, Epoch
from tests.factories import AppointmentFactory, HouseFactory, Role, UserFactory
from tests.post.outbox import NOW, Office, waiting

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

DAY = timedelta(days=1)


def test_every_errand_runs_in_an_empty_house_and_goes_well() -> None:
    done = turn(timezone.now())
    assert [each.work.name for each in done] == list(known())
    assert [each.trouble for each in done] == [""] * len(known())
    assert Errand.objects.overdue(timezone.now()) == []


def test_the_errands_are_these() -> None:
    assert set(known()) >= {
        *("seal", "mail", "heads", "keys", "old-keys", "sessions", "notices"),
        *("working-agreements", "drafts"),
    }


def test_a_turn_seals_the_trail_signs_it_and_sends_the_mail() -> None:
    now = timezone.now()
    waiting(UserFactory(), now=now)
    AppointmentFactory()
    turn(now)
    assert len(Office.sent) == 1
    turn(now + DAY)
    sealed = Line.objects.filter(action=Action.MAIL_SENT, seal__isnull=False)
    assert sealed.count() == 1
    assert Head.objects.exists()


def test_a_second_turn_changes_nothing() -> None:
    now = timezone.now()
    waiting(UserFactory(), now=now)
    turn(now)
    before = (Line.objects.count(), Epoch.objects.count(), Head.objects.count())
    assert turn(now) == []
    after = (Line.objects.count(), Epoch.objects.count(), Head.objects.count())
    assert before == after
    assert len(Office.sent) == 1


def test_a_key_epoch_lasts_a_week_and_dies_after_the_backups(
    settings: Any, tmp_path: Path
) -> None:
    """C1: whatever was wrapped in it is wrapped anew first."""
    settings.EXPLICIET_KEYS_COPY = tmp_path
    UserFactory()
    first = Epoch.objects.get()
    turn(first.began_at + 6 * DAY)
    assert Epoch.objects.count() == 1
    turn(first.began_at + 8 * DAY)
    assert Epoch.objects.count() == 2
    assert set(DataKey.objects.values_list("epoch__number", flat=True)) == {2}
    assert Line.objects.filter(action=Action.KEYS_ROTATED, role="clock").count() == 1
    turn(first.began_at + 60 * DAY)
    first.refresh_from_db()
    assert first.destroyed_at
    assert Line.objects.filter(action=Action.EPOCH_DESTROYED, role="clock").exists()


def test_no_epoch_begins_by_itself_where_its_key_would_lie_in_one_place() -> None:
    UserFactory()
    turn(Epoch.objects.get().began_at + 8 * DAY)
    assert Epoch.objects.count() == 1


def test_notices_go_at_their_end_and_not_a_day_before() -> None:
    """V17: with the mail that was made of them, and a line that tells how many."""
    kept = waiting(UserFactory())
    last_day = kept.notice.ends_on
    moment = NOW.replace(year=last_day.year, month=last_day.month, day=last_day.day)
    assert drop_notices(moment) == 0
    assert drop_notices(moment + DAY) == 1
    assert not Notice.objects.exists()
    assert not Delivery.objects.exists()
    line = Line.objects.get(rule="notices.drop")
    assert (line.action, line.role, line.count) == (Action.CLOCK_RAN, "clock", 1)


def test_ended_sessions_are_cleared_away() -> None:
    from expliciet.accounts.sessions import SessionStore

    session = SessionStore()
    session["iets"] = "verzonnen"
    session.save()
    assert Session.objects.count() == 1
    turn(timezone.now() + 30 * DAY)
    assert not Session.objects.exists()


def test_wrong_passwords_are_forgotten_as_soon_as_they_count_no_longer() -> None:
    """From where somebody guessed is no longer kept than it keeps them out."""
    now = timezone.now()
    for minutes in (14, 16):
        AccessAttempt.objects.create(
            username=f"hash {minutes}",
            ip_address="192.0.2.1",
            failures_since_start=1,
            attempt_time=now,
        )
        AccessAttempt.objects.filter(username=f"hash {minutes}").update(
            attempt_time=now - timedelta(minutes=minutes)
        )
    turn(now)
    assert [kept.username for kept in AccessAttempt.objects.all()] == ["hash 14"]


def agreement() -> WorkingAgreement:
    house = HouseFactory()
    director = AppointmentFactory(
        organisation__house=house, organisation__function="office",
        role=Role.PROCESS_DIRECTOR,
    )  # fmt: skip
    house.unlock()
    return make_working_agreement(
        WorkingAgreement(
            house=house,
            subject=WorkingAgreement.Subject.CALL,
            text="Bel eerst (verzonnen).",
            review_on=timezone.localdate(NOW) + 10 * DAY,
        ),
        by=director,
        now=NOW,
    )


def test_a_working_agreement_that_is_due_comes_back_to_its_process_directors() -> None:
    """N27: once, to whoever directs now, and not on any day before."""
    due = agreement()
    AppointmentFactory(organisation__house=due.house, role=Role.PARTNER)
    AppointmentFactory(role=Role.PROCESS_DIRECTOR)
    assert remind_of_working_agreements(NOW + 9 * DAY) == 0
    assert remind_of_working_agreements(NOW + 10 * DAY) == 1
    assert remind_of_working_agreements(NOW + 11 * DAY) == 0
    notice = Notice.objects.get()
    assert notice.kind == Notice.Kind.AGREEMENT_DUE
    assert (notice.user, notice.about) == (due.made_by, due.pk)
    assert deliver(NOW + 11 * DAY) == 1


def test_a_new_process_director_is_told_too() -> None:
    due = agreement()
    remind_of_working_agreements(NOW + 10 * DAY)
    successor = AppointmentFactory(
        organisation=due.house.organisations.get(), role=Role.PROCESS_DIRECTOR
    )
    assert remind_of_working_agreements(NOW + 11 * DAY) == 1
    assert Notice.objects.filter(user=successor.user).count() == 1
