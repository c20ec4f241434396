"""Calling people together on a screen: F40, F41, N29; and where it stands in a list."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.casework.models import Attendance, Meeting
from expliciet.dossiers.models import Draft
from expliciet.post.models import Notice
from tests.casework.approach import in_days
from tests.casework.meeting import called, on_roster
from tests.factories import AppointmentFactory, OrganisationFactory, Role, Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, actions, words

pytestmark = pytest.mark.django_db

LIST, CALL = reverse("meetings:list"), reverse("meetings:call")


def of(meeting: Meeting, name: str = "one") -> str:
    return reverse(f"meetings:{name}", args=[meeting.pk])


def test_whoever_may_call_one_calls_it_and_then_arranges_it(
    table: Table, at: At
) -> None:
    """F40: kind, day, time and place; whoever calls it leads it."""
    chair = at(table.chair)
    day = in_days(6)
    sent = {"kind": "regular", "day": day.isoformat(), "time": "10:00", "place": "Zaal"}
    answer = chair.post(CALL, sent)
    meeting = Meeting.objects.get()
    assert answer.headers["Location"] == of(meeting)
    at_ten = timezone.localtime(meeting.begins_at)
    assert (at_ten.date(), at_ten.hour) == (day, 10)
    assert meeting.chair == table.chair.user
    page = words(chair.get(of(meeting)))
    assert "Zaal" in page
    assert "Er staat nog niets op het rooster" in page
    assert "Zaal" in words(chair.get(LIST))


def test_a_partner_is_offered_no_regular_meeting(table: Table, at: At) -> None:
    """F40, N29."""
    police = at(table.seat("police"))
    assert 'value="regular"' not in words(police.get(CALL))
    day = in_days(2).isoformat()
    sent = {"kind": "regular", "day": day, "time": "9:00"}
    assert police.post(CALL, sent).status_code == REFUSED
    assert police.post(CALL, sent | {"kind": "phone"}).status_code == REDIRECTED


def test_who_works_in_two_houses_chooses_in_which(table: Table, at: At) -> None:
    """F40: the other house is one link away, and keeps its own meeting."""
    other = OrganisationFactory()
    AppointmentFactory(
        user=table.director.user, organisation=other, role=Role.PROCESS_DIRECTOR
    )
    chair = at(table.chair)
    for house in (table.house, other.house):
        page = f"{CALL}?huis={house.pk}"
        sent = {"kind": "regular", "day": in_days(3).isoformat(), "time": "9:00"}
        assert len(chair.get(page).context["houses"]) == 1
        assert chair.post(page, sent).status_code == REDIRECTED
        assert Meeting.objects.filter(house=house).count() == 1


def test_what_is_wrong_with_the_day_stands_at_the_day(table: Table, at: At) -> None:
    """C2: and what was typed stays."""
    chair = at(table.chair)
    sent = {"kind": "urgent", "day": "2020-01-01", "time": "9:00", "place": "Zaal"}
    answer = chair.post(CALL, sent)
    assert answer.status_code == REFUSED
    assert answer.context["form"].errors["day"]
    assert 'value="Zaal"' in words(answer)
    assert not Meeting.objects.exists()


def test_what_one_began_to_call_is_found_again(table: Table, at: At) -> None:
    chair = at(table.chair)
    kept = {"draft_form": "meetings:call", "kind": "urgent", "place": "Balie"}
    chair.post(reverse("drafts:keep"), kept)
    assert Draft.objects.count() == 1
    assert 'value="Balie"' in words(chair.get(CALL))
    assert CALL in words(chair.get(reverse("opening")))


def test_another_time_is_told_to_whoever_was_asked(table: Table, at: At) -> None:
    police, chair = table.seat("police"), at(table.chair)
    item = on_roster(table, police)
    meeting = item.meeting
    Notice.objects.update(read_at=timezone.now())
    sent = {"kind": "urgent", "day": in_days(4).isoformat(), "time": "14:30"}
    assert chair.post(of(meeting, "change"), sent).status_code == REDIRECTED
    meeting.refresh_from_db()
    assert timezone.localtime(meeting.begins_at).hour == 14
    told = Notice.objects.filter(user=police.user).latest("at")
    assert told.about == meeting.pk
    assert of(meeting) in words(at(police).get(reverse("opening")))


def test_called_off_it_stands_among_those_that_were(table: Table, at: At) -> None:
    meeting, chair = called(table), at(table.chair)
    assert chair.get(of(meeting, "call-off")).status_code == 200
    assert chair.post(of(meeting, "call-off")).status_code == REDIRECTED
    page = words(chair.get(LIST))
    assert "afgezegd" in page
    assert "Er komt voor u geen overleg" in page
    assert of(meeting, "change") not in words(chair.get(of(meeting)))


def test_nobody_else_finds_or_leads_it(table: Table, at: At) -> None:
    """V1: 404 for who does not sit there; 403 for who only sits."""
    police, other = table.seat("police"), Table(table.house)
    item = on_roster(table, police)
    stranger, seated = at(other.substitute), at(police)
    for name in ("one", "change", "call-off", "put", "hand-over", "calendar"):
        assert stranger.get(of(item.meeting, name)).status_code == 404
    assert seated.get(of(item.meeting)).status_code == 200
    for name in ("change", "call-off", "put", "hand-over"):
        assert seated.get(of(item.meeting, name)).status_code == 403
    for name in ("arrange", "end"):
        assert seated.post(of(item.meeting, name)).status_code == 403


def test_both_are_handed_over_in_one_act(table: Table, at: At) -> None:
    item, chair = on_roster(table), at(table.chair)
    deputy = table.substitute.user
    assert deputy is not None
    sent = {"chair": str(deputy.pk), "recorder": str(table.chair.user_id)}
    assert chair.post(of(item.meeting, "hand-over"), sent).status_code == REDIRECTED
    item.meeting.refresh_from_db()
    assert item.meeting.chair == deputy
    assert Action.MEETING_HANDED_OVER in actions()


def test_my_work_asks_whether_i_come_and_takes_the_answer(table: Table, at: At) -> None:
    """F43: answered where it stands; and asked no more."""
    police = table.seat("police")
    item, client = on_roster(table, police), at(police)
    where = reverse("casework:attend", args=[item.dossier_id, item.pk])
    page = words(client.get(reverse("opening")))
    assert where in page
    answer = client.post(where, {"deed": "own", "says": "comes", "terug": "werk"})
    assert answer.headers["Location"].startswith(reverse("opening"))
    said = Attendance.objects.get(seat=police)
    assert said.says == Attendance.Says.COMES
    page = words(client.get(reverse("opening")))
    assert where not in page
    assert of(item.meeting) in page


def test_the_purpose_of_today_is_that_of_the_meeting_of_today(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    client = at(police, purpose="")
    asked = reverse("dossiers:purpose", args=[table.dossier.pk])
    assert client.get(asked).context["form"].initial["purpose"] is None
    item = on_roster(table, police)
    Meeting.objects.filter(pk=item.meeting_id).update(
        begins_at=timezone.localtime().replace(hour=12)
    )
    chosen = client.get(asked).context["form"].initial["purpose"]
    assert chosen == "overleg voorbereiden"
    Meeting.objects.filter(pk=item.meeting_id).update(
        begins_at=timezone.localtime().replace(hour=12) + timedelta(days=1)
    )
    assert client.get(asked).context["form"].initial["purpose"] is None
