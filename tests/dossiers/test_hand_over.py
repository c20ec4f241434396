"""A seat that goes from one colleague to another (S61, I-36)."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from expliciet.accounts.models import Appointment
from expliciet.accounts.refusal import Refused
from expliciet.dossiers.actions.drafts import keep_draft
from expliciet.dossiers.actions.seats import change_seat, end_seat, hand_over
from expliciet.dossiers.models import Circle, HandOver, Note, Seat
from expliciet.dossiers.models.hand_over import still_open
from expliciet.vault.keyring import keyring
from tests.dossiers.told import fields, lines, notices
from tests.factories import AppointmentFactory, Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def handed(by: Seat, table: Table, **more: Any) -> HandOver:
    """This seat, to a new colleague of the same organisation."""
    coming = more.pop("coming", None) or AppointmentFactory(
        organisation=by.organisation, **more
    )
    words = HandOver(
        summary="Hij komt op tijd (verzonnen).", open_ends="3 dec: rooster opvragen."
    )
    seat = Seat(user=coming.user, why="neemt over (verzonnen)")
    return hand_over(seat, words, by=by, now=table.tick())


def test_a_successor_hears_what_the_holder_heard_and_no_more() -> None:
    table = Table()
    before = table.note(table.chair)
    police = table.seat("police")
    own = table.note(police, circle=Circle.Kind.OWN)
    shared = table.note(table.chair)
    coming = handed(police, table).coming
    now = table.tick()
    heard = set(Note.objects.visible_to(coming, now))
    assert heard == {own, shared}
    assert before not in heard
    with keyring():
        coming.unlock(now)
        assert Note.objects.get(pk=own.pk).text == "Een verzonnen notitie."


def test_whoever_handed_over_sees_nothing_any_more() -> None:
    table = Table()
    police = table.seat("police")
    words = handed(police, table)
    assert not police.is_active(table.tick())
    assert not HandOver.objects.visible_to(police, table.tick()).exists()
    assert words.recorded_at == Seat.objects.get(pk=police.pk).left_at
    assert lines(table.dossier)[-1] == "handed-over"
    assert notices(words.coming.user) == ["handed-over"]


def test_the_words_are_for_the_own_organisation_alone() -> None:
    table = Table()
    police = table.seat("police")
    words = handed(police, table)
    assert words.circle.kind == Circle.Kind.OWN
    assert list(HandOver.objects.visible_to(words.coming, table.tick())) == [words]
    assert not HandOver.objects.visible_to(table.chair, table.tick()).exists()


def test_role_and_mandate_go_along_as_they_are_now() -> None:
    """V5: nobody hands over a role that was taken from them meanwhile."""
    table = Table()
    town = table.seat("municipality", role=Seat.Role.CASE_DIRECTOR)
    stale = Seat.objects.select_related("dossier__house", "organisation", "user").get(
        pk=town.pk
    )
    town.role, town.mandate = Seat.Role.PARTICIPANT, Seat.Mandate.COMMIT
    change_seat(town, by=table.chair, now=table.tick())
    coming = handed(stale, table).coming
    assert (coming.role, coming.mandate) == ("participant", "commit")


def test_a_chair_hands_over_and_the_table_keeps_one() -> None:
    table = Table()
    coming = handed(table.chair, table, role=Appointment.Role.PROCESS_DIRECTOR).coming
    assert coming.is_chairing(table.tick())
    with pytest.raises(ValidationError):
        handed(coming, table, role=Appointment.Role.PARTNER)
    assert coming.is_chairing(table.tick())


def test_a_seat_goes_to_a_colleague_of_the_same_organisation() -> None:
    table = Table()
    police = table.seat("police")
    for stranger in (
        AppointmentFactory(organisation=table.organisation("municipality")),
        AppointmentFactory(
            organisation=police.organisation, role=Appointment.Role.EVALUATOR
        ),
    ):
        with pytest.raises(ValidationError) as wrong:
            handed(police, table, coming=stranger)
        assert fields(wrong.value) == {"user"}
    assert police.is_active(table.tick())


def test_a_seat_is_not_handed_to_oneself_or_to_whoever_sits_here() -> None:
    table = Table()
    police, beside = table.seat("police"), table.seat("police")
    assert police.user is not None
    assert beside.user is not None
    with pytest.raises(Refused):
        handed(police, table, coming=police.user.appointments.get())
    with pytest.raises(ValidationError):
        handed(police, table, coming=beside.user.appointments.get())
    assert police.is_active(table.tick())


def test_a_seat_that_ended_is_not_handed_over() -> None:
    table = Table()
    police = table.seat("police")
    stale = Seat.objects.select_related("dossier__house", "organisation", "user").get(
        pk=police.pk
    )
    end_seat(police, "klaar", by=table.chair, now=table.tick())
    with pytest.raises(Refused):
        handed(stale, table)


@pytest.mark.parametrize("lacking", ["summary", "open_ends"])
def test_nothing_is_handed_over_without_words(lacking: str) -> None:
    table = Table()
    police = table.seat("police")
    coming = AppointmentFactory(organisation=police.organisation)
    words = HandOver(**{"summary": "a", "open_ends": "b", lacking: ""})
    with pytest.raises(ValidationError) as wrong:
        hand_over(Seat(user=coming.user, why="x"), words, by=police, now=table.tick())
    assert lacking in fields(wrong.value)
    assert police.is_active(table.tick())
    assert table.dossier.seats.filter(user=coming.user).count() == 0


def test_what_is_still_open_is_listed_before_somebody_leaves() -> None:
    """S61: own drafts, what was said since, and the day to look again."""
    table = Table()
    police = table.seat("police")
    police.visit(table.tick())
    table.note(table.chair)
    table.note(police)
    assert police.user is not None
    draft = keep_draft(
        "dossiers:note",
        {"text": "half"},
        by=police.user,
        house=table.house,
        dossier=table.dossier,
        now=table.tick(),
    )
    left = still_open(police, table.tick())
    assert left.drafts == [draft]
    assert left.unread == 1
    assert left.review_on == table.dossier.review_on
    assert left.review_on > (table.now + timedelta(days=1)).date()
