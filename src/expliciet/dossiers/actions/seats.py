"""Who sits at the table: inviting, changing, leaving, handing over."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...post.actions.notices import notify
from ...post.models import Notice
from ..models import Circle, HandOver, Heading, Passing, Seat
from .circles import circle_for
from .recording import next_moment, one_at_a_time, put


@transaction.atomic
def invite(seat: Seat, *, by: Seat, now: datetime) -> Seat:
    """Give a colleague or a guest a seat: from now on, and not of before.

    Whoever chairs invites. What was said before stays unheard, until its contributor
    passes it on.
    """
    now = one_at_a_time(by.dossier, now=now)
    require(by.is_chairing(now), "seat.invite")
    seat.dossier = by.dossier
    seat.invited_by = by
    seat.joined_at = seat.hears_from = next_moment(by.dossier, now)
    seat.full_clean(validate_constraints=False)
    look_at_appointment(seat, now)
    look_at_guest(seat, now)
    save_new(seat)
    let_hear_heading(seat, by, now)
    trail.record(Action.SEATED, by=by, about=seat)
    tell(seat, Notice.Kind.SEATED, now)
    return seat


@transaction.atomic
def change_seat(seat: Seat, *, by: Seat, now: datetime) -> Seat:
    """Another role or mandate at this table. Nobody changes their own seat."""
    now = one_at_a_time(by.dossier, now=now)
    require(
        by.is_chairing(now) and by.dossier_id == seat.dossier_id,
        "seat.change",
    )
    require(seat.pk != by.pk, "seat.change.self")
    still_there(seat, now)
    seat.full_clean()
    if Seat.objects.filter(pk=seat.pk, role=seat.role, mandate=seat.mandate).exists():
        raise ValidationError(_("Nothing is different: change something first."))
    look_at_appointment(seat, now)
    keep_a_deputy(seat, now)
    seat.save(update_fields=["role", "mandate"])
    trail.record(Action.SEAT_CHANGED, by=by, about=seat)
    return seat


@transaction.atomic
def end_seat(seat: Seat, why: str, *, by: Seat, now: datetime) -> Seat:
    """From now on this seat sees nothing. Whoever chairs ends a seat, or its holder."""
    now = one_at_a_time(by.dossier, now=now)
    require(
        by.is_active(now)
        and by.dossier_id == seat.dossier_id
        and (by.pk == seat.pk or by.is_chairing(now)),
        "seat.end",
    )
    if not why.strip():
        raise ValidationError({"left_why": _("Say why this seat ends.")})
    still_there(seat, now)
    keep_a_deputy(seat, now, leaving=True)
    leave(seat, why, next_moment(by.dossier, now))
    trail.record(Action.SEAT_ENDED, by=by, about=seat)
    if seat.pk != by.pk:
        tell(seat, Notice.Kind.SEAT_ENDED, now)
    return seat


@transaction.atomic
def hand_over(coming: Seat, words: HandOver, *, by: Seat, now: datetime) -> HandOver:
    """A colleague of the same organisation takes the seat over, with what it heard.

    Only the holder hands over: nobody gives what they have not themselves (V5). The
    successor hears what the holder heard, reads the hand-over, and gets its role.
    """
    now = one_at_a_time(by.dossier, now=now)
    require(by.is_active(now), "seat.hand_over")
    require(coming.user_id != by.user_id, "seat.hand_over.self")
    held = Seat.objects.get(pk=by.pk)  # the role it has now, not when this page opened
    coming.dossier = by.dossier
    coming.organisation = by.organisation
    coming.role, coming.mandate = held.role, held.mandate
    coming.invited_by = by
    coming.joined_at = now
    coming.hears_from = held.hears_from
    coming.full_clean(validate_constraints=False)
    look_at_appointment(coming, now)
    save_new(coming)
    words.leaving, words.coming = by, coming
    circle = circle_for(by, Circle.Kind.OWN, now)
    put(words, by=by, circle=circle, now=now)
    leave(by, str(_("handed over")), words.recorded_at)
    trail.record(Action.HANDED_OVER, by=by, about=words)
    tell(coming, Notice.Kind.HANDED_OVER, now)
    return words


def let_hear_heading(seat: Seat, by: Seat, now: datetime) -> None:
    """Whoever joins reads on which ground this table sits: the heading as it is now."""
    heading = Heading.objects.visible_to(by, now).current().first()
    if heading is not None:
        Passing.objects.get_or_create(
            record=heading,
            organisation=seat.organisation,
            defaults={"by": by, "at": seat.joined_at},
        )


def save_new(seat: Seat) -> None:
    try:
        with transaction.atomic():
            seat.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(_("This person sits at this table already.")) from None


def leave(seat: Seat, why: str, at: datetime) -> None:
    seat.left_at, seat.left_why = at, why
    seat.clean_fields(exclude=["guest_name", "why"])
    seat.save(update_fields=["left_at", "left_why"])


def still_there(seat: Seat, now: datetime) -> None:
    if not Seat.objects.filter(pk=seat.pk, left_at=None).taken(now).exists():
        raise ValidationError(_("This seat ended already."))


def look_at_guest(seat: Seat, now: datetime) -> None:
    """A guest sits once for one organisation: the button was pressed twice."""
    if seat.user is not None:
        return
    if not seat.organisation.is_active:
        raise ValidationError(
            {"organisation": _("This organisation does not take part any more.")}
        )
    sitting = Seat.objects.filter(
        dossier=seat.dossier, organisation=seat.organisation, user=None
    ).taken(now)
    name = " ".join((seat.guest_name or "").split()).casefold()
    if any(" ".join(one.who.split()).casefold() == name for one in sitting):
        raise ValidationError(
            {"guest_name": _("This guest sits at this table already.")}
        )


def look_at_appointment(seat: Seat, now: datetime) -> None:
    """A colleague sits for the organisation that appointed them, in this house."""
    if seat.reads_card:
        raise ValidationError(
            {"role": _("Only closing the dossier names somebody on the card.")}
        )
    if seat.user is None:
        return
    today = timezone.localdate(now)
    appointed = Appointment.objects.at_tables(seat.dossier.house, today).filter(
        user=seat.user, organisation=seat.organisation
    )
    if not appointed.exists():
        raise ValidationError(
            {
                "user": _(
                    "This person is not appointed for this organisation in this house. "
                    "Choose somebody who is, or ask the administrator."
                )
            }
        )
    if seat.chairs and not appointed.in_role(*Appointment.OF_THE_OFFICE):
        raise ValidationError(
            {"role": _("Only the office of the house chairs a table.")}
        )


def keep_a_deputy(seat: Seat, now: datetime, *, leaving: bool = False) -> None:
    """A table never lacks a chair and a named deputy (S61)."""
    was = Seat.objects.get(pk=seat.pk)
    if not was.chairs or (seat.role == was.role and not leaving):
        return
    left = (
        Seat.objects.filter(dossier=seat.dossier_id, role=was.role)
        .active(now)
        .exclude(pk=seat.pk)
    )
    if not left.exists():
        raise ValidationError(
            _(
                "A table keeps a chair and a deputy. Hand this seat over, or name "
                "another one first."
            ),
            code="deputy",
        )


def tell(seat: Seat, kind: Notice.Kind, now: datetime) -> None:
    if seat.user:
        notify(
            kind,
            [seat.user],
            now=now,
            house=seat.dossier.house_id,
            dossier=seat.dossier_id,
            about=seat.id,
        )
