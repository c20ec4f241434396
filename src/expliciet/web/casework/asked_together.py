"""What agreements and expectations ask: by reference, kind and day, without words."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...casework.models import Agreement, Expectation
from ...dossiers.models import Record, Seat
from ..dossiers.asks import Waiting, asking_about
from ..dossiers.told import hearing
from .agreements import together


@asking_about(Agreement.KIND, Expectation.KIND)
def between_partners(seat: Seat, now: datetime) -> list[Waiting]:
    """Of this seat first, then for the table; asked only about what is there."""
    today = timezone.localdate(now)
    if not hearing(seat, now).has(Agreement.KIND):
        return list(to_answer(seat, now, today))
    return [
        *to_accept(seat, now),
        *to_answer(seat, now, today),
        *to_do(seat, now, today),
        *to_confirm(seat, now),
    ]


def to_accept(seat: Seat, now: datetime) -> Iterator[Waiting]:
    """Agreements that name this seat, or a function of its organisation."""
    asked = Agreement.objects.known_to(seat, now).unaccepted()
    mine = Q(owner=seat.pk) | Q(owner=None, owner_organisation=seat.organisation_id)
    for each in asked.filter(mine).defer(*Agreement.TEXTS):
        yield waiting(each, _("asks whether you accept it"), None, _("Accept or not"))


def to_answer(seat: Seat, now: datetime, today: date) -> Iterator[Waiting]:
    """Expectations of this organisation; and of its own, those whose day has passed."""
    asked = (
        Expectation.objects.known_to(seat, now).unanswered().order_by("answer_by", "pk")
    )
    of_us = Q(of=seat.organisation_id)
    ours = Q(organisation=seat.organisation_id, answer_by__lt=today)
    for each in asked.filter(of_us | ours).defer(*Expectation.TEXTS):
        if each.of_id == seat.organisation_id:
            words, deed = _("is expected of you, answer by"), _("Answer")
        else:
            words, deed = _("got no answer, which was asked by"), ""
        yield waiting(each, words, each.answer_by, deed)


def to_do(seat: Seat, now: datetime, today: date) -> Iterator[Waiting]:
    """What this organisation does and whose day has come or passed."""
    asked = Agreement.objects.known_to(seat, now).running()
    mine = Q(owner=seat.pk) | Q(owner=None) | Q(owner__left_at__lte=now)
    due = asked.filter(
        mine, owner_organisation=seat.organisation_id, due_on__lte=today
    ).order_by("due_on", "pk")
    for each in due.defer(*Agreement.TEXTS):
        yield waiting(each, _("was to be done by"), each.due_on, _("Say how it went"))


def to_confirm(seat: Seat, now: datetime) -> Iterator[Waiting]:
    """Said to be done, and asked of whoever made the agreement; else of the chair."""
    asked = Agreement.objects.known_to(seat, now).claimed()
    asked = asked.exclude(owner_organisation=seat.organisation_id)
    for each in asked.prefetch_related("claims__by", "claims__on_behalf_of"):
        claim = each.claimed_by(now)
        if claim and claim.may_be_confirmed_by(seat) and is_asked(each, seat):
            yield waiting(
                each, _("is said to be done, is it so?"), None, _("Confirm it")
            )


def is_asked(agreement: Agreement, seat: Seat) -> bool:
    if agreement.organisation_id == agreement.owner_organisation_id:
        return seat.chairs
    return agreement.organisation_id == seat.organisation_id


def waiting(record: Record, words: str, day: date | None, deed: str) -> Waiting:
    told = f"{record.reference}: {words}"
    if day:
        told = f"{told} {date_format(day, 'SHORT_DATE_FORMAT')}"
    return Waiting(told, together(record.dossier_id, record.reference), deed)
