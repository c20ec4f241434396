"""Agreeing, accepting, claiming, confirming; a day moves only in the open."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.recording import (
    correct,
    next_moment,
    one_at_a_time,
    say,
)
from ...dossiers.models import Circle, Record, Seat
from ...post.actions.notices import notify
from ...post.models import Notice
from ..models import Agreement, Claim, Confirmation, Expectation, NotYet, Reply


@transaction.atomic
def agree(
    agreement: Agreement,
    others: Iterable[Organisation] = (),
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
) -> Agreement:
    """One deed with one owner; others may help, but one pulls (F49).

    The owner hears it, and accepts it; whoever makes an agreement for themselves has
    accepted it by saying so.
    """
    now = one_at_a_time(by.dossier, now=now)
    look_at_owner(agreement, circle, by, now)
    look_at_ground(agreement, by, now)
    say(agreement, by=by, circle=circle, action=Action.AGREED, now=now)
    bring_along(agreement, others, circle)
    accept_or_tell(agreement, by, now)
    return agreement


@transaction.atomic
def agree_anew(
    agreement: Agreement,
    old: Agreement,
    others: Iterable[Organisation] = (),
    *,
    by: Seat,
    now: datetime,
) -> Agreement:
    """Another day or deed in the place of the old one, with why; both stay (S33).

    The owner's organisation may, or whoever chairs; and the owner accepts it again.
    What was confirmed as done is done: then one agrees something new.
    """
    now = one_at_a_time(by.dossier, now=now)
    require(old.may_be_made_anew_by(by), "agreement.anew")
    if Confirmation.objects.filter(claim__agreement=old).exists():
        raise ValidationError(
            _("This was done and confirmed. Make a new agreement instead.")
        )
    look_at_owner(agreement, old.circle, by, now)
    look_at_ground(agreement, by, now)
    correct(agreement, old, by=by, now=now)
    bring_along(agreement, others, old.circle)
    accept_or_tell(agreement, by, now)
    return agreement


@transaction.atomic
def reply(
    answer: Reply, *, by: Seat, now: datetime, on_behalf_of: Seat | None = None
) -> Reply:
    """The owner accepts, or says why not. Nobody accepts for another, but whoever
    records for a guest who said so."""
    now = one_at_a_time(by.dossier, now=now)
    agreement = answer.agreement
    require(
        Record.objects.visible_to(by, now).filter(pk=agreement.pk).exists()
        and is_owners(agreement, by, on_behalf_of, now),
        "agreement.reply",
    )
    look_whether_it_stands(agreement)
    said_by(answer, by, on_behalf_of, now)
    answer.full_clean(exclude=["agreement"])
    save_once(answer, _("This agreement was answered already."))
    trail.record(
        Action.AGREEMENT_ANSWERED,
        by=by,
        about=agreement,
        on_behalf_of=on_behalf_of.id if on_behalf_of else None,
    )
    return answer


@transaction.atomic
def claim(
    done: Claim, *, by: Seat, now: datetime, on_behalf_of: Seat | None = None
) -> Claim:
    """The owner says that it is done, and in what one sees it (F51).

    A colleague of the owner may; and whoever records for a guest who said so.
    """
    now = one_at_a_time(by.dossier, now=now)
    agreement = done.agreement
    speaks = on_behalf_of or by
    require(
        Record.objects.visible_to(by, now).filter(pk=agreement.pk).exists()
        and speaks.organisation_id == agreement.owner_organisation_id
        and (on_behalf_of is None or may_answer_for(by, on_behalf_of, now)),
        "agreement.claim",
    )
    look_whether_it_stands(agreement)
    answered = Reply.objects.filter(agreement=agreement).first()
    if answered is None or answered.says != Reply.Says.YES:
        raise ValidationError(_("Accept it first; then say that it is done."))
    if Claim.objects.standing().filter(agreement=agreement).exists():
        raise ValidationError(
            _("It was said already that this is done. Another organisation confirms.")
        )
    if done.done_on and done.done_on > timezone.localdate(now):
        raise ValidationError({"done_on": _("This day is still to come.")})
    said_by(done, by, on_behalf_of, now)
    done.full_clean()
    done.save(force_insert=True)
    trail.record(
        Action.DONE_CLAIMED,
        by=by,
        about=agreement,
        on_behalf_of=on_behalf_of.id if on_behalf_of else None,
    )
    return done


@transaction.atomic
def confirm(confirmation: Confirmation, *, by: Seat, now: datetime) -> Confirmation:
    """Another organisation says that it is so; never the one that claimed (N15)."""
    now = one_at_a_time(by.dossier, now=now)
    look_at_claim(confirmation.claim, by, now)
    if NotYet.objects.filter(claim=confirmation.claim).exists():
        raise ValidationError(NOT_SO_YET)
    confirmation.by, confirmation.at = by, next_moment(by.dossier, now)
    confirmation.full_clean(exclude=["claim"])
    save_once(confirmation, CONFIRMED)
    trail.record(Action.DONE_CONFIRMED, by=by, about=confirmation.claim.agreement)
    return confirmation


@transaction.atomic
def say_not_yet(lacks: NotYet, *, by: Seat, now: datetime) -> NotYet:
    """Who might confirm says what still lacks: the owner has it to do again."""
    now = one_at_a_time(by.dossier, now=now)
    look_at_claim(lacks.claim, by, now)
    if Confirmation.objects.filter(claim=lacks.claim).exists():
        raise ValidationError(CONFIRMED)
    lacks.by, lacks.at = by, next_moment(by.dossier, now)
    lacks.full_clean(exclude=["claim"])
    save_once(lacks, NOT_SO_YET)
    trail.record(Action.NOT_DONE_YET, by=by, about=lacks.claim.agreement)
    return lacks


# --- looking whether it may -----------------------------------------------------------

CONFIRMED = _("This was confirmed already.")
NOT_SO_YET = _("Somebody said already that this is not done yet.")


def look_at_claim(claim: Claim, by: Seat, now: datetime) -> None:
    """Another organisation judges it, and only of an agreement that stands (N15)."""
    agreement = claim.agreement
    require(
        Record.objects.visible_to(by, now).filter(pk=agreement.pk).exists()
        and claim.may_be_confirmed_by(by),
        "agreement.confirm",
    )
    look_whether_it_stands(agreement)


def look_whether_it_stands(agreement: Agreement) -> None:
    """Asked of the database: somebody may have been busy with it a moment ago."""
    standing = Agreement.objects.current().filter(pk=agreement.pk, withdrawal=None)
    if not standing.exists():
        raise ValidationError(
            _("This agreement does not stand any more: look at what took its place.")
        )


def look_at_ground(thing: Agreement | Expectation, by: Seat, now: datetime) -> None:
    """It follows only from what whoever says so hears (V4)."""
    ground = thing.because_of_id
    heard = Record.objects.visible_to(by, now)
    if ground and not heard.filter(pk=ground).exists():
        raise ValidationError({"because_of": _("Choose from what stands here.")})


def may_answer_for(by: Seat, guest: Seat, now: datetime) -> bool:
    """Whoever chairs or keeps the record writes what a guest of this table said."""
    return (
        by.records_for_others
        and guest.is_guest
        and guest.dossier_id == by.dossier_id
        and guest.is_taken(now)
    )


def is_owners(
    agreement: Agreement, by: Seat, on_behalf_of: Seat | None, now: datetime
) -> bool:
    speaks = on_behalf_of or by
    if on_behalf_of is not None and not may_answer_for(by, on_behalf_of, now):
        return False
    if agreement.owner_id is None:
        return speaks.organisation_id == agreement.owner_organisation_id
    return speaks.pk == agreement.owner_id


def look_at_owner(
    agreement: Agreement, circle: Circle, by: Seat, now: datetime
) -> None:
    """The owner sits at the table and hears what is agreed."""
    if agreement.owner is not None:
        agreement.owner_organisation = agreement.owner.organisation
        seated = Seat.objects.filter(
            dossier=by.dossier_id, pk=agreement.owner.pk
        ).taken(now)
        if not seated.exists():
            raise ValidationError(
                {"owner": _("Choose somebody who sits at this table now.")}
            )
    if agreement.owner_organisation_id is None:
        raise ValidationError(
            {"owner": _("Say who does it: one person, or one function.")}
        )
    if not circle.holds(agreement.owner_organisation_id):
        raise ValidationError(
            {"owner": _("Who does it must be in the circle that hears it.")}
        )


# --- what follows ---------------------------------------------------------------------


def said_by(
    thing: Reply | Claim, by: Seat, on_behalf_of: Seat | None, now: datetime
) -> None:
    """Who says it, when; for a guest, on which day they said it to the writer."""
    thing.by, thing.on_behalf_of = by, on_behalf_of
    thing.said_on = day_it_was_said(thing.said_on, on_behalf_of, now)
    thing.at = next_moment(by.dossier, now)


def day_it_was_said(
    day: date | None, on_behalf_of: Seat | None, now: datetime
) -> date | None:
    """Of a guest only; today, when no other day was given, and never a later one."""
    today = timezone.localdate(now)
    if on_behalf_of is None:
        return None
    if day and day > today:
        raise ValidationError({"said_on": _("This day is still to come.")})
    return day or today


def bring_along(
    agreement: Agreement, others: Iterable[Organisation], circle: Circle
) -> None:
    """Who helps: of those who hear it, and beside the one who pulls."""
    agreement.with_others.set(
        each
        for each in others
        if circle.holds(each.id) and each.id != agreement.owner_organisation_id
    )


def accept_or_tell(agreement: Agreement, by: Seat, now: datetime) -> None:
    """Whoever takes it on themselves has accepted it; anybody else is asked."""
    if agreement.owner_id == by.pk:
        reply(Reply(agreement=agreement, says=Reply.Says.YES), by=by, now=now)
    else:
        tell_owner(agreement, now)


def tell_owner(agreement: Agreement, now: datetime) -> None:
    seats = Seat.objects.filter(
        dossier=agreement.dossier_id, organisation=agreement.owner_organisation
    ).active(now)
    if agreement.owner_id:
        seats = seats.filter(pk=agreement.owner_id)
    notify(
        Notice.Kind.AGREED,
        [seat.user for seat in seats.select_related("user") if seat.user],
        now=now,
        house=agreement.dossier.house_id,
        dossier=agreement.dossier_id,
        about=agreement.id,
    )


def save_once(thing: models.Model, sentence: object) -> None:
    try:
        with transaction.atomic():
            thing.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(sentence) from None  # type: ignore[arg-type]
