"""Opening a round, and revealing it: one moment for everybody."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.recording import next_moment, one_at_a_time, say
from ...dossiers.models import Circle, Passing, Record, Seat, Withdrawal
from ...post.actions.notices import notify
from ...post.models import Notice
from ..models import Reading, Reveal, Round

TWO = 2


@transaction.atomic
def open_round(round_: Round, *, by: Seat, circle: Circle, now: datetime) -> Round:
    """Ask everybody in this circle to read for themselves first.

    Reading apart makes sense from two organisations on; the house itself leads.
    """
    require(by.chairs, "round.open")
    if round_.answer_by and round_.answer_by < timezone.localdate(now):
        raise ValidationError({"answer_by": _("Choose today or a day still to come.")})
    reading = circle.members.exclude(organisation__function=Organisation.OFFICE)
    if reading.count() < TWO:
        raise ValidationError(
            {
                "hears": _(
                    "A round needs at least two organisations that read. The house "
                    "leads it and does not read along."
                )
            }
        )
    say(round_, by=by, circle=circle, action=Action.ROUND_OPENED, now=now)
    tell_circle(round_, Notice.Kind.READING_ASKED, but=by, now=now)
    return round_


@transaction.atomic
def reveal(round_: Round, *, by: Seat, now: datetime) -> Reveal:
    """All readings open to the circle of the round, at one moment."""
    now = one_at_a_time(by.dossier, now=now)
    require(
        by.is_chairing(now)
        and Round.objects.visible_to(by, now).filter(pk=round_.pk).exists(),
        "round.reveal",
    )
    if Withdrawal.objects.filter(record=round_).exists():
        raise ValidationError(_("This round was withdrawn."))
    if Reveal.objects.filter(round=round_).exists():
        raise ValidationError(_("This round was revealed already."), code="revealed")
    at = next_moment(by.dossier, now)
    readings = list(Reading.objects.in_by(at).filter(of_round=round_))
    if not readings:
        raise ValidationError(
            _(
                "Nobody wrote a reading yet, so there is nothing to reveal. Wait, or "
                "read together without a round."
            ),
            code="nobody",
        )
    revealed = Reveal(round=round_, by=by, at=at)
    try:
        with transaction.atomic():
            revealed.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(
            _("This round was revealed already."), code="revealed"
        ) from None
    for each in (round_, *readings):
        open_to_all(each, revealed, by)
    trail.record(Action.ROUND_REVEALED, by=by, about=round_, count=len(readings))
    tell_circle(round_, Notice.Kind.ROUND_REVEALED, but=by, now=at)
    return revealed


def open_to_all(record: Record, revealed: Reveal, by: Seat) -> None:
    """Each organisation of the circle hears this from now on: whoever of them sits
    here, and whoever comes later. So a round is heard whole: the question, what others
    read, and what one's own organisation read before one came."""
    at = max(record.recorded_at, revealed.at)
    there = set(record.passings.values_list("organisation", flat=True))
    Passing.objects.bulk_create(
        Passing(record=record, organisation_id=organisation, by=by, at=at)
        for organisation in revealed.round.circle.member_ids() - there
    )


def tell_circle(round_: Round, kind: Notice.Kind, *, but: Seat, now: datetime) -> None:
    """A notice to everybody who sits here for an organisation of this circle.

    A reading is asked of those who read; the house leads, and knows.
    """
    seats = (
        Seat.objects.filter(
            dossier=round_.dossier_id,
            organisation__in=round_.circle.member_ids(),
            hears_from__lte=round_.recorded_at,
        )
        .active(now)
        .exclude(pk=but.pk)
        .exclude(role=Seat.Role.AFTERCARE)
        .select_related("user", "organisation")
    )
    asks = kind == Notice.Kind.READING_ASKED
    notify(
        kind,
        [
            each.user
            for each in seats
            if each.user
            and not (asks and each.organisation.function == Organisation.OFFICE)
        ],
        now=now,
        house=round_.dossier.house_id,
        dossier=round_.dossier_id,
        about=round_.id,
    )
