"""Expecting something of a partner, and answering."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

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
from ..models import Agreement, Answer, Expectation
from .agreements import agree, day_it_was_said, look_at_ground, save_once
from .agreements import may_answer_for as may_answer_for


@transaction.atomic
def expect(
    expectation: Expectation,
    *,
    by: Seat,
    circle: Circle,
    now: datetime,
    on_behalf_of: Seat | None = None,
) -> Expectation:
    """Say what one counts on from another, in a circle where that other hears it."""
    now = one_at_a_time(by.dossier, now=now)
    look_at_addressee(expectation, circle)
    look_at_ground(expectation, by, now)
    say(
        expectation,
        by=by,
        circle=circle,
        action=Action.EXPECTED,
        now=now,
        on_behalf_of=on_behalf_of,
    )
    tell_addressee(expectation, now)
    return expectation


@transaction.atomic
def expect_anew(
    expectation: Expectation, old: Expectation, *, by: Seat, now: datetime
) -> Expectation:
    """Another text or day in the place of the old one; it is answered anew."""
    now = one_at_a_time(by.dossier, now=now)
    look_at_addressee(expectation, old.circle)
    look_at_ground(expectation, by, now)
    correct(expectation, old, by=by, now=now)
    tell_addressee(expectation, now)
    return expectation


@transaction.atomic
def answer_expectation(
    answer: Answer,
    agreement: Agreement | None = None,
    *,
    by: Seat,
    now: datetime,
    on_behalf_of: Seat | None = None,
) -> Answer:
    """Yes, no or otherwise, of the organisation it is expected of; once (F56).

    A yes becomes an agreement, with its day and done-when; otherwise may become one.
    """
    now = one_at_a_time(by.dossier, now=now)
    expectation = answer.expectation
    speaks = on_behalf_of or by
    require(
        Record.objects.visible_to(by, now).filter(pk=expectation.pk).exists()
        and speaks.organisation_id == expectation.of_id
        and (on_behalf_of is None or may_answer_for(by, on_behalf_of, now)),
        "expectation.answer",
    )
    standing = Expectation.objects.current().filter(withdrawal=None)
    if not standing.filter(pk=expectation.pk).exists():
        raise ValidationError(_("Another text took its place. Answer that one."))
    if answer.says == Answer.Says.YES and agreement is None:
        raise ValidationError(
            _("A yes says who does it, by when, and how one will see it."),
            code="agreement",
        )
    if answer.says == Answer.Says.NO and agreement is not None:
        raise ValidationError(_("A no makes no agreement."))
    if agreement is not None:
        agreement.because_of = expectation
        answer.agreement = agree(agreement, by=by, circle=expectation.circle, now=now)
    answer.by, answer.on_behalf_of = by, on_behalf_of
    answer.said_on = day_it_was_said(answer.said_on, on_behalf_of, now)
    answer.at = next_moment(by.dossier, now)
    answer.full_clean(exclude=["expectation", "agreement"])
    save_once(answer, _("This was answered already."))
    trail.record(
        Action.EXPECTATION_ANSWERED,
        by=by,
        about=expectation,
        on_behalf_of=on_behalf_of.id if on_behalf_of else None,
    )
    return answer


def look_at_addressee(expectation: Expectation, circle: Circle) -> None:
    """Whom it is expected of hears it."""
    if expectation.of_id and not circle.holds(expectation.of_id):
        raise ValidationError(
            {"of": _("Whom you expect it of must be in the circle that hears it.")}
        )


def tell_addressee(expectation: Expectation, now: datetime) -> None:
    seats = Seat.objects.filter(
        dossier=expectation.dossier_id, organisation=expectation.of
    ).active(now)
    notify(
        Notice.Kind.EXPECTATION,
        [seat.user for seat in seats.select_related("user") if seat.user],
        now=now,
        house=expectation.dossier.house_id,
        dossier=expectation.dossier_id,
        about=expectation.id,
    )


def set_limit(limit: Record, *, by: Seat, circle: Circle, now: datetime) -> Record:
    """What one's organisation does not do here (S36)."""
    return say(limit, by=by, circle=circle, action=Action.LIMIT_SET, now=now)


def withhold(holding: Record, *, by: Seat, circle: Circle, now: datetime) -> Record:
    """That something is known and not shared, on which ground (S37)."""
    return say(holding, by=by, circle=circle, action=Action.WITHHELD, now=now)
