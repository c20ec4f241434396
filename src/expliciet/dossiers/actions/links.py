"""Dossiers that belong together: rights are needed on both ends (V4)."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ..models import Link, Record, Seat, Shown, Withdrawal
from .recording import next_moment, one_at_a_time


@transaction.atomic
def link_dossiers(link: Link, *, by: Seat, there: Seat, now: datetime) -> Link:
    """Whoever chairs both tables links them."""
    now = one_at_a_time(by.dossier, there.dossier, now=now)
    require(
        by.user_id == there.user_id
        and by.is_chairing(now)
        and there.is_chairing(now)
        and by.dossier.house_id == there.dossier.house_id,
        "link.make",
    )
    link.one, link.other, link.by = by.dossier, there.dossier, by
    linked = Link.objects.current().filter(
        one__in=[by.dossier, there.dossier], other__in=[by.dossier, there.dossier]
    )
    if by.dossier_id == there.dossier_id or linked.exists():
        raise ValidationError(
            {"other": _("Choose another dossier that is not linked to this one yet.")}
        )
    if not (link.why or "").strip():
        raise ValidationError({"why": _("Say why they belong together.")})
    link.at = at_both(link, now)
    link.unlock()
    link.full_clean()
    try:
        with transaction.atomic():
            link.save(force_insert=True)
    except IntegrityError:
        raise ValidationError({"other": _("These two are linked already.")}) from None
    trail.record(Action.LINKED, by=by, about=link)
    return link


@transaction.atomic
def end_link(link: Link, *, by: Seat, now: datetime) -> Link:
    """Whoever sits at both tables and chairs one ends it; what was shown by reference
    disappears from the other dossier."""
    now = one_at_a_time(link.one, link.other, now=now)
    require(
        by.is_chairing(now)
        and Link.objects.visible_to(by.user, now)
        .of(by.dossier)
        .filter(pk=link.pk)
        .exists(),
        "link.end",
    )
    if not Link.objects.current().filter(pk=link.pk).exists():
        raise ValidationError(_("This link was ended already."))
    link.ended_at = at_both(link, now)
    link.save(update_fields=["ended_at"])
    trail.record(Action.LINK_ENDED, by=by, about=link)
    return link


@transaction.atomic
def show_elsewhere(record: Record, link: Link, *, by: Seat, now: datetime) -> Shown:
    """Show a record by reference in a linked dossier, to those seated in both.

    Sitting in both is asked of whoever shows it too, at the moment of doing (V4).
    """
    now = one_at_a_time(link.one, link.other, now=now)
    require(
        Record.objects.visible_to(by, now).filter(pk=record.pk).exists()
        and record.may_be_corrected_by(by)
        and Link.objects.visible_to(by.user, now).current().filter(pk=link.pk).exists()
        and record.dossier_id in (link.one_id, link.other_id),
        "record.show_elsewhere",
    )
    if Withdrawal.objects.filter(record=record).exists():
        raise ValidationError(_("This was withdrawn, so it cannot be shown elsewhere."))
    shown = Shown(
        link=link,
        record=record,
        dossier=link.far_end(record.dossier),
        by=by,
        at=at_both(link, now),
    )
    try:
        with transaction.atomic():
            shown.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(_("It is shown there already.")) from None
    trail.record(Action.SHOWN_ELSEWHERE, by=by, about=record)
    return shown


def at_both(link: Link, now: datetime) -> datetime:
    """The moment of what happens at two tables: after what happened last at either."""
    return next_moment(link.other, next_moment(link.one, now))
