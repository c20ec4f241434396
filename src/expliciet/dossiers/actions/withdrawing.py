"""Taking back, and passing on."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...post.actions.notices import notify
from ...post.models import Notice
from ..models import Passing, Record, Seat, Withdrawal
from ..models.record import as_told
from .recording import next_moment, one_at_a_time
from .telling import tell_hearers


@transaction.atomic
def withdraw(record: Record, why: str, *, by: Seat, now: datetime) -> Withdrawal:
    """Close the words of a record to everybody but whoever said them, and say so.

    What it corrected closes with it: the same words stand there, or nearly so.
    """
    now = one_at_a_time(by.dossier, now=now)
    require(
        Record.objects.visible_to(by, now).filter(pk=record.pk).exists()
        and record.organisation_id == by.organisation_id
        and not by.reads_card,
        "record.withdraw",
    )
    if record.kind == "heading":
        raise ValidationError(
            _("A heading is not withdrawn but changed: a dossier always has one.")
        )
    if not as_told([record])[record.pk].may_be_withdrawn:
        raise ValidationError(
            _("This is not taken back: it ends when somebody records how it ended.")
        )
    if not why.strip():
        raise ValidationError({"why": _("Say why it is withdrawn.")})
    at = next_moment(by.dossier, now)
    withdrawal = Withdrawal(record=record, by=by, at=at, why=why)
    withdrawal.full_clean(exclude=["record"])
    try:
        with transaction.atomic():
            withdrawal.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(_("This was withdrawn already.")) from None
    earlier = record.supersedes
    while earlier is not None:
        if not earlier.is_withdrawn:
            Withdrawal.objects.create(record=earlier, by=by, at=at, why=why)
        earlier = earlier.supersedes
    trail.record(Action.RECORD_WITHDRAWN, by=by, about=record)
    tell_hearers(record, "withdrawn", but=by, now=now)
    return withdrawal


@transaction.atomic
def pass_on(
    record: Record, organisation: Organisation, *, by: Seat, now: datetime
) -> Passing:
    """Let an organisation that came later hear this record too (meegeven).

    Only whoever said it passes it on; or whoever chairs, for what the table said. And
    only to an organisation that sits at the table.
    """
    now = one_at_a_time(by.dossier, now=now)
    require(
        Record.objects.visible_to(by, now).filter(pk=record.pk).exists()
        and record.may_be_corrected_by(by)
        and as_told([record])[record.pk].may_be_passed_on,
        "record.pass_on",
    )
    if Withdrawal.objects.filter(record=record).exists():
        raise ValidationError(_("This was withdrawn, so it cannot be passed on."))
    sitting = Seat.objects.filter(
        dossier=record.dossier_id, organisation=organisation
    ).taken(now)
    if not sitting.exists():
        raise ValidationError(
            {"organisation": _("This organisation does not sit at this table now.")}
        )
    passing = Passing(
        record=record,
        organisation=organisation,
        by=by,
        at=next_moment(by.dossier, now),
    )
    try:
        with transaction.atomic():
            passing.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(
            {"organisation": _("This organisation hears it already.")}
        ) from None
    trail.record(Action.RECORD_PASSED_ON, by=by, about=record)
    notify(
        Notice.Kind.PASSED_ON,
        [seat.user for seat in sitting.active(now).select_related("user") if seat.user],
        now=now,
        house=record.dossier.house_id,
        dossier=record.dossier_id,
        about=record.id,
    )
    return passing
