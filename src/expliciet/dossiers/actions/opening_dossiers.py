"""A new dossier, or one that was already running elsewhere."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, House
from ...accounts.refusal import require
from ...accounts.terms import months_later
from ...audit import trail
from ...audit.actions import Action
from ...post.models import Notice
from ...vault.keyring import unlock
from ..models import Circle, Dossier, Heading, Seat
from ..models.seat import COMMON
from ..references import fresh
from ..working_names import draw, is_neutral
from .circles import circle_for
from .recording import correct, one_at_a_time, put
from .seats import tell

TRIES = 20
FACTS = ("working_name", "phase", "regime", "controller_id", "review_on")
"""What of the last heading a dossier itself remembers, for lists."""


@transaction.atomic
def open_dossier(
    heading: Heading, *, by: Appointment, deputy: Appointment, why: str, now: datetime
) -> Dossier:
    """A process director opens a dossier, sits at the head of it, and names a deputy.

    The heading says ground, date, regime, who answers for the processing, and when it
    is looked at again. With `running_since` the dossier is taken over from elsewhere:
    from today on everything is recorded here, and of before only what is brought in.
    """
    house, today = by.house, timezone.localdate(now)
    require(may_open(by, deputy, today), "dossier.open")
    ends_on = end_date(house, today)
    look_at_days(heading, today)
    heading.working_name = heading.working_name or fresh_name(house)
    look_at_name(heading.working_name, house)
    if heading.phase and heading.phase not in Dossier.OPENED_IN:
        raise ValidationError({"phase": _("A dossier does not begin at its end.")})
    dossier = Dossier(
        house=house,
        number=free_number(house.dossiers.values_list("number", flat=True)),
        opened_at=now,
        ends_on=ends_on,
        moved_at=now,
        **{name: getattr(heading, name) for name in FACTS},
    )
    save_new(dossier)
    unlock(dossier.id, [COMMON])
    chair = first_seat(dossier, by, Seat.Role.PROCESS_DIRECTOR, why, now)
    beside = first_seat(dossier, deputy, Seat.Role.SUBSTITUTE, why, now, chair)
    leading = {by.organisation_id, deputy.organisation_id}
    circle = Circle.objects.of(dossier, Circle.Kind.TABLE, leading)
    unlock(dossier.id, [str(circle.pk)])
    put(heading, by=chair, circle=circle, now=now)
    tell(beside, Notice.Kind.SEATED, now)
    trail.record(
        Action.DOSSIER_TAKEN_OVER if heading.running_since else Action.DOSSIER_OPENED,
        by=chair,
        about=dossier,
    )
    return dossier


@transaction.atomic
def change_heading(
    heading: Heading, old: Heading, *, by: Seat, now: datetime
) -> Heading:
    """Another phase, name or review day: a new heading in the place of the old one."""
    now = one_at_a_time(by.dossier, now=now)
    require(by.is_chairing(now), "heading.change")
    look_at_days(heading, timezone.localdate(now))
    if heading.working_name != old.working_name:
        look_at_name(heading.working_name, by.dossier.house)
    changing = ("ground", "grounded_on", *FACTS)
    if all(getattr(heading, name) == getattr(old, name) for name in changing):
        raise ValidationError(_("Nothing is different: change something first."))
    circle = circle_for(by, Circle.Kind.TABLE, now)
    if not circle.member_ids() >= old.circle.member_ids():
        circle = old.circle
    correct(heading, old, by=by, now=now, circle=circle)
    dossier = by.dossier
    for name in FACTS:
        setattr(dossier, name, getattr(heading, name))
    try:
        with transaction.atomic():
            dossier.save(update_fields=FACTS)
    except IntegrityError:
        raise in_use() from None
    trail.record(Action.HEADING_CHANGED, by=by, about=heading)
    return heading


def may_open(by: Appointment, deputy: Appointment, today: date) -> bool:
    """The process director opens; the deputy is another, of the same house."""
    both = Appointment.objects.at_tables(by.house, today).filter(
        pk__in=[by.pk, deputy.pk]
    )
    return (
        by.is_(Appointment.Role.PROCESS_DIRECTOR)
        and deputy.is_(*Appointment.OF_THE_OFFICE)
        and deputy.user_id != by.user_id
        and both.count() == 2
    )


def deputies(by: Appointment, today: date) -> list[Appointment]:
    """Who can be deputy to a process director: each once, by name."""
    found = (
        Appointment.objects.at_tables(by.house, today)
        .in_role(*Appointment.OF_THE_OFFICE)
        .exclude(user=by.user_id)
        .select_related("user", "organisation")
        .order_by("-role")
    )
    once = {each.user_id: each for each in found}
    return sorted(once.values(), key=lambda each: each.user.name or "")


def end_date(house: House, today: date) -> date:
    """Until when a dossier opened today is kept: a rule that only the house sets."""
    return months_later(today, house.rule("dossier-months", today))


def fresh_name(house: House) -> str:
    """A working name that no dossier of this house carries."""
    return draw(set(house.dossiers.values_list("working_name", flat=True)))


def is_free(name: str, house: House) -> bool:
    """Drawn from the list, and carried by no dossier of this house."""
    return is_neutral(name) and not house.dossiers.filter(working_name=name).exists()


def look_at_name(name: str, house: House) -> None:
    if not is_neutral(name):
        raise ValidationError(
            {"working_name": _("A working name is drawn from the list. Draw one.")}
        )
    if not is_free(name, house):
        raise in_use()


def in_use() -> ValidationError:
    return ValidationError(
        {"working_name": _("This working name is in use by now. Draw another.")}
    )


def save_new(dossier: Dossier) -> None:
    dossier.full_clean()
    try:
        with transaction.atomic():
            dossier.save(force_insert=True)
    except IntegrityError:  # somebody drew the same a moment ago
        raise in_use() from None


def look_at_days(heading: Heading, today: date) -> None:
    wrong: dict[str, object] = {}
    if heading.review_on and heading.review_on <= today:
        wrong["review_on"] = _("Choose a day still to come.")
    if heading.grounded_on and heading.grounded_on > today:
        wrong["grounded_on"] = _("A ground is there before the dossier is: not later.")
    if heading.running_since and heading.running_since >= today:
        wrong["running_since"] = _(
            "A dossier that is taken over was running before today."
        )
    if wrong:
        raise ValidationError(wrong)


def first_seat(
    dossier: Dossier,
    appointment: Appointment,
    role: Seat.Role,
    why: str,
    now: datetime,
    invited_by: Seat | None = None,
) -> Seat:
    seat = Seat(
        dossier=dossier,
        user=appointment.user,
        organisation=appointment.organisation,
        role=role,
        mandate=Seat.Mandate.COMMIT,
        invited_by=invited_by,
        why=why,
        joined_at=now,
        hears_from=now,
    )
    seat.full_clean()
    seat.save(force_insert=True)
    trail.record(Action.SEATED, by=invited_by or appointment, about=seat)
    return seat


def free_number(taken: Iterable[str]) -> str:
    used = set(taken)
    for attempt in range(TRIES):
        number = fresh("D", 3 if attempt < TRIES // 2 else 5)
        if number not in used:
            return number
    raise ValidationError(_("No number was free. Try again."))
