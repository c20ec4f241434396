"""The yearly scan: begun, answered blind by each organisation, opened at once (N22)."""

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, Organisation, User
from ...accounts.refusal import require
from ...accounts.terms import AMSTERDAM, end_of, months_later
from ...audit import trail
from ...audit.actions import Action
from ...dossiers.models import Dossier, Record
from ...post.actions.notices import notify
from ...post.models import Notice
from ...vault.keyring import unlock
from ..models import Scan, ScanAnswer
from ..reconstruction import Period, reconstruct, suppressed
from ..scan_statements import SLUGS
from .beside import Shown, hold_houses, look_at_selection
from .studies import DIRECTOR, holds


class Given(NamedTuple):
    """An answer to one statement, and why."""

    says: str
    words: str = ""


@transaction.atomic
def begin_scan(scan: Scan, *, by: Appointment, now: datetime) -> Scan:
    """The process director asks every partner of the house the same statements."""
    require(by.is_(DIRECTOR) and holds(by, now), "scan.begin")
    today = timezone.localdate(now)
    scan.house, scan.made_by, scan.made_at = by.house, by.user, now
    scan.ends_on = months_later(today, by.house.rule("trail-months", today))
    scan.full_clean(validate_unique=False, validate_constraints=False)
    if scan.answer_by <= today:
        raise ValidationError({"answer_by": _("Choose a day still to come.")})
    if not today.year - 1 <= scan.year <= today.year:
        raise ValidationError({"year": _("Choose this year, or the one before it.")})
    try:
        with transaction.atomic():
            scan.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(
            {"year": _("There is a scan of this year already.")}
        ) from None
    trail.record(Action.SCAN_BEGUN, by=by, about=scan)
    tell_asked(scan, but=by.user, now=now)
    return scan


@transaction.atomic
def answer_scan(
    scan: Scan, given: Mapping[str, Given], *, by: Appointment, now: datetime
) -> list[ScanAnswer]:
    """What one's own organisation finds, once; sealed from all others until opened."""
    there = locked(scan)
    require(may_answer(there, by, now), "scan.answer")
    if not there.is_open_for_answers(timezone.localdate(now)):
        raise ValidationError(_("This scan takes no answers any more."))
    if there.answers.filter(organisation=by.organisation).exists():
        raise ValidationError(
            _("A colleague answered already for your organisation."), code="overtaken"
        )
    unanswered = [each for each in SLUGS if each not in given or not given[each].says]
    if unanswered:
        raise ValidationError(
            {f"{each}-says": _("Choose an answer.") for each in unanswered}
        )
    there.unlock([by.organisation_id])
    answers = [
        ScanAnswer(
            scan=there,
            organisation=by.organisation,
            by=by.user,
            statement=slug,
            says=given[slug].says,
            words=given[slug].words,
            at=now,
        )
        for slug in SLUGS
    ]
    for answer in answers:
        answer.full_clean(validate_unique=False, validate_constraints=False)
        answer.save(force_insert=True)
    trail.record(Action.SCAN_ANSWERED, by=by, about=there, count=len(answers))
    return answers


@transaction.atomic
def open_scan(scan: Scan, *, by: Appointment, now: datetime) -> Scan:
    """All answers at once, once everybody answered or the day has passed; and beside
    them what the records of that year show of the process."""
    there = locked(scan)
    require(
        by.house_id == there.house_id and by.is_(DIRECTOR) and holds(by, now),
        "scan.open",
    )
    today = timezone.localdate(now)
    if there.opened_at:
        raise ValidationError(_("This scan was opened already."))
    if lack := lacks_to_open(there, today):
        raise ValidationError(str(lack))
    there.opened_at = now
    place = there.seal_place()
    unlock(place.scope, [place.compartment])
    hold_houses([there.house_id])
    dossiers = recorded_that_year(there)
    there.figures = facts_of(there, dossiers, now)
    there.save(update_fields=["opened_at", "figures"])
    if there.figures:
        there.dossiers.set(dossiers)
    trail.record(Action.SCAN_OPENED, by=by, about=there, count=len(who_is_in(there)))
    return there


FEWEST = 2


def lacks_to_open(scan: Scan, today: date) -> str | Promise:
    """Why it cannot be opened yet; empty once it can."""
    inside = {each.pk for each in who_is_in(scan)}
    if len(inside) < FEWEST:
        return _("At least two organisations answer first: one alone is no comparison.")
    awaited = {each.pk for each in asked(scan, today)} - inside
    if awaited and today <= scan.answer_by:
        return _("Not everybody answered yet. It can be opened after the last day.")
    return ""


def recorded_that_year(scan: Scan) -> list[UUID]:
    """The dossiers of the house in which something was recorded that year."""
    period = Period.of(scan.year)
    said = Record.objects.filter(
        dossier=OuterRef("pk"),
        recorded_at__gte=datetime.combine(period.begin, time.min, tzinfo=AMSTERDAM),
        recorded_at__lte=end_of(period.end),
    )
    found = Dossier.objects.filter(Exists(said), house=scan.house_id).order_by("pk")
    return list(found.values_list("pk", flat=True))


def facts_of(scan: Scan, dossiers: list[UUID], now: datetime) -> str:
    """The figures over them, with small groups left out; nothing where there are too
    few dossiers, or where it would tell, laid beside a study, what few did."""
    period = Period.of(scan.year)
    smallest = scan.house.rule("smallest-group", timezone.localdate(now))
    try:
        look_at_selection(Shown(period, set(dossiers)), [scan.house_id], smallest)
    except ValidationError:
        return ""
    figures = suppressed(reconstruct(dossiers, period, now), smallest)
    return json.dumps(figures.as_json())


def asked(scan: Scan, today: date) -> list[Organisation]:
    """Every organisation of the house for which somebody is appointed at tables."""
    there = Appointment.objects.at_tables(scan.house, today)
    return list(
        scan.house.organisations.filter(
            pk__in=there.order_by().values("organisation")
        ).order_by("name")
    )


def tell_asked(scan: Scan, *, but: User, now: datetime) -> None:
    """That a scan waits for their organisation, once each; who begins it knows."""
    there = Appointment.objects.at_tables(scan.house, timezone.localdate(now))
    others = there.exclude(user=but).select_related("user")
    notify(
        Notice.Kind.SCAN,
        [each.user for each in others],
        now=now,
        house=scan.house_id,
        about=scan.pk,
    )


def who_is_in(scan: Scan) -> list[Organisation]:
    """Who answered: all that shows of it before it is opened."""
    answered = scan.answers.order_by().values("organisation")
    return list(Organisation.objects.filter(pk__in=answered).order_by("name"))


def may_answer(scan: Scan, by: Appointment, now: datetime) -> bool:
    return (
        by.house_id == scan.house_id
        and by.is_(*Appointment.AT_TABLES)
        and by.organisation.is_active
        and holds(by, now)
    )


def locked(scan: Scan) -> Scan:
    return (
        Scan.objects.select_for_update(of=("self",))
        .select_related("house")
        .get(pk=scan.pk)
    )
