"""Dossiers that belong together: rights on both ends, at the moment of doing (V4)."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.models import Appointment
from expliciet.accounts.refusal import Refused
from expliciet.dossiers.actions.links import end_link, link_dossiers, show_elsewhere
from expliciet.dossiers.actions.opening_dossiers import open_dossier
from expliciet.dossiers.actions.seats import end_seat, hand_over, invite
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Circle, Dossier, HandOver, Link, Seat, Shown
from tests.dossiers.told import fields, lines
from tests.factories import AppointmentFactory, Table
from tests.proofs.racing import as_in_a_request, lost, race, won

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def beside(table: Table, **more: Any) -> Dossier:
    """Another dossier of the same house, with the same chair."""
    return open_dossier(
        table.heading(),
        by=more.get("by", table.director),
        deputy=more.get("deputy", table.deputy),
        why="leidt (verzonnen)",
        now=table.tick(),
    )


def chair_of(dossier: Dossier) -> Seat:
    return dossier.seats.get(role=Seat.Role.PROCESS_DIRECTOR)


def seated(table: Table, at: Seat, who: Seat) -> Seat:
    """The same person, at the table that this seat chairs."""
    seat = Seat(user=who.user, organisation=who.organisation, why="nodig (verzonnen)")
    return invite(seat, by=at, now=table.tick())


def tied(table: Table, here: Seat, there: Seat, **more: Any) -> Link:
    link = Link(**{"kind": Link.Kind.FAMILY, "why": "twee broers (verzonnen)"} | more)
    return link_dossiers(link, by=here, there=there, now=table.tick())


def test_whoever_chairs_both_tables_links_them() -> None:
    """F7."""
    table = Table()
    there = chair_of(beside(table))
    link = tied(table, table.chair, there)
    assert list(Link.objects.current()) == [link]
    assert lines(table.dossier)[-1] == "linked"


def test_rights_are_asked_on_both_ends() -> None:
    """V4: to chair the one is not enough."""
    table = Table()
    colleague = AppointmentFactory(
        organisation=table.organisation("office"),
        role=Appointment.Role.PROCESS_DIRECTOR,
    )
    theirs = chair_of(beside(table, by=colleague))
    with pytest.raises(Refused):  # two people
        tied(table, table.chair, theirs)
    mine = seated(table, theirs, table.chair)  # takes part there, and does not chair
    for one, other in ((table.chair, mine), (mine, table.chair)):
        with pytest.raises(Refused):
            tied(table, one, other)
    assert not Link.objects.exists()


def test_a_chair_that_ended_at_the_other_end_links_nothing() -> None:
    """V4, V8: asked at the moment of doing."""
    table = Table()
    dossier = beside(table)
    there = chair_of(dossier)
    stale = Seat.objects.select_related("dossier__house", "user", "organisation").get(
        pk=there.pk
    )
    coming = AppointmentFactory(
        organisation=there.organisation, role=Appointment.Role.PROCESS_DIRECTOR
    )
    hand_over(
        Seat(user=coming.user, why="x"),
        HandOver(summary="a", open_ends="b"),
        by=there,
        now=table.tick(),
    )
    with pytest.raises(Refused):
        tied(table, table.chair, stale)


def test_dossiers_of_two_houses_are_not_linked() -> None:
    table, other = Table(), Table()
    appointment = AppointmentFactory(
        user=table.director.user,
        organisation=other.organisation("office"),
        role=Appointment.Role.PROCESS_DIRECTOR,
    )
    there = open_dossier(
        other.heading(),
        by=appointment,
        deputy=other.deputy,
        why="x",
        now=table.tick(),
    )
    with pytest.raises(Refused):
        tied(table, table.chair, chair_of(there))


def test_two_dossiers_are_linked_once_whichever_way() -> None:
    table = Table()
    there = chair_of(beside(table))
    tied(table, table.chair, there)
    for one, other in (
        (table.chair, there),
        (there, table.chair),
        (table.chair, table.chair),
    ):
        with pytest.raises(ValidationError) as wrong:
            tied(table, one, other)
        assert fields(wrong.value) == {"other"}


@pytest.mark.parametrize("why", ["", "  ", "a\0b"])
def test_a_link_says_why(why: str) -> None:
    table = Table()
    with pytest.raises(ValidationError) as wrong:
        tied(table, table.chair, chair_of(beside(table)), why=why)
    assert fields(wrong.value) == {"why"}


def test_only_whoever_sits_at_both_tables_knows_of_a_link() -> None:
    """V1, V4: one seat tells nothing about the other dossier."""
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    there = chair_of(beside(table))
    link = tied(table, table.chair, there)
    seat = seated(table, there, police)
    now = table.tick()
    assert list(Link.objects.visible_to(police.user, now)) == [link]
    assert not Link.objects.visible_to(school.user, now).exists()
    end_seat(seat, "klaar", by=there, now=table.tick())
    assert not Link.objects.visible_to(police.user, table.tick()).exists()
    assert not Link.objects.visible_to(None, table.tick()).exists()


def test_a_link_is_ended_by_who_chairs_one_end_and_sits_at_both() -> None:
    table = Table()
    there = chair_of(beside(table))
    link = tied(table, table.chair, there)
    police = table.seat("police")
    seated(table, there, police)
    elsewhere = chair_of(beside(table))
    for by in (police, elsewhere):  # no chair; chairs a third table
        with pytest.raises(Refused):
            end_link(link, by=by, now=table.tick())
    end_link(link, by=there, now=table.tick())
    assert not Link.objects.current().exists()
    with pytest.raises((Refused, ValidationError)):
        end_link(link, by=there, now=table.tick())
    assert lines(table.dossier)[-1] == "link-ended"


def test_a_record_is_shown_elsewhere_to_who_sits_at_both() -> None:
    table = Table()
    police = table.seat("police")
    note = table.note(police)
    there = chair_of(beside(table))
    link = tied(table, table.chair, there)
    with pytest.raises(Refused):  # sits at one end
        show_elsewhere(note, link, by=police, now=table.tick())
    seated(table, there, police)
    shown = show_elsewhere(note, link, by=police, now=table.tick())
    assert shown.dossier == there.dossier
    assert police.user is not None
    assert list(Shown.objects.visible_to(police.user, table.tick())) == [shown]
    only_there = seated(
        table,
        there,
        Seat(
            user=AppointmentFactory(organisation=table.organisation("ggz")).user,
            organisation=table.organisation("ggz"),
        ),
    )
    assert only_there.user is not None
    assert not Shown.objects.visible_to(only_there.user, table.tick()).exists()


def test_what_is_shown_goes_with_the_link_and_can_be_shown_anew() -> None:
    table = Table()
    note = table.note(table.chair)
    there = chair_of(beside(table))
    link = tied(table, table.chair, there)
    show_elsewhere(note, link, by=table.chair, now=table.tick())
    with pytest.raises(ValidationError):
        show_elsewhere(note, link, by=table.chair, now=table.tick())
    end_link(link, by=table.chair, now=table.tick())
    user = table.director.user
    assert not Shown.objects.visible_to(user, table.tick()).exists()
    again = tied(table, there, table.chair)
    assert show_elsewhere(note, again, by=table.chair, now=table.tick())
    assert Shown.objects.visible_to(user, table.tick()).count() == 1


def test_what_one_may_not_give_is_not_shown_elsewhere() -> None:
    """V5: another's words, words one does not hear, and words taken back."""
    table = Table()
    police = table.seat("police")
    link = tied(table, table.chair, chair_of(beside(table)))
    core = table.note(police, circle=Circle.Kind.CORE)
    own = table.note(police, circle=Circle.Kind.OWN)
    for note in (core, own):
        with pytest.raises(Refused):
            show_elsewhere(note, link, by=table.chair, now=table.tick())
    mine = table.note(table.chair)
    withdraw(mine, "hoort hier niet", by=table.chair, now=table.tick())
    with pytest.raises(ValidationError):
        show_elsewhere(mine, link, by=table.chair, now=table.tick())


@pytest.mark.django_db(transaction=True)
def test_of_two_windows_that_link_two_dossiers_one_does() -> None:
    """T15: from either end."""
    table = Table()
    there = chair_of(beside(table))

    def tie(other: Seat) -> Any:
        def deed(by: Seat, now: Any) -> Link:
            far = Seat.objects.select_related("dossier__house").get(pk=other.pk)
            link = Link(kind=Link.Kind.GROUP, why="samen (verzonnen)")
            return link_dossiers(link, by=by, there=far, now=now)

        return deed

    outcomes = race(
        as_in_a_request(table.chair, tie(there), table.tick()),
        as_in_a_request(there, tie(table.chair), table.tick()),
    )
    assert len(won(outcomes)) == 1, outcomes
    assert all(isinstance(wrong, ValidationError) for wrong in lost(outcomes))
    assert Link.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_chair_who_is_leaving_the_other_table_links_before_or_not_at_all() -> None:
    """V4: the link never comes after the end of the right at the other end."""
    table = Table()
    there = chair_of(beside(table))
    coming = AppointmentFactory(
        organisation=there.organisation, role=Appointment.Role.PROCESS_DIRECTOR
    )

    def tie(by: Seat, now: Any) -> Link:
        far = Seat.objects.select_related("dossier__house").get(pk=there.pk)
        link = Link(kind=Link.Kind.GROUP, why="samen (verzonnen)")
        return link_dossiers(link, by=by, there=far, now=now)

    def leave(by: Seat, now: Any) -> HandOver:
        words = HandOver(summary="a", open_ends="b")
        return hand_over(Seat(user=coming.user, why="x"), words, by=by, now=now)

    race(
        as_in_a_request(table.chair, tie, table.tick()),
        as_in_a_request(there, leave, table.now - timedelta(seconds=1)),
    )
    there.refresh_from_db()
    link = Link.objects.first()
    if link is not None and there.left_at is not None:
        assert link.at < there.left_at
