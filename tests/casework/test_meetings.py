"""Calling people together: F40 to F43, F46, N21, and whom a meeting shows itself to."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.models import Appointment
from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.actions.attending import (
    ask_also,
    note_presence,
    say_attendance,
)
from expliciet.casework.actions.conducting import go_on, pause_recording
from expliciet.casework.actions.meetings import (
    arrange,
    call_off,
    end_meeting,
    hand_over_meeting,
    take_off_roster,
)
from expliciet.casework.models import AgendaItem, Attendance, Meeting
from expliciet.dossiers.models import Seat
from expliciet.post.models import Notice
from tests.casework.meeting import Phase, called, on_roster, talking
from tests.factories import AppointmentFactory, Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def test_a_partner_calls_no_regular_meeting_but_may_telephone() -> None:
    """F40, N29."""
    table = Table()
    police = AppointmentFactory(organisation=table.organisation("police"))
    with pytest.raises(Refused):
        called(table, police)
    assert called(table, police, Meeting.Kind.PHONE).chair == police.user


def test_a_meeting_shows_itself_to_who_leads_and_who_sits_at_a_table_of_it() -> None:
    """F41, V1: and to nobody else of the same house."""
    table = Table()
    police = table.seat("police")
    other = Table(table.house)
    meeting = called(table)
    seen = Meeting.objects.visible_to
    assert not seen(police.user, table.tick()).exists()
    on_roster(table, meeting=meeting)
    assert seen(police.user, table.tick()).get() == meeting
    assert seen(table.chair.user, table.tick()).get() == meeting
    assert not seen(other.deputy.user, table.tick()).exists()


def test_an_item_of_another_table_is_shielded() -> None:
    """F42: the roster shows that there is one, the item itself is not found."""
    table = Table()
    police = table.seat("police")
    other = Table(table.house)
    meeting = called(table)
    mine = on_roster(table, meeting=meeting)
    Appointment.objects.filter(pk=other.director.pk).update(user=table.director.user)
    Seat.objects.filter(pk=other.chair.pk).update(user=table.director.user)
    other.chair.refresh_from_db()
    hidden = on_roster(other, meeting=meeting, by=other.chair)
    seen = AgendaItem.objects.visible_to(police.user, table.tick())
    assert list(seen) == [mine]
    assert hidden.order == 2


def test_whoever_is_asked_is_told_without_a_word_of_the_case() -> None:
    """F43."""
    table = Table()
    police, school = table.seat("police"), table.guest()
    item = on_roster(table, police, school)
    told = Notice.objects.get(kind=Notice.Kind.MEETING)
    assert (told.user, told.about, told.dossier) == (
        police.user,
        item.meeting_id,
        None,
    )
    assert item.attendances.count() == 2


def test_one_notice_tells_of_a_meeting_until_it_was_seen() -> None:
    """Also where two dossiers of theirs are on its roster."""
    table = Table()
    police, ggz = table.seat("police"), table.seat("GGZ")
    item = on_roster(table, police)
    ask_also(item, [police, ggz], by=table.chair, now=table.tick())
    told = Notice.objects.filter(kind=Notice.Kind.MEETING)
    assert {each.user for each in told} == {police.user, ggz.user}
    assert told.count() == 2


def test_somebody_says_that_a_colleague_comes_instead() -> None:
    """F43: who is replaced, by whom; and the one who comes is asked too."""
    table = Table()
    police, colleague = table.seat("police"), table.seat("police")
    item = on_roster(table, police)
    asked = item.attendances.get()
    asked.says, asked.instead = Attendance.Says.REPLACED, colleague
    say_attendance(asked, by=police, now=table.tick())
    assert set(item.attendances.values_list("seat", flat=True)) == {
        police.pk,
        colleague.pk,
    }
    asked.instead = None
    with pytest.raises(ValidationError):
        say_attendance(asked, by=police, now=table.tick())


def test_nobody_says_for_another_whether_they_come_but_who_leads() -> None:
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    asked = on_roster(table, police).attendances.get()
    asked.says = Attendance.Says.ABSENT
    with pytest.raises(Refused):
        say_attendance(asked, by=school, now=table.tick())
    say_attendance(asked, by=table.chair, now=table.tick())


def test_presence_keeps_the_mandate_of_that_moment() -> None:
    """F43, S24: on which the quorum of each decision rests."""
    table = Table()
    police, school = table.seat("police"), table.guest()
    item = talking(table, police)
    noted = note_presence(item, [police, school], by=table.chair, now=table.tick())
    there = {each.seat_id: each.mandate for each in noted if each.was_there}
    assert there == {police.pk: police.mandate, school.pk: school.mandate}
    assert not item.attendances.filter(was_there=None).exists()


def test_the_talk_goes_on_by_phases_and_each_has_its_clock() -> None:
    """F46, N21."""
    table = Table(now=Table().now - timedelta(days=1))
    item = talking(table)
    table.now += timedelta(minutes=5)
    item = go_on(item, Phase.DECIDE, by=table.chair, now=table.tick())
    table.now += timedelta(minutes=2)
    spent = item.spent(table.now)
    assert timedelta(minutes=5) <= spent["share"] < timedelta(minutes=6)
    assert timedelta(minutes=2) <= spent["decide"] < timedelta(minutes=3)
    assert spent["agree"] == timedelta()


def test_what_was_said_between_two_talks_stands_in_neither() -> None:
    """S23: an item can be taken up again, and only the talk itself counts."""
    table = Table()
    item = talking(table)
    inside = table.note(table.chair, "tijdens het overleg (verzonnen)")
    item = go_on(item, Phase.DONE, by=table.chair, now=table.tick())
    between = table.note(table.chair, "erna (verzonnen)")
    item = go_on(item, Phase.AGREE, by=table.chair, now=table.tick())
    again = table.note(table.chair, "nagekomen (verzonnen)")
    said = set(item.said_in_it(table.chair, table.tick()).values_list("pk", flat=True))
    assert {inside.pk, again.pk} <= said
    assert between.pk not in said


def test_one_item_goes_on_at_a_time() -> None:
    table = Table()
    other = Table(table.house)
    meeting = called(table)
    first = on_roster(table, meeting=meeting)
    go_on(first, Phase.SHARE, by=table.chair, now=table.tick())
    Appointment.objects.filter(pk=other.director.pk).update(user=table.director.user)
    Seat.objects.filter(pk=other.chair.pk).update(user=table.director.user)
    other.chair.refresh_from_db()
    second = on_roster(other, meeting=meeting, by=other.chair)
    with pytest.raises(ValidationError) as refused:
        go_on(second, Phase.SHARE, by=other.chair, now=table.tick())
    assert refused.value.code == "busy"
    with pytest.raises(ValidationError):
        end_meeting(meeting, by=table.director, now=table.tick())
    go_on(first, Phase.DONE, by=table.chair, now=table.tick())
    go_on(second, Phase.SHARE, by=other.chair, now=table.tick())


def test_a_meeting_is_handed_over_in_one_act_also_halfway() -> None:
    """To somebody who leads, or keeps the record, at each table still to come."""
    table = Table()
    police = table.seat("police")
    item = talking(table, police)
    meeting = item.meeting
    with pytest.raises(ValidationError):
        hand_over_meeting(
            meeting,
            police.user,
            police.user,
            by=table.director,
            now=table.tick(),
        )
    deputy = table.deputy.user
    hand_over_meeting(meeting, deputy, deputy, by=table.director, now=table.tick())
    item.refresh_from_db()
    with pytest.raises(Refused):
        go_on(item, Phase.DECIDE, by=table.chair, now=table.tick())
    go_on(item, Phase.DECIDE, by=table.substitute, now=table.tick())


def test_for_a_moment_nothing_is_written_down_and_the_trail_says_so() -> None:
    table = Table()
    police = table.seat("police")
    item = talking(table)
    with pytest.raises(Refused):
        pause_recording(item, True, by=police, now=table.tick())
    item = pause_recording(item, True, by=table.chair, now=table.tick())
    assert item.is_off_record
    item = go_on(item, Phase.DECIDE, by=table.chair, now=table.tick())
    assert not item.is_off_record
    assert Line.objects.filter(action=Action.RECORDING_PAUSED).count() == 1


def test_the_roster_is_put_in_order_and_an_item_taken_off() -> None:
    """F41."""
    table = Table()
    meeting = called(table)
    item = on_roster(table, meeting=meeting)
    arrange(meeting, [item.pk], {item.pk: 25}, by=table.director, now=table.tick())
    item.refresh_from_db()
    assert item.minutes == 25
    with pytest.raises(ValidationError):
        on_roster(table, meeting=meeting)
    take_off_roster(item, by=table.chair, now=table.tick())
    assert not meeting.items.exists()


def test_what_was_begun_is_not_called_off_nor_taken_off() -> None:
    table = Table()
    item = talking(table)
    with pytest.raises(ValidationError):
        call_off(item.meeting, by=table.director, now=table.tick())
    with pytest.raises(ValidationError):
        take_off_roster(item, by=table.chair, now=table.tick())
