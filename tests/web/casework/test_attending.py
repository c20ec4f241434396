"""Saying who comes, noting who is here, and being up to date in two minutes: F43, S24,
V9, N6; and taking a dossier off a roster (F41)."""

import pytest
from django.urls import reverse

from expliciet.audit.actions import Action
from expliciet.casework.actions.conducting import go_on
from expliciet.casework.models import AgendaItem, Attendance
from tests.casework.meeting import Phase, called, on_roster
from tests.casework.promises import agreed, expected
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, last_line, words

pytestmark = pytest.mark.django_db

Says = Attendance.Says


def to(item: AgendaItem, name: str = "attend") -> str:
    return reverse(f"casework:{name}", args=[item.dossier_id, item.pk])


def test_one_says_who_comes_instead_and_that_one_is_asked(table: Table, at: At) -> None:
    """F43."""
    police, school = table.seat("police"), table.seat("school")
    item, client = on_roster(table, police), at(police)
    lacking = client.post(to(item), {"says": "replaced"})
    assert lacking.status_code == REFUSED
    assert 'value="replaced" checked' in words(lacking)
    sent = {"says": "replaced", "instead": str(school.pk)}
    assert client.post(to(item), sent).status_code == REDIRECTED
    said = {each.seat: each for each in item.attendances.all()}
    assert (said[police].says, said[police].instead) == (Says.REPLACED, school)
    assert said[school].says == Says.ASKED


def test_whoever_leads_writes_down_what_others_say_also_a_guest(
    table: Table, at: At
) -> None:
    """F43: several in one act; those of whom nothing changes stay as they were."""
    police, guest = table.seat("police"), table.guest()
    item, chair = on_roster(table, police, guest), at(table.chair)
    rows = {each.seat: each.pk for each in item.attendances.all()}
    sent = {
        "deed": "others",
        f"says-{rows[guest]}": "comes",
        f"says-{rows[police]}": "asked",
    }
    assert chair.post(to(item), sent).status_code == REDIRECTED
    says = dict(item.attendances.values_list("seat", "says"))
    assert says == {guest.pk: Says.COMES, police.pk: Says.ASKED}


def test_nobody_but_who_leads_answers_for_others_asks_or_notes(
    table: Table, at: At
) -> None:
    police = table.seat("police")
    item, client = on_roster(table, police), at(police)
    for deed in ("others", "ask", "present"):
        assert client.post(to(item), {"deed": deed}).status_code == 403


def test_more_people_are_asked_from_who_sits_there(table: Table, at: At) -> None:
    police, school = table.seat("police"), table.seat("school")
    item, chair = on_roster(table, police), at(table.chair)
    assert chair.post(to(item), {"deed": "ask"}).status_code == REFUSED
    chair.post(to(item), {"deed": "ask", "ask": [str(school.pk)]})
    assert item.attendances.filter(seat=school).exists()


def test_who_is_here_is_noted_with_the_mandate_of_now(table: Table, at: At) -> None:
    """S24: on this the quorum of each decision rests."""
    police, school = table.seat("police"), table.seat("school")
    item, chair = on_roster(table, police, school), at(table.chair)
    chair.post(to(item), {"deed": "present", "there": [str(police.pk)]})
    noted = {each.seat: each for each in item.attendances.all()}
    assert noted[police].was_there
    assert noted[police].mandate == police.mandate
    assert noted[school].was_there is False


def test_a_dossier_is_taken_off_by_who_leads(table: Table, at: At) -> None:
    """F41."""
    police = table.seat("police")
    item = on_roster(table, police)
    assert at(police).get(to(item, "take-off")).status_code == 403
    chair = at(table.chair)
    assert chair.get(to(item, "take-off")).status_code == 200
    assert chair.post(to(item, "take-off")).status_code == REDIRECTED
    assert not AgendaItem.objects.exists()


def test_in_two_minutes_one_reads_what_is_of_oneself_first(
    table: Table, at: At
) -> None:
    """V9: in and since the meeting before, as this seat hears it; with a line."""
    police, school = table.seat("police"), table.seat("school")
    old = agreed(table, school, deed="oud en van een ander")
    before = on_roster(table, police, school)
    go_on(before, Phase.SHARE, by=table.chair, now=table.tick())
    theirs = agreed(table, school, deed="regelt een kluisje")
    go_on(before, Phase.DONE, by=table.chair, now=table.tick())
    ours = agreed(table, police, deed="rijdt langs op vrijdag")
    asked = expected(table, school, police)
    item = on_roster(table, police, meeting=called(table))
    page = words(at(police).get(to(item, "brief")))
    assert page.index("rijdt langs op vrijdag") < page.index("regelt een kluisje")
    assert asked.reference in page
    assert theirs.reference in page
    assert old.reference not in page
    line = last_line()
    assert (line.action, line.object_id) == (Action.DOSSIER_READ, item.pk)
    assert line.purpose == "overleg voorbereiden"
    assert ours.reference in page


def test_in_two_minutes_one_reads_nothing_of_a_circle_one_is_not_in(
    table: Table, at: At
) -> None:
    """V1: what the core agreed stays there."""
    police, school = table.seat("police"), table.seat("school")
    hidden = agreed(table, police, circle="core", deed="belt de kanarie")
    item = on_roster(table, school)
    page = words(at(school).get(to(item, "brief")))
    assert "kanarie" not in page
    assert hidden.reference not in page
