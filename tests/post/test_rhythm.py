"""How often somebody is written to: at once, collected, or not at all."""

from datetime import datetime, timedelta

import pytest

from expliciet.accounts.models import HouseRule, User
from expliciet.accounts.rhythm import Rhythm, next_mail
from expliciet.accounts.terms import AMSTERDAM
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.post.actions.delivering import deliver
from expliciet.post.actions.rhythm import choose_rhythm
from expliciet.post.models import Delivery, Notice
from tests.factories import HouseFactory, UserFactory
from tests.post.outbox import Office, waiting

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def here(day: int, hour: int) -> datetime:
    """In December 2026 the first is a Tuesday."""
    return datetime(2026, 12, day, hour, tzinfo=AMSTERDAM)


TUESDAY = here(1, 13)


@pytest.mark.parametrize(
    ("rhythm", "now", "goes"),
    [
        (Rhythm.AT_ONCE, TUESDAY, TUESDAY),
        (Rhythm.DAILY, TUESDAY, here(2, 7)),
        (Rhythm.DAILY, here(1, 6), here(1, 7)),
        (Rhythm.DAILY, here(1, 7), here(2, 7)),
        (Rhythm.WEEKLY, TUESDAY, here(7, 7)),
        (Rhythm.WEEKLY, here(7, 6), here(7, 7)),
        (Rhythm.WEEKLY, here(7, 8), here(14, 7)),
        (Rhythm.NEVER, TUESDAY, None),
    ],
)
def test_each_rhythm_has_its_moment(
    rhythm: str, now: datetime, goes: datetime | None
) -> None:
    assert next_mail(rhythm, now) == goes


def test_summer_time_does_not_move_the_morning() -> None:
    before = datetime(2026, 10, 24, 12, tzinfo=AMSTERDAM)
    goes = next_mail(Rhythm.DAILY, before)
    assert goes is not None
    assert (goes.day, goes.hour, goes.utcoffset()) == (25, 7, timedelta(hours=1))


def test_a_day_full_of_notices_is_one_mail_that_tells_nothing() -> None:
    """V12: also the mail that collects says nothing of what is in it."""
    user = UserFactory(mail_rhythm=Rhythm.DAILY)
    for hour in (9, 11, 15):
        waiting(user, now=here(1, hour))
    assert deliver(here(1, 23)) == 0
    assert deliver(here(2, 7)) == 1
    (mail,) = Office.sent
    at_once = UserFactory()
    waiting(at_once, now=here(2, 8))
    deliver(here(2, 8))
    assert mail.body == Office.sent[-1].body
    assert mail.subject == Office.sent[-1].subject
    assert deliver(here(2, 9)) == 0


def test_who_wants_no_mail_gets_none_and_still_finds_the_notice() -> None:
    user = UserFactory(mail_rhythm=Rhythm.NEVER)
    from expliciet.post.actions.notices import notify

    notify(Notice.Kind.AGREED, [user], now=TUESDAY)
    assert not Delivery.objects.exists()
    assert Notice.objects.unread().count() == 1


@pytest.mark.parametrize("kind", [Notice.Kind.SECURITY, Notice.Kind.RECOVERY])
def test_something_about_signing_in_is_never_held_up(kind: Notice.Kind) -> None:
    user = UserFactory(mail_rhythm=Rhythm.NEVER)
    waiting(user, kind=kind, now=TUESDAY)
    assert deliver(TUESDAY) == 1


def test_the_rule_of_the_house_holds_for_who_chose_nothing() -> None:
    house = HouseFactory(rules={"mail-rhythm": "daily"})
    leaves_it, chose = UserFactory(), UserFactory(mail_rhythm=Rhythm.AT_ONCE)
    for user in (leaves_it, chose):
        waiting(user, now=TUESDAY, house=house.pk)
    assert deliver(TUESDAY) == 1
    assert Office.sent[0].to == [chose.email]
    assert deliver(here(2, 7)) == 1


def test_a_house_says_it_in_either_language() -> None:
    house = HouseFactory()
    rule = HouseRule.objects.filter(house=house).first()
    assert rule is not None
    rule.name = "mail-rhythm"
    for said, kept in (("wekelijks", "weekly"), ("never", "never")):
        rule.value = said
        rule.clean()
        assert rule.value == kept


def test_another_rhythm_holds_for_what_waits_already() -> None:
    user: User = UserFactory(mail_rhythm=Rhythm.WEEKLY)
    waiting(user, now=TUESDAY)
    assert deliver(TUESDAY) == 0
    choose_rhythm(user, Rhythm.AT_ONCE, now=TUESDAY)
    assert deliver(TUESDAY) == 1
    waiting(user, now=TUESDAY)
    choose_rhythm(user, Rhythm.NEVER, now=TUESDAY)
    assert deliver(here(30, 12)) == 0
    line = Line.objects.filter(action=Action.PREFERENCE_SET).latest("at")
    assert (line.rule, line.user) == ("mail", user.pk)


def test_a_mail_on_its_way_is_left_alone() -> None:
    """It was tried already: another rhythm does not lose it."""
    user: User = UserFactory()
    delivery = waiting(user, now=TUESDAY)
    Delivery.objects.filter(pk=delivery.pk).update(attempts=1)
    choose_rhythm(user, Rhythm.NEVER, now=TUESDAY)
    assert Delivery.objects.filter(pk=delivery.pk).exists()
