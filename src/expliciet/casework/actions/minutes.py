"""The record of the talk: made of what was said, read back, amended, established."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.actions.recording import correct, next_moment, one_at_a_time, say
from ...dossiers.models import Circle, Record, Seat
from ...post.actions.notices import notify
from ...post.models import Notice
from ..models import AgendaItem, Amendment, Established, Minutes, Receipt
from .meetings import leads_item, locked_item

MINUTED = (
    "decision",
    "agreement",
    "expectation",
    "contribution",
    "interpretation",
    "dissent",
    "scaling",
    "goal",
    "intervention",
    "act",
    "advice",
    "idea",
    "impasse",
    "limit",
    "note",
    "open_point",
)
"""What stands in minutes; what one organisation keeps for itself never does."""

ESTABLISHED = _("These minutes were established already.")


@transaction.atomic
def make_minutes(item: AgendaItem, *, by: Seat, now: datetime) -> list[Minutes]:
    """The minutes of an item, one for each circle in which something was said (S23).

    Made of the records themselves, as far as whoever makes them hears them. Made again
    when something was added or put right: then they take the place of those before.
    """
    now = one_at_a_time(by.dossier, now=now)
    item = locked_item(item)
    require(leads_item(item, by, now), "minutes.make")
    said: dict[UUID, list[Record]] = defaultdict(list)
    heard = item.said_in_it(by, now).filter(kind__in=MINUTED, withdrawal=None)
    for record in heard.exclude(circle__kind=Circle.Kind.OWN):
        said[record.circle_id].append(record)
    before = {each.circle_id: each for each in standing(item, by, now)}
    if not said and not before:
        return [make(item, circle_of_table(by, now), [], by, now)]
    circles = Circle.objects.prefetch_related("members").in_bulk([*said, *before])
    made = []
    for pk in circles:
        old, lines = before.get(pk), said.get(pk, [])
        if old is None:
            made.append(make(item, circles[pk], lines, by, now))
        elif {each.pk for each in lines} != ids_of(old):
            made.append(make_anew(old, lines, old.text or "", LINES_CHANGED, by, now))
        else:
            made.append(old)
    return made


@transaction.atomic
def write_minutes(
    minutes: Minutes, text: str, why: str, *, by: Seat, now: datetime
) -> Minutes:
    """What more was said, beside what was recorded: for who wants a full record."""
    now = one_at_a_time(by.dossier, now=now)
    require(
        leads_item(locked_item(minutes.item), by, now) and hears(minutes, by, now),
        "minutes.write",
    )
    if (minutes.text or "") == text:
        raise ValidationError({"text": _("Nothing is different yet.")})
    lines = list(minutes.lines.all())
    return make_anew(minutes, lines, text, why, by, now)


@transaction.atomic
def answer_minutes(receipt: Receipt, *, by: Seat, now: datetime) -> Receipt:
    """It is so, or it was otherwise; once, and never for somebody else (N16, N23).

    At the table whoever leads the talk writes down what each says aloud; that stands
    as written by them.
    """
    now = one_at_a_time(by.dossier, now=now)
    minutes, seat = receipt.minutes, receipt.seat
    item = locked_item(minutes.item)
    own = seat.pk == by.pk and by.is_active(now)
    aloud = receipt.at_table and leads_item(item, by, now) and item.is_going_on
    require(
        hears(minutes, by, now)
        and not by.reads_card
        and seat.dossier_id == by.dossier_id
        and minutes.circle.holds(seat.organisation_id)
        and (own or aloud),
        "minutes.answer",
    )
    look_whether_open(minutes)
    receipt.by, receipt.at = by, next_moment(by.dossier, now)
    receipt.full_clean(exclude=["minutes"], validate_unique=False)
    try:
        with transaction.atomic():
            receipt.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(
            _("This was answered already. What was said first stands.")
        ) from None
    trail.record(Action.MINUTES_ANSWERED, by=by, about=minutes)
    return receipt


@transaction.atomic
def decide_amendment(amendment: Amendment, *, by: Seat, now: datetime) -> Amendment:
    """Taken over, or not and why; whoever asked it reads that beside it (F45).

    What is taken over is put right in the record itself; then the minutes are made
    again.
    """
    now = one_at_a_time(by.dossier, now=now)
    minutes = amendment.receipt.minutes
    require(
        leads_item(locked_item(minutes.item), by, now) and hears(minutes, by, now),
        "minutes.amend",
    )
    if amendment.receipt.says != Receipt.Says.OTHERWISE:
        raise ValidationError(_("No change was asked here."))
    amendment.by, amendment.at = by, next_moment(by.dossier, now)
    amendment.full_clean(exclude=["receipt"], validate_unique=False)
    try:
        with transaction.atomic():
            amendment.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(
            _("It was said already what became of this change.")
        ) from None
    trail.record(Action.AMENDMENT_DECIDED, by=by, about=minutes)
    tell(minutes, [amendment.receipt.seat], by, now)
    return amendment


@transaction.atomic
def establish(minutes: Minutes, *, by: Seat, now: datetime) -> Established:
    """From now on they stand. Each change that was asked has its answer; and whoever
    said nothing had the days of the house to do so (N16)."""
    now = one_at_a_time(by.dossier, now=now)
    require(
        hears(minutes, by, now)
        and by.chairs
        and leads_item(locked_item(minutes.item), by, now),
        "minutes.establish",
    )
    look_whether_open(minutes)
    if locked_item(minutes.item).is_going_on:
        raise ValidationError(_("It is still being spoken of: end it first."))
    fresh = Minutes.objects.prefetch_related("receipts__amendment").get(pk=minutes.pk)
    if fresh.unruled():
        raise ValidationError(
            _("Say first of each change that was asked what became of it.")
        )
    if silent(fresh, now) and now < answer_by(fresh):
        raise ValidationError(
            _("Some did not answer yet, and still have until %(day)s.")
            % {"day": timezone.localtime(answer_by(fresh)).strftime("%d-%m-%Y")},
            code="silent",
        )
    done = Established(minutes=minutes, by=by, at=next_moment(by.dossier, now))
    try:
        with transaction.atomic():
            done.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(ESTABLISHED) from None
    trail.record(Action.MINUTES_ESTABLISHED, by=by, about=minutes)
    return done


# --- looking --------------------------------------------------------------------------

LINES_CHANGED = _("Something was added or put right since they were made.")


def hears(minutes: Minutes, by: Seat, now: datetime) -> bool:
    return Record.objects.visible_to(by, now).filter(pk=minutes.pk).exists()


def standing(item: AgendaItem, by: Seat, now: datetime) -> list[Minutes]:
    """The minutes of an item that this seat hears, and whose place none took."""
    heard = Minutes.objects.visible_to(by, now).current().filter(item=item)
    return list(
        heard.select_related("circle").prefetch_related("lines", "circle__members")
    )


def ids_of(minutes: Minutes) -> set[UUID]:
    return {each.pk for each in minutes.lines.all()}


def look_whether_open(minutes: Minutes) -> None:
    """Asked of the database: somebody may have been busy with them a moment ago."""
    if Established.objects.filter(minutes=minutes).exists():
        raise ValidationError(ESTABLISHED)
    if Minutes.objects.filter(pk=minutes.pk).current().exists():
        return
    raise ValidationError(
        _("Newer minutes took the place of these. Look at those, and answer them.")
    )


def silent(minutes: Minutes, now: datetime) -> list[Seat]:
    """Who hears these minutes, sits at the table, and said nothing to them."""
    members = minutes.circle.member_ids()
    seats = (
        Seat.objects.filter(dossier=minutes.dossier_id, organisation__in=members)
        .active(now)
        .exclude(role=Seat.Role.AFTERCARE)
        .select_related("user", "organisation")
    )
    return minutes.silent(seats)


def answer_by(minutes: Minutes) -> datetime:
    """Up to when one may answer before silence is left as it is."""
    day = timezone.localdate(minutes.recorded_at)
    days = minutes.dossier.house.rule("minutes-days", day)
    return minutes.recorded_at + timedelta(days=days)


# --- what follows ---------------------------------------------------------------------


def make(
    item: AgendaItem, circle: Circle, lines: Iterable[Record], by: Seat, now: datetime
) -> Minutes:
    minutes = Minutes(item=item)
    say(minutes, by=by, circle=circle, action=Action.MINUTES_MADE, now=now)
    minutes.lines.set(lines)
    tell(minutes, elsewhere(minutes, now), by, now)
    return minutes


def make_anew(
    old: Minutes,
    lines: Iterable[Record],
    text: str,
    why: object,
    by: Seat,
    now: datetime,
) -> Minutes:
    minutes = Minutes(item=old.item, text=text, why_changed=str(why))
    correct(minutes, old, by=by, now=now)
    minutes.lines.set(lines)
    tell(minutes, elsewhere(minutes, now), by, now)
    return minutes


def elsewhere(minutes: Minutes, now: datetime) -> list[Seat]:
    """Who is written to: whoever is there while it is read back says it aloud (N23)."""
    item = minutes.item
    there = item.attendances.filter(was_there=True) if item.is_going_on else []
    heard_it = {each.seat_id for each in there}
    return [seat for seat in silent(minutes, now) if seat.pk not in heard_it]


def circle_of_table(by: Seat, now: datetime) -> Circle:
    from ...dossiers.actions.circles import circle_for

    return circle_for(by, Circle.Kind.TABLE, now)


def tell(minutes: Minutes, seats: Iterable[Seat], by: Seat, now: datetime) -> None:
    notify(
        Notice.Kind.MINUTES,
        [seat.user for seat in seats if seat.user and seat.pk != by.pk],
        now=now,
        house=minutes.dossier.house_id,
        dossier=minutes.dossier_id,
        about=minutes.pk,
    )
