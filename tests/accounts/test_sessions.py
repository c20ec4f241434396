"""One sign-in: how long it lasts, and what ends it (C8)."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from expliciet.accounts.actions.people import disable_user
from expliciet.accounts.actions.sessions import (
    begin_session,
    end_session,
    end_sessions,
    leave,
    prove_again,
    refuse_sign_in,
    set_meeting_mode,
)
from expliciet.accounts.models import Session, User
from expliciet.accounts.models.session import Limits, Over
from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from tests.accounts.conftest import Trail
from tests.accounts.test_session_store import stored
from tests.factories import AppointmentFactory, HouseFactory, Role, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.engines]

LIMITS = Limits(
    idle=timedelta(minutes=15),
    meeting=timedelta(minutes=60),
    whole=timedelta(hours=8),
    at_once=2,
)
NOON = datetime.fromisoformat("2026-03-02T12:00:00+00:00")


def begun(user: User, now: datetime) -> Session:
    store = stored()
    assert store.row is not None
    return begin_session(store.row, user=user, now=now)


def session(**facts: object) -> Session:
    """Begun at noon and last seen then, unless something else is said."""
    return Session(**{"begun_at": NOON, "seen_at": NOON, **facts})


# --- how long ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (timedelta(minutes=14, seconds=59), None),
        (timedelta(minutes=15), Over.IDLE),
        (timedelta(hours=8), Over.WHOLE),
        (timedelta(days=400), Over.WHOLE),
    ],
)
def test_whoever_is_away_for_a_quarter_of_an_hour_is_out(
    after: timedelta, why: Over | None
) -> None:
    assert session().over(NOON + after, LIMITS) == why


def test_in_meeting_mode_the_screen_may_lie_still_for_an_hour() -> None:
    quiet = session(in_meeting=True)
    assert quiet.over(NOON + timedelta(minutes=59), LIMITS) is None
    assert quiet.over(NOON + timedelta(minutes=60), LIMITS) == Over.IDLE


def test_meeting_mode_makes_no_working_day_longer() -> None:
    late = NOON + LIMITS.whole
    busy = session(in_meeting=True, seen_at=late - timedelta(minutes=1))
    assert busy.over(late, LIMITS) == Over.WHOLE


@pytest.mark.parametrize("fact", ["begun_at", "seen_at"])
@pytest.mark.parametrize("ahead", [timedelta(seconds=6), timedelta(days=3650)])
def test_a_clock_that_was_set_back_never_adds_time(fact: str, ahead: timedelta) -> None:
    """T14: what seems to come from the future is over."""
    assert session(**{fact: NOON + ahead}).over(NOON, LIMITS) == Over.CLOCK


def test_two_clocks_may_differ_by_a_breath() -> None:
    assert session(seen_at=NOON + timedelta(seconds=4)).over(NOON, LIMITS) is None


def test_of_more_houses_the_strictest_counts() -> None:
    today = timezone.localdate()
    lax = HouseFactory(rules={"idle-minutes": 30, "session-hours": 12})
    strict = HouseFactory(rules={"idle-minutes": 5, "sessions-at-once": 1})
    assert Limits.of([lax.id], today).idle == timedelta(minutes=30)
    both = Limits.of([lax.id, strict.id], today)
    assert both.idle == timedelta(minutes=5)
    assert both.at_once == 1
    # The strict house said nothing of hours, so eight counts there: less than twelve.
    assert both.whole == timedelta(hours=8)


def test_of_a_rule_that_was_superseded_the_last_one_counts() -> None:
    today = timezone.localdate()
    house = HouseFactory(rules={"idle-minutes": 5})
    before = house.rules.get(name="idle-minutes")
    before.pk, before.value, before.valid_from = None, 20, today
    before.save(force_insert=True)
    assert Limits.of([house.id], today).idle == timedelta(minutes=20)


# --- beginning and ending ---------------------------------------------------------


def test_coming_in_leaves_a_line_and_says_when_it_ends(trail: Trail) -> None:
    user, now = AppointmentFactory().user, timezone.now()
    trail()
    here = begun(user, now)
    assert trail() == [Action.SIGNED_IN]
    assert here.expires_at == now + timedelta(hours=9), "an hour to say why"
    assert here.ends_on == timezone.localdate(here.expires_at)


def test_of_three_sessions_the_oldest_ends(trail: Trail) -> None:
    user, now = AppointmentFactory().user, timezone.now()
    first = begun(user, now)
    second = begun(user, now + timedelta(seconds=1))
    trail()
    third = begun(user, now + timedelta(seconds=2))
    assert set(Session.objects.of(user, now)) == {second, third}
    assert not Session.objects.filter(pk=first.pk).exists()
    assert trail() == [Action.SIGNED_IN, Action.SESSIONS_ENDED]
    line = Line.objects.get(action=Action.SESSIONS_ENDED)
    assert (line.count, line.rule) == (1, "sessions-at-once")


def test_sessions_of_somebody_else_do_not_count() -> None:
    one, other = AppointmentFactory().user, AppointmentFactory().user
    now = timezone.now()
    begun(one, now)
    begun(one, now)
    begun(other, now)
    assert Session.objects.of(one, now).count() == 2


def test_whoever_has_no_appointment_does_not_come_in() -> None:
    store = stored()
    with pytest.raises(Refused):
        begin_session(store.row, user=UserFactory(), now=timezone.now())  # type: ignore[arg-type]


def test_leaving_leaves_one_line_however_often_it_is_asked(trail: Trail) -> None:
    here = begun(AppointmentFactory().user, timezone.now())
    trail()
    leave(here, now=timezone.now())
    leave(here, now=timezone.now())
    assert trail() == [Action.SIGNED_OUT]


def test_nobody_ends_a_session_of_somebody_else() -> None:
    here = begun(AppointmentFactory().user, timezone.now())
    other = AppointmentFactory().user
    now = timezone.now()
    with pytest.raises(Refused):
        end_session(here, by=other, now=now)
    with pytest.raises(Refused):
        set_meeting_mode(here, True, by=other, now=now)
    with pytest.raises(Refused):
        prove_again(here, by=other, now=now)
    assert Session.objects.filter(pk=here.pk).exists()


def test_all_other_sessions_end_in_one_go(trail: Trail) -> None:
    user, now = AppointmentFactory().user, timezone.now()
    begun(user, now)
    here = begun(user, now)
    trail()
    assert end_sessions(user, keep=here, now=now) == 1
    assert list(Session.objects.of(user, now)) == [here]
    assert trail() == [Action.SESSIONS_ENDED]
    assert end_sessions(user, keep=here, now=now) == 0
    assert trail() == []


def test_a_closed_account_has_no_sessions_left_to_come_back_to() -> None:
    """V8: also when it is opened again before its sessions would have ended."""
    appointment = AppointmentFactory()
    begun(appointment.user, timezone.now())
    administrator = AppointmentFactory(
        organisation=appointment.organisation, role=Role.ADMINISTRATOR
    )
    disable_user(appointment.user, by=administrator, why="vertrokken (verzonnen)")
    assert not appointment.user.sessions.exists()


def test_a_refusal_says_whose_account_and_no_address() -> None:
    """T24: the address stands nowhere in the line."""
    user = UserFactory(email="canary@voorbeeld.example")
    refuse_sign_in(user, rule="password", now=timezone.now())
    refuse_sign_in(None, rule="password", now=timezone.now())
    known, unknown = Line.objects.order_by("at")
    assert known.object_id == user.id
    assert unknown.object_id is None
    for line in (known, unknown):
        assert not line.allowed
        assert line.user is None
        assert b"canary" not in line.exported()


def test_the_line_stands_in_the_house_of_who_comes_in() -> None:
    appointment = AppointmentFactory()
    begun(appointment.user, timezone.now())
    AppointmentFactory(user=appointment.user)
    begun(appointment.user, timezone.now())
    first, second = Line.objects.filter(action=Action.SIGNED_IN).order_by("at")
    assert first.house == appointment.house_id
    assert second.house.int == 0, "of two houses it belongs to neither alone"


def test_everybody_sees_their_own_sessions_alone() -> None:
    one, other = AppointmentFactory().user, AppointmentFactory().user
    now = timezone.now()
    mine = begun(one, now)
    begun(other, now)
    assert list(Session.objects.visible_to(one, now)) == [mine]
