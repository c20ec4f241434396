"""Agreements and expectations at all tables of somebody: theirs, and those they wait
for; with readings to write and levels to decide on. One question for all of it."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...casework.models import (
    Act,
    Agreement,
    Claim,
    Confirmation,
    Decision,
    Expectation,
    Impasse,
    Intervention,
    Minutes,
    NotYet,
    Reply,
    Round,
    Scaling,
    Withholding,
)
from ...dossiers.models import Dossier, Record, Seat
from .rows import Row
from .seated import Seats

RUNNING = (Dossier.Phase.CONFERENCE, Dossier.Phase.MONITORING)


class Open(NamedTuple):
    """One open thing, as the database tells it: names of partners, and days."""

    what: str
    record: UUID
    reference: str
    dossier: UUID
    said_at: datetime
    asker: UUID
    """The organisation it is done or said for."""
    asker_name: str
    of: UUID
    """The organisation it is asked of."""
    of_name: str
    owner: UUID | None
    """The seat of the one person it is asked of."""
    person: UUID | None
    day: date | None
    claimed_by: UUID | None
    """The organisation that says that it is done."""


class Promised(NamedTuple):
    asked: list[Row]
    later: list[Row]
    """Mine, and its day is still to come."""
    awaited: list[Row]
    elsewhere: dict[str, list[UUID]]
    """Open records of other kinds, heard by this person; they say what they ask."""


def promised(
    user: User,
    here: Seats,
    now: datetime,
    replacing: Iterable[tuple[UUID, UUID]] = (),
) -> Promised:
    """What is asked of this person and what they wait for; without a seat nothing.

    `replacing` are colleagues who are away, each with the organisation for which they
    work: what is asked of them in person comes along, as far as this person hears it
    from a seat of their own.
    """
    found = Promised([], [], [], {})
    if not here:
        return found
    away = set(replacing)
    today = timezone.localdate(now)
    levels: dict[UUID, Open] = {}
    for row in everything_open(user, list(here), now):
        each = Open(*row)
        seat = here.get(each.dossier)
        if seat is None:
            continue
        if each.what in OF_OTHERS or each.what == Round.KIND:
            found.elsewhere.setdefault(each.what, []).append(each.record)
            continue
        if each.what == Scaling.KIND:
            before = levels.get(each.dossier)
            if before is None or before.said_at < each.said_at:
                levels[each.dossier] = each
            continue
        PLACES[each.what](each, seat, view(each, seat, today, away), found)
    for dossier, each in levels.items():
        seat = here[dossier]
        due = each.day is not None and each.day <= today
        if seat.records_for_others and seat.dossier.phase in RUNNING:
            (found.asked if due else found.later).append(level(each, seat))
    rounds = found.elsewhere.get(Round.KIND, [])
    found.asked.extend(readings(user, here, now, rounds))
    return found


class View(NamedTuple):
    """How one open thing looks from one seat."""

    ours: bool
    """Asked of the organisation of this seat."""
    mine: bool
    """Asked of this seat, or of nobody in particular of its organisation."""
    replaces: bool
    """Asked of a colleague who is away."""
    for_us: bool
    """Done or said for this organisation, by another."""
    is_due: bool
    is_past: bool


def view(each: Open, seat: Seat, today: date, away: set[tuple[UUID, UUID]]) -> View:
    ours = each.of == seat.organisation_id
    colleague = each.person is not None and (each.person, each.of) in away
    return View(
        ours=ours,
        mine=each.owner == seat.pk or (each.owner is None and ours),
        replaces=ours and colleague,
        for_us=each.asker == seat.organisation_id and not ours,
        is_due=each.day is not None and each.day <= today,
        is_past=each.day is not None and each.day < today,
    )


def expected(each: Open, seat: Seat, seen: View, found: Promised) -> None:
    if seen.ours:
        found.asked.append(expectation(each, seat))
    elif seen.for_us:
        found.awaited.append(awaited(each, seat, _("their answer to")))


def to_accept(each: Open, seat: Seat, seen: View, found: Promised) -> None:
    if seen.mine or seen.replaces:
        found.asked.append(acceptance(each, seat, mine=seen.mine))
    elif seen.for_us:
        found.awaited.append(awaited(each, seat, _("their yes or no to")))


def running(each: Open, seat: Seat, seen: View, found: Promised) -> None:
    """What is late comes to whoever chairs too (S33)."""
    if seen.mine or seen.replaces:
        (found.asked if seen.is_due else found.later).append(deed(each, seat))
    elif seen.for_us or (seat.chairs and seen.is_past):
        found.awaited.append(awaited(each, seat, _("the deed of")))


def again(each: Open, seat: Seat, seen: View, found: Promised) -> None:
    """Said to be done, and it was not so yet: asked at once, whatever its day."""
    if seen.mine or seen.replaces:
        found.asked.append(lacking(each, seat))
    else:
        running(each, seat, seen, found)


def claimed(each: Open, seat: Seat, seen: View, found: Promised) -> None:
    if confirms(each, seat):
        found.asked.append(confirmation(each, seat))
    elif seen.mine or seen.replaces:
        waits = awaited(each, seat, _("their confirmation of"))
        found.awaited.append(
            waits._replace(
                party=each.asker_name, party_id=each.asker, person=None, day=None
            )
        )


PLACES: dict[str, Callable[[Open, Seat, View, Promised], None]] = {
    "expectation": expected,
    "accept": to_accept,
    "running": running,
    "again": again,
    "claimed": claimed,
}
"""On which list of a seat each kind stands, if on any."""


def confirms(each: Open, seat: Seat) -> bool:
    """Whoever it was done for says that it is so; for what somebody took upon
    themselves, whoever chairs. Never who did it (N15)."""
    if seat.organisation_id in (each.of, each.claimed_by):
        return False
    if each.asker in (each.of, each.claimed_by):
        return seat.chairs
    return each.asker == seat.organisation_id


# --- as rows ------------------------------------------------------------------------


def row(each: Open, seat: Seat, kind: Any, **more: Any) -> Row:
    return Row(
        what=each.what,
        kind=kind,
        seat=seat,
        record=each.record,
        reference=each.reference,
        day=each.day,
        since=timezone.localdate(each.said_at),
        person=each.person,
        opens=True,
        **{"party": each.asker_name, "party_id": each.asker, **more},
    )


def expectation(each: Open, seat: Seat) -> Row:
    return row(each, seat, _("expectation to answer"), deed=_("Read and answer"))


def acceptance(each: Open, seat: Seat, *, mine: bool) -> Row:
    """One tap for whoever it is asked of; nobody accepts for another."""
    return row(
        each,
        seat,
        _("agreement to accept"),
        deed=_("Read and answer") if mine else _("Read"),
        in_one_tap=mine,
    )


def deed(each: Open, seat: Seat) -> Row:
    return row(
        each, seat, _("agreement to carry out"), deed=_("Read and say that it is done")
    )


def lacking(each: Open, seat: Seat) -> Row:
    return row(
        each, seat, _("agreement that is not done yet"), deed=_("Read what lacks")
    )


def confirmation(each: Open, seat: Seat) -> Row:
    return row(
        each,
        seat,
        _("to confirm that it is done"),
        deed=_("Read and confirm"),
        party=each.of_name,
        party_id=each.of,
    )


def awaited(each: Open, seat: Seat, kind: Any) -> Row:
    return row(each, seat, kind, party=each.of_name, party_id=each.of)


def readings(user: User, here: Seats, now: datetime, rounds: list[UUID]) -> list[Row]:
    """Rounds that wait for a reading of one's own organisation."""
    if not rounds:
        return []
    asked = Round.objects.filter(pk__in=rounds).asked_of(user, now)
    return [
        Row(
            what="reading",
            kind=_("own reading to write"),
            seat=here[each.dossier_id],
            record=each.pk,
            reference=each.reference,
            day=each.answer_by,
            since=timezone.localdate(each.recorded_at),
            deed=_("Write our reading"),
            route="casework:reading",
        )
        for each in asked.defer(*Round.TEXTS)
    ]


def level(each: Open, seat: Seat) -> Row:
    made = row(each, seat, _("level of the approach to decide on again"))
    return made._replace(
        place=reverse("casework:ladder", args=[each.dossier]),
        deed=_("Look at the level"),
        opens=False,
        party="",
    )


# --- one question -------------------------------------------------------------------

OF_OTHERS = (
    *(Decision.KIND, Intervention.KIND, Act.KIND, Impasse.KIND, Withholding.KIND),
    Minutes.KIND,
)
"""Kinds that say elsewhere what waits; here only whether there is anything to ask."""


def everything_open(user: User, dossiers: list[UUID], now: datetime) -> Any:
    """What is heard and still open, of every kind, in one question to the database."""
    claims = Claim.objects.standing().filter(agreement=OuterRef("pk"))
    claims = claims.order_by("-at")
    lacks = NotYet.objects.filter(claim__agreement=OuterRef("pk"))
    confirmed = Confirmation.objects.filter(claim__agreement=OuterRef("pk"))
    asked_first = Q(agreement__because_of__kind=Expectation.KIND)
    return (
        Record.objects.filter(dossier__in=dossiers, superseded_by=None, withdrawal=None)
        .reaching(user, now)
        .filter(
            Q(kind=Agreement.KIND) & ~Exists(confirmed) & not_refused()
            | Q(kind=Expectation.KIND, expectation__answer=None)
            | Q(kind=Round.KIND, round__reveal=None)
            | Q(kind=Scaling.KIND)
            | may_wait(timezone.localdate(now))
        )
        .order_by()
        .annotate(
            w_what=Case(
                When(~Q(kind=Agreement.KIND), then=F("kind")),
                When(Exists(claims), then=Value("claimed")),
                When(agreement__reply=None, then=Value("accept")),
                When(Exists(lacks), then=Value("again")),
                default=Value("running"),
                output_field=CharField(),
            ),
            w_asker=Case(
                When(asked_first, then=F("agreement__because_of__organisation")),
                default=F("organisation"),
            ),
            w_asker_name=Case(
                When(asked_first, then=F("agreement__because_of__organisation__name")),
                default=F("organisation__name"),
            ),
            w_of=Coalesce(
                "agreement__owner_organisation", "expectation__of", "organisation"
            ),
            w_of_name=Coalesce(
                "agreement__owner_organisation__name",
                "expectation__of__name",
                "organisation__name",
            ),
            w_day=Coalesce(
                "agreement__due_on",
                "expectation__answer_by",
                "scaling__review_on",
                "round__answer_by",
            ),
            w_claimed=Subquery(claims.values("by__organisation")[:1]),
        )
        .values_list(
            *("w_what", "pk", "reference", "dossier", "recorded_at"),
            *("w_asker", "w_asker_name", "w_of", "w_of_name"),
            *("agreement__owner", "agreement__owner__user", "w_day", "w_claimed"),
        )
    )


def not_refused() -> Q:
    """Answered with no it waits for a new text, and stands on nobody's list."""
    return Q(agreement__reply=None) | Q(agreement__reply__says=Reply.Says.YES)


def may_wait(today: date) -> Q:
    """Wide enough to miss nothing of what the other kinds may ask."""
    decision = Q(kind=Decision.KIND) & (
        Q(decision__is_provisional=True)
        | Q(decision__review_on__lte=today)
        | Q(decision__advice_to__isnull=False)
    )
    act = Q(kind=Act.KIND, act__why__isnull=True)
    impasse = Q(kind=Impasse.KIND, impasse__resolution=None)
    withheld = Q(kind=Withholding.KIND, withholding__review_on__lte=today)
    minutes = Q(kind=Minutes.KIND, minutes__established=None)
    return decision | act | impasse | withheld | minutes | Q(kind=Intervention.KIND)
