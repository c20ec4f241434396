"""Being in: what keeps a session, what ends it, and what brings it not back (C8)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.actions.factors import replace_app
from expliciet.accounts.actions.house_rules import set_house_rule
from expliciet.accounts.actions.passwords import change_password
from expliciet.accounts.actions.people import disable_user, end_appointment, reopen_user
from expliciet.accounts.models import Appointment, HouseRule, Session, User
from expliciet.audit.actions import Action
from expliciet.web import inventory
from tests.factories import AppointmentFactory, Role
from tests.signing_in import shown_by_app
from tests.web.accounts.visitor import OWN, Clock, Rules, Visitor

pytestmark = pytest.mark.django_db

SIGN_IN = "/aanmelden/"


def administrator_near(visitor: Visitor) -> Appointment:
    near = visitor.user.appointments.get()
    return AppointmentFactory(organisation=near.organisation, role=Role.ADMINISTRATOR)


# --- time -----------------------------------------------------------------------------


def test_whoever_walks_away_is_out_after_a_quarter_of_an_hour(
    insider: Visitor, clock: Clock, rules: Rules
) -> None:
    clock.forward(minutes=14)
    assert insider.is_in()
    rules()
    clock.forward(minutes=15)
    answer = insider.get(OWN, follow=True)
    assert "U was een tijdje weg" in answer.content.decode()
    assert rules() == [(Action.SIGNED_OUT, "idle")]
    assert not insider.is_in()


def test_whoever_works_on_is_out_after_eight_hours(
    insider: Visitor, clock: Clock, rules: Rules
) -> None:
    for _turn in range(47):
        clock.forward(minutes=10)
        assert insider.is_in()
    rules()
    clock.forward(minutes=10)
    assert not insider.is_in()
    assert rules() == [(Action.SIGNED_OUT, "whole")]


def test_in_meeting_mode_the_screen_may_lie_still_for_an_hour(
    insider: Visitor, clock: Clock, rules: Rules
) -> None:
    rules()
    insider.post(reverse("accounts:meeting-mode"), {"on": "1"})
    assert (Action.MEETING_MODE_SET, "on") in rules()
    clock.forward(minutes=59)
    assert insider.is_in()
    insider.post(reverse("accounts:meeting-mode"), {"on": "0"})
    clock.forward(minutes=15)
    assert not insider.is_in()


def test_meeting_mode_is_of_one_session(insider: Visitor, clock: Clock) -> None:
    insider.post(reverse("accounts:meeting-mode"), {"on": "1"})
    other = insider.again()
    other.comes_in()
    clock.forward(minutes=20)
    assert not other.is_in()
    assert insider.is_in()


def test_a_rule_of_the_house_counts_from_the_next_request(
    insider: Visitor, clock: Clock
) -> None:
    near = insider.user.appointments.get()
    director = AppointmentFactory(
        organisation=near.organisation, role=Role.PROCESS_DIRECTOR
    )
    rule = HouseRule(
        house=near.house,
        name="idle-minutes",
        value=5,
        source="besluit (verzonnen)",
        source_date=timezone.localdate(clock.now),
        valid_from=timezone.localdate(clock.now),
    )
    set_house_rule(rule, by=director, now=clock.now)
    clock.forward(minutes=6)
    assert not insider.is_in()


@pytest.mark.parametrize(
    "jump", [{"hours": -1}, {"days": -3650}, {"seconds": -70}, {"days": 3650}]
)
def test_a_clock_that_jumps_never_keeps_a_session(
    insider: Visitor, clock: Clock, jump: dict[str, float]
) -> None:
    """T14."""
    clock.forward(minutes=2)
    assert insider.is_in()
    clock.forward(**jump)
    assert not insider.is_in()


def test_a_breath_between_two_clocks_ends_nothing(
    insider: Visitor, clock: Clock
) -> None:
    clock.forward(seconds=-3)
    assert insider.is_in()


def test_summer_time_changes_nothing(visitor: Visitor, clock: Clock) -> None:
    """T14: the night on which the hour between two and three comes twice."""
    clock.now = clock.now.replace(month=10, day=25, hour=0, minute=50)
    visitor.set_up_before()
    visitor.comes_in()
    clock.forward(minutes=14)
    assert visitor.is_in()
    clock.forward(minutes=15)
    assert not visitor.is_in()


def test_what_a_page_asks_by_itself_is_no_sign_of_life(
    insider: Visitor, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A poll every few seconds keeps nobody in who walked away."""
    route = inventory.route_of("accounts:own")
    assert route is not None
    monkeypatch.setitem(inventory._routes, "accounts:own", route._replace(polls=True))
    for _turn in range(14):
        clock.forward(minutes=1)
        assert insider.is_in()
    clock.forward(minutes=1)
    assert not insider.is_in()


def test_what_a_page_asks_by_itself_learns_within_moments_that_somebody_is_out(
    insider: Visitor, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """V8: at once where the account or the session ended; an appointment a moment
    later, and what the page shows asks for its rights itself."""
    route = inventory.route_of("accounts:own")
    assert route is not None
    monkeypatch.setitem(inventory._routes, "accounts:own", route._replace(polls=True))
    assert insider.is_in()
    insider.user.appointments.update(until=clock.now.date() - timedelta(days=1))
    clock.forward(seconds=10)
    assert not insider.is_in()


def test_a_session_is_written_once_a_minute(insider: Visitor, clock: Clock) -> None:
    began = Session.objects.get().seen_at
    clock.forward(seconds=59)
    insider.is_in()
    assert Session.objects.get().seen_at == began
    clock.forward(seconds=1)
    insider.is_in()
    assert Session.objects.get().seen_at == clock.now


# --- rights ---------------------------------------------------------------------------


def test_a_closed_account_is_out_at_once(insider: Visitor) -> None:
    """V8: every request asks."""
    other = insider.again()
    other.comes_in()
    disable_user(insider.user, by=administrator_near(insider), why="verzonnen")
    assert not insider.is_in()
    assert not other.is_in()


def test_an_account_closed_behind_our_back_is_out_at_once(insider: Visitor) -> None:
    User.objects.filter(pk=insider.user.pk).update(is_active=False)
    assert not insider.is_in()


def test_a_closed_account_that_is_opened_again_signs_in_again(
    insider: Visitor,
) -> None:
    administrator = administrator_near(insider)
    disable_user(insider.user, by=administrator, why="verzonnen")
    reopen_user(insider.user, by=administrator)
    assert not insider.is_in()


def test_whoever_has_no_appointment_left_is_out(
    insider: Visitor, clock: Clock, rules: Rules
) -> None:
    near = insider.user.appointments.get()
    yesterday = timezone.localdate(clock.now) - timedelta(days=1)
    end_appointment(near, on=yesterday, by=administrator_near(insider))
    rules()
    answer = insider.get(OWN, follow=True)
    assert "geen aanstelling meer" in answer.content.decode()
    assert rules() == [(Action.SIGNED_OUT, "appointment")]


def test_whoever_keeps_one_appointment_stays(insider: Visitor, clock: Clock) -> None:
    near = insider.user.appointments.get()
    AppointmentFactory(user=insider.user)
    yesterday = timezone.localdate(clock.now) - timedelta(days=1)
    administrator = AppointmentFactory(
        organisation=near.organisation, role=Role.ADMINISTRATOR
    )
    end_appointment(near, on=yesterday, by=administrator)
    assert insider.is_in()


def test_another_telephone_ends_every_other_session(
    insider: Visitor, clock: Clock
) -> None:
    other = insider.again()
    other.comes_in()
    fresh = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    here = Session.objects.of(insider.user, clock.now).last()
    assert here is not None
    replace_app(
        insider.user, fresh, shown_by_app(fresh, clock.now), keep=here, now=clock.now
    )
    assert insider.is_in()
    assert not other.is_in()


def test_another_password_ends_every_other_session(
    insider: Visitor, clock: Clock
) -> None:
    other = insider.again()
    other.comes_in()
    change_password(insider.user, "vijf heel andere woorden", keep=None, now=clock.now)
    assert not insider.is_in()
    assert not other.is_in()


def test_the_third_session_ends_the_first(insider: Visitor) -> None:
    second, third = insider.again(), insider.again()
    second.comes_in()
    third.comes_in()
    assert not insider.is_in()
    assert second.is_in()
    assert third.is_in()
