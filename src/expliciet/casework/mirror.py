"""What one organisation gave, got, owes and is owed: for itself alone (N18).

Over the tables where this user sits for it, and no further. In lists with dates: never
hours, never a total, and nobody else is shown any of it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..accounts.models import Organisation, User
from ..dossiers.models import Passing, Record, Seat
from ..dossiers.models.record import RecordQuerySet
from .models import (
    Agreement,
    Answer,
    Claim,
    Contribution,
    Expectation,
    Reading,
    Reply,
    Round,
)
from .models.agreement import AgreementQuerySet

R = TypeVar("R", bound=Record)

SHOWN = 40
"""The newest of each list; what is older stands in the dossiers themselves."""


class Entry(NamedTuple):
    """One thing: what kind, of or for whom, on which day; never its words."""

    what: Promise | str
    record: Record
    day: date
    partner: Organisation | None = None
    is_past: bool = False
    """Of what is owed: whether its day has passed."""


class Mirror(NamedTuple):
    """Four lists, each in order of its days."""

    gave: list[Entry]
    got: list[Entry]
    owes: list[Entry]
    owed: list[Entry]


class Tables:
    """Where this user sits for this organisation, and what is heard there."""

    def __init__(self, user: User, organisation: Organisation, now: datetime) -> None:
        self.user, self.us, self.now = user, organisation.pk, now
        self.today = timezone.localdate(now)
        self.seats = (
            Seat.objects.of(user)
            .active(now)
            .filter(organisation=organisation)
            .exclude(role=Seat.Role.AFTERCARE)
        )

    def heard(self, kind: type[R]) -> RecordQuerySet[R]:
        """Of this kind, standing, as `visible_to` tells for these seats."""
        found: RecordQuerySet[R] = kind.objects.all()  # type: ignore[assignment]
        return (
            found.reaching(self.user, self.now)
            .filter(dossier__in=self.seats.order_by().values("dossier"))
            .current()
            .filter(withdrawal=None)
            .select_related("dossier", "organisation")
        )

    def day(self, moment: datetime) -> date:
        return timezone.localdate(moment)


def mirror(user: User, organisation: Organisation, now: datetime) -> Mirror:
    """Of this organisation, from the seats of this one user: a fixed number of
    questions to the database for any number of tables."""
    tables = Tables(user, organisation, now)
    return Mirror(
        gave=newest(gave(tables)),
        got=newest(got(tables)),
        owes=soonest(owes(tables)),
        owed=soonest(owed(tables)),
    )


def gave(at: Tables) -> Iterator[Entry]:
    """What we brought in, read, answered and did."""
    for kind, what in ((Contribution, _("contribution")), (Reading, _("own reading"))):
        for record in at.heard(kind).filter(organisation=at.us):
            yield Entry(what, record, at.day(record.recorded_at))
    for answer in answers(at).filter(expectation__of=at.us):
        asked = answer.expectation
        yield Entry(
            _("answer to an expectation"), asked, at.day(answer.at), asked.organisation
        )
    for reply in replies(at).filter(agreement__owner_organisation=at.us):
        yield Entry(_("answer to an agreement"), reply.agreement, at.day(reply.at))
    for done in claims(at).filter(agreement__owner_organisation=at.us):
        yield Entry(_("said to be done"), done.agreement, done.done_on)


def got(at: Tables) -> Iterator[Entry]:
    """What others brought in that we hear, passed on to us, answered us and did."""
    for brought in at.heard(Contribution).exclude(organisation=at.us):
        day = at.day(brought.recorded_at)
        yield Entry(_("contribution"), brought, day, brought.organisation)
    passed = Passing.objects.filter(
        organisation=at.us,
        at__lte=at.now,
        record__in=at.heard(Record).exclude(kind="heading").order_by().values("pk"),
    )
    for passing in passed.exclude(record__organisation=at.us).select_related(
        "record__dossier", "record__organisation"
    ):
        record = passing.record
        yield Entry(
            _("passed on to us"), record, at.day(passing.at), record.organisation
        )
    for answer in answers(at).filter(expectation__organisation=at.us):
        asked = answer.expectation
        yield Entry(_("answer to an expectation"), asked, at.day(answer.at), asked.of)
    ours = claims(at).filter(agreement__organisation=at.us)
    for done in ours.exclude(agreement__owner_organisation=at.us):
        owner = done.agreement.owner_organisation
        yield Entry(_("said to be done"), done.agreement, done.done_on, owner)


def owes(at: Tables) -> Iterator[Entry]:
    """What waits for us: an answer, a reading, a deed."""
    for asked in at.heard(Expectation).filter(of=at.us, answer=None):
        past = asked.answer_by < at.today
        yield Entry(
            _("expectation to answer"), asked, asked.answer_by, asked.organisation, past
        )
    ours = Agreement.objects.open().filter(owner_organisation=at.us)
    for agreement in open_of(at, ours):
        yield undone(agreement, at, None)
    rounds = Round.objects.asked_of(at.user, at.now).filter(
        pk__in=at.heard(Round).order_by().values("pk")
    )
    for round_ in rounds.select_related("dossier", "organisation"):
        past = round_.answer_by < at.today
        yield Entry(
            _("own reading to write"),
            round_,
            round_.answer_by,
            round_.organisation,
            past,
        )


def owed(at: Tables) -> Iterator[Entry]:
    """What we wait for: answers to what we expect, and what was agreed with us."""
    for asked in at.heard(Expectation).filter(organisation=at.us, answer=None):
        past = asked.answer_by < at.today
        yield Entry(
            _("answer to an expectation"), asked, asked.answer_by, asked.of, past
        )
    asked_by_us = Q(organisation=at.us) | Q(because_of__organisation=at.us)
    theirs = Agreement.objects.open().filter(asked_by_us)
    for agreement in open_of(at, theirs.exclude(owner_organisation=at.us)):
        yield undone(agreement, at, agreement.owner_organisation)


def undone(agreement: Agreement, at: Tables, partner: Organisation | None) -> Entry:
    """An agreement that stands; one without a day is of the day it was made."""
    day = agreement.due_on or at.day(agreement.recorded_at)
    return Entry(
        _("agreement"), agreement, day, partner, agreement.is_overdue(at.today)
    )


def open_of(at: Tables, agreements: AgreementQuerySet) -> AgreementQuerySet:
    """Those that are heard; one without an answer waits as well."""
    heard = at.heard(Agreement).order_by().values("pk")
    return (
        agreements.filter(pk__in=heard)
        .exclude(reply__says=Reply.Says.NO)
        .select_related("dossier", "organisation", "owner_organisation")
    )


def answers(at: Tables) -> QuerySet[Answer]:
    heard = at.heard(Expectation).order_by().values("pk")
    return Answer.objects.filter(expectation__in=heard, at__lte=at.now).select_related(
        "expectation__dossier", "expectation__organisation", "expectation__of"
    )


def replies(at: Tables) -> QuerySet[Reply]:
    heard = at.heard(Agreement).order_by().values("pk")
    return Reply.objects.filter(agreement__in=heard, at__lte=at.now).select_related(
        "agreement__dossier"
    )


def claims(at: Tables) -> QuerySet[Claim]:
    heard = at.heard(Agreement).order_by().values("pk")
    told = Claim.objects.standing().filter(agreement__in=heard, at__lte=at.now)
    return told.select_related("agreement__dossier", "agreement__owner_organisation")


def newest(entries: Iterable[Entry]) -> list[Entry]:
    ordered = sorted(entries, key=lambda each: each.record.reference)
    return sorted(ordered, key=lambda each: each.day, reverse=True)[:SHOWN]


def soonest(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda each: (each.day, each.record.reference))[:SHOWN]
