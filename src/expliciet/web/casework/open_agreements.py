"""Every open agreement at one's own tables: what is late first, one's own above all."""

from datetime import date, datetime
from typing import NamedTuple

from django.db.models import BooleanField, Case, Exists, F, OuterRef, Value, When
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise

from ...accounts.models import Appointment, User
from ...audit.actions import Action
from ...casework.models import Agreement, Claim, Reply
from ...casework.models.agreement import AgreementQuerySet
from ...dossiers.models import Seat
from ..dossiers.sheets import kept, sheet
from ..people import acting_or_404, me
from ..reading import show
from ..work.ages import age
from .agreements import together

A_PAGE = 60
Stands = Agreement.Stands


class Open(NamedTuple):
    """One agreement: which, where, who, by when and how far; none of its words."""

    agreement: Agreement
    is_ours: bool
    state: Promise | str
    late: str
    address: str


def listed(request: HttpRequest) -> HttpResponse:
    """Over all dossiers in which one sits; sorted by day, and no other way."""
    user, now = me(request), timezone.now()
    acting_as = acting_or_404(request, *Appointment.AT_TABLES)
    page = sheet(request, open_to(user, now), A_PAGE)
    today = timezone.localdate(now)
    rows = [row(each, today) for each in page]
    return show(
        request,
        "casework/open_agreements.html",
        {
            "page": page,
            "kept": kept(request),
            "ours": [each for each in rows if each.is_ours],
            "theirs": [each for each in rows if not each.is_ours],
        },
        action=Action.AGREEMENTS_LISTED,
        by=acting_as,
        count=len(rows),
    )


def open_to(user: User, now: datetime) -> AgreementQuerySet:
    """What this user hears of and is not done: of one's own organisation first."""
    mine = Seat.objects.of(user).active(now).order_by().values("organisation")
    claims = Claim.objects.standing().filter(agreement=OuterRef("pk"))
    found = Agreement.objects.reaching(user, now).open()
    return (
        found.annotate(
            is_claimed=Exists(claims),
            is_ours=Case(
                When(owner_organisation__in=mine, then=Value(True)),
                default=Value(False),
                output_field=BooleanField(),
            ),
        )
        .select_related("dossier", "owner_organisation", "reply")
        .defer(*Agreement.TEXTS)
        .order_by("-is_ours", F("due_on").asc(nulls_last=True), "recorded_at")
    )


def row(each: Agreement, today: date) -> Open:
    stands = state_of(each)
    is_late = stands != Stands.CLAIMED and each.is_overdue(today)
    return Open(
        each,
        each.is_ours,  # type: ignore[attr-defined]
        stands.label,
        age(each.due_on, today) if is_late and each.due_on else "",
        together(each.dossier_id, each.reference),
    )


def state_of(each: Agreement) -> Agreement.Stands:
    reply: Reply | None = getattr(each, "reply", None)
    if each.is_claimed:  # type: ignore[attr-defined]
        return Stands.CLAIMED
    if reply is None:
        return Stands.ASKED
    return Stands.RUNNING if reply.says == Reply.Says.YES else Stands.REFUSED
