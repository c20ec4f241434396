"""Notices end when somebody looked."""

import pytest
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.post.actions.notices import notify
from expliciet.post.actions.putting_away import put_away
from expliciet.post.models import Notice
from tests.factories import AppointmentFactory

pytestmark = pytest.mark.django_db


def test_one_notice_or_all_are_put_away() -> None:
    somebody, now = AppointmentFactory(), timezone.now()
    user = somebody.user
    kinds = (Notice.Kind.SEATED, Notice.Kind.CORRECTED, Notice.Kind.SECURITY)
    told = [notify(kind, [user], now=now)[0] for kind in kinds]
    assert put_away([told[0].id], by=user, now=now, as_=somebody) == 1
    assert set(Notice.objects.filter(user=user).unread()) == set(told[1:])
    assert put_away(None, by=user, now=now, as_=somebody) == 2
    assert not Notice.objects.filter(user=user).unread().exists()


def test_putting_away_leaves_a_line_and_nothing_does_not() -> None:
    somebody, now = AppointmentFactory(), timezone.now()
    notify(Notice.Kind.SEATED, [somebody.user], now=now)
    put_away(None, by=somebody.user, now=now, as_=somebody)
    put_away(None, by=somebody.user, now=now, as_=somebody)
    line = Line.objects.get(action=Action.NOTICES_READ)
    assert (line.user, line.house, line.count) == (
        somebody.user_id,
        somebody.house_id,
        1,
    )


def test_the_notices_of_somebody_else_are_not_there() -> None:
    somebody, other, now = AppointmentFactory(), AppointmentFactory(), timezone.now()
    theirs = notify(Notice.Kind.SEATED, [other.user], now=now)[0]
    assert put_away([theirs.id], by=somebody.user, now=now, as_=somebody) == 0
    assert Notice.objects.filter(user=other.user).unread().exists()
