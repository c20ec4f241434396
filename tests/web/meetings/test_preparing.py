"""Preparing: the roster on the clock, and what each dossier needs. F41, F42, F43, F47,
S24, S33; of a case no word, and as many questions for one dossier as for many."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Appointment
from expliciet.casework.actions.conducting import go_on
from expliciet.casework.actions.open_points import leave_open
from expliciet.casework.models import AgendaItem, Attendance, OpenPoint
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.links import link_dossiers
from expliciet.dossiers.models import Circle, Link, Seat
from tests.casework.meeting import Phase, called, on_roster
from tests.casework.promises import agreed
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words
from tests.web.dossiers.looking import questions
from tests.web.meetings.test_calling import of
from tests.web.work.calendars import read

pytestmark = pytest.mark.django_db


def second(table: Table) -> Table:
    """Another table of the same house, led by the same process director."""
    other = Table(table.house, now=table.now)
    Appointment.objects.filter(pk=other.director.pk).delete()
    Seat.objects.filter(pk=other.chair.pk).update(
        user=table.director.user, organisation=table.director.organisation
    )
    other.chair.refresh_from_db()
    return other


def test_the_roster_runs_on_the_clock(table: Table, at: At) -> None:
    """F41: from the beginning on, each as long as its minutes."""
    other = second(table)
    first = on_roster(table)
    on_roster(other, meeting=first.meeting, by=other.chair)
    lines = at(table.chair).get(of(first.meeting)).context["lines"]
    begins = first.meeting.begins_at
    assert [line.begins - begins for line in lines] == [
        timedelta(0),
        timedelta(minutes=15),
    ]
    assert lines[-1].ends - begins == timedelta(minutes=30)


def test_an_item_of_another_table_shows_that_it_is_there_and_no_more(
    table: Table, at: At
) -> None:
    """F42: its place and its minutes; no number, no name, nobody who comes."""
    police, other = table.seat("police"), second(table)
    there = other.seat("school")
    mine = on_roster(table, police)
    on_roster(other, there, meeting=mine.meeting, by=other.chair)
    page = words(at(police).get(of(mine.meeting)))
    assert "afgeschermd" in page
    assert other.dossier.number not in page
    assert other.dossier.working_name not in page
    assert there.user is not None
    assert there.user.name not in page
    assert str(other.dossier.pk) not in page


def test_one_button_moves_an_item_and_saves_all_minutes(table: Table, at: At) -> None:
    """F41: also without JavaScript, and what is shielded as well."""
    other, chair = second(table), at(table.chair)
    one = on_roster(table)
    two = on_roster(other, meeting=one.meeting, by=other.chair)
    sent = {"up": str(two.pk), f"minutes-{one.pk}": "20", f"minutes-{two.pk}": "5"}
    assert chair.post(of(one.meeting, "arrange"), sent).status_code == REDIRECTED
    found = one.meeting.items.order_by("order").values_list("pk", "minutes")
    assert list(found) == [(two.pk, 5), (one.pk, 20)]
    answer = chair.post(of(one.meeting, "arrange"), {f"minutes-{one.pk}": "veel"})
    assert answer.status_code == REDIRECTED
    assert "Er is niets gewijzigd" in words(chair.get(of(one.meeting)))


def test_a_dossier_is_put_on_it_and_everybody_at_its_table_is_asked(
    table: Table, at: At
) -> None:
    """F41, F43: whom one takes out is not asked."""
    police, school = table.seat("police"), table.seat("school")
    meeting, chair = called(table), at(table.chair)
    put = of(meeting, "put")
    assert table.dossier.number in words(chair.get(put))
    page = chair.get(f"{put}?dossier={table.dossier.pk}")
    assert set(page.context["form"].initial["asked"]) >= {police.pk, school.pk}
    sent = {"dossier": str(table.dossier.pk), "minutes": "0", "asked": [police.pk]}
    assert chair.post(put, sent).status_code == REFUSED
    assert chair.post(put, sent | {"minutes": "25"}).status_code == REDIRECTED
    item = AgendaItem.objects.get()
    assert item.minutes == 25
    assert [each.seat for each in item.attendances.all()] == [police]
    assert table.dossier.number not in words(chair.get(put))


def test_linked_dossiers_are_spoken_of_together(table: Table, at: At) -> None:
    """F41, V4: offered only where one knows of the link."""
    other, chair = second(table), at(table.chair)
    one = on_roster(table)
    put = f"{of(one.meeting, 'put')}?dossier={other.dossier.pk}"
    assert "beside" not in chair.get(put).context["form"].fields
    link = Link(one=table.dossier, other=other.dossier, kind="family", why="een gezin")
    link_dossiers(link, by=table.chair, there=other.chair, now=table.tick())
    sent = {"dossier": str(other.dossier.pk), "minutes": "10", "beside": str(one.pk)}
    assert chair.post(of(one.meeting, "put"), sent).status_code == REDIRECTED
    assert "samen met 1" in words(chair.get(of(one.meeting)))


def test_it_says_what_each_partner_still_delivers(table: Table, at: At) -> None:
    """S33: owner, day, what is late first; and none of its words."""
    police = table.seat("police")
    promise = agreed(table, police)
    item = on_roster(table, police)
    page = words(at(police).get(of(item.meeting)))
    assert promise.reference in page
    assert police.organisation.name in page
    assert str(promise.deed) not in page


def test_it_says_who_comes_and_of_whom_the_quorum_lacks(table: Table, at: At) -> None:
    """S24, F43."""
    police = table.seat("police")
    item, client = on_roster(table, police), at(police)
    lacks = client.get(of(item.meeting)).context["lines"][0].needs.lacking
    assert "politie" in lacks
    Attendance.objects.filter(seat=police).update(says=Attendance.Says.COMES)
    lacks = client.get(of(item.meeting)).context["lines"][0].needs.lacking
    assert "politie" not in lacks


def test_what_was_left_open_and_agreed_before_lies_beside_it(
    table: Table, at: At
) -> None:
    """F47: of the meeting before, as far as this seat hears."""
    police = table.seat("police")
    before = on_roster(table, police)
    go_on(before, Phase.SHARE, by=table.chair, now=table.tick())
    point = leave_open(
        OpenPoint(meant=OpenPoint.Meant.AGREEMENT, text="iets met de kanarie"),
        by=table.chair,
        circle=circle_for(table.chair, Circle.Kind.TABLE, table.tick()),
        now=table.tick(),
    )
    promise = agreed(table, police)
    go_on(before, Phase.DONE, by=table.chair, now=table.tick())
    item = on_roster(table, police, meeting=called(table))
    answer = at(police).get(of(item.meeting))
    needs = answer.context["lines"][0].needs
    assert needs.before == before
    assert [one.record.pk for one in needs.said] == [promise.pk]
    assert [one.pk for one in needs.points] == [point.pk]
    assert "kanarie" not in words(answer)


def test_many_dossiers_are_asked_about_as_one_is(table: Table, at: At) -> None:
    item, chair = on_roster(table), at(table.chair)
    agreed(table, table.chair)
    page = of(item.meeting)
    few = questions(chair, page)
    for _each in range(4):
        other = second(table)
        on_roster(other, other.seat("police"), meeting=item.meeting, by=other.chair)
        agreed(other, other.chair)
    assert questions(chair, page) <= few + 3


def test_the_file_for_the_calendar_says_when_and_where_and_nothing_else(
    table: Table, at: At
) -> None:
    """F40: one event that stays the same, also when it is called off."""
    meeting, chair = called(table), at(table.chair)
    file = chair.get(of(meeting, "calendar")).content
    (event,) = read(file).events
    assert event["STATUS"] == "CONFIRMED"
    assert event["SUMMARY"].startswith("Overleg")
    text = file.decode()
    assert "BEGIN:VTIMEZONE" in text
    assert f"UID:{meeting.pk}-meeting@expliciet" in text
    begins = timezone.localtime(meeting.begins_at)
    assert f"DTSTART;TZID=Europe/Amsterdam:{begins:%Y%m%dT%H%M%S}" in text
    assert "SEQUENCE:0" in text
    assert table.dossier.number not in text
    chair.post(of(meeting, "call-off"))
    text = chair.get(of(meeting, "calendar")).content.decode()
    assert "STATUS:CANCELLED" in text
    assert "SEQUENCE:1" in text


def test_the_meeting_is_ended_when_nothing_goes_on(table: Table, at: At) -> None:
    item, chair = on_roster(table), at(table.chair)
    go_on(item, Phase.SHARE, by=table.chair, now=table.tick())
    chair.post(of(item.meeting, "end"))
    item.meeting.refresh_from_db()
    assert item.meeting.ended_at is None
    assert reverse("casework:conduct", args=[item.dossier_id, item.pk]) in words(
        chair.get(of(item.meeting))
    )
    go_on(item, Phase.DONE, by=table.chair, now=table.tick())
    chair.post(of(item.meeting, "end"))
    item.meeting.refresh_from_db()
    assert item.meeting.ended_at is not None
