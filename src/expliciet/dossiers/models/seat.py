"""One place at the table of one dossier."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, Organisation, User
from ...audit.trail import Identity, Whereabouts
from ...vault.constraints import SealedCheck
from ...vault.fields import SealedTextField
from ...vault.keyring import unlock
from ...vault.sealing import Place
from .dossier import Dossier

if TYPE_CHECKING:
    from .circle import Circle

COMMON = "seats"
"""The compartment that everybody who sits at the table now may read: who else does."""

AFTERCARE_CARD = "closure"
"""The kind of record that stays readable after the approach ended, for the named."""

ANOTHER_VISIT = timedelta(minutes=30)


class SeatQuerySet(models.QuerySet["Seat"]):
    def of(self, user: User) -> "SeatQuerySet":
        return self.filter(user=user)

    def taken(self, now: datetime) -> "SeatQuerySet":
        """Begun and not ended, guests included."""
        return self.filter(Q(left_at=None) | Q(left_at__gt=now), joined_at__lte=now)

    def active(self, now: datetime) -> "SeatQuerySet":
        """Seats that give somebody sight: taken, by an open account, that is still
        appointed for this organisation in this house, before the dossier's end.

        The one question that every way to a dossier asks (C: seats, V8). A seat that
        ended gives nothing any more, also where a clock stands before its end.
        """
        today = timezone.localdate(now)
        appointed = (
            Appointment.objects.holding(today)
            .in_role(*Appointment.AT_TABLES)
            .filter(
                user=OuterRef("user"),
                organisation=OuterRef("organisation"),
                house=OuterRef("dossier__house"),
            )
        )
        return self.taken(now).filter(
            Exists(appointed),
            left_at=None,
            user__is_active=True,
            dossier__ends_on__gte=today,
        )

    def with_news(self, now: datetime) -> "SeatQuerySet":
        """`news`: how much each heard since it looked last; 0 before a first look."""
        from .record import Record, heard, new

        organisation, looked = OuterRef("organisation"), OuterRef("last_seen_at")
        unseen = (
            Record.objects.counted()
            .filter(
                heard(OuterRef("dossier"), organisation, OuterRef("hears_from"), now),
                new(looked, organisation, OuterRef("hears_from")),
            )
            .exclude(seat=OuterRef("pk"))
            .order_by()
            .values("dossier")
            .annotate(news=Count("pk"))
            .values("news")
        )
        counted = Coalesce(Subquery(unseen), 0)
        none = models.When(role=Seat.Role.AFTERCARE, then=models.Value(0))
        return self.annotate(news=models.Case(none, default=counted))

    def chairing(self) -> "SeatQuerySet":
        return self.filter(role__in=Seat.CHAIRS)

    def visible_to(self, seat: "Seat", now: datetime) -> "SeatQuerySet":
        """Whoever sits at a table sees who sits, and sat, there.

        Who is named on an after-care card sees who else is, and no more.
        """
        seats = self.filter(seat.sits(now), dossier=seat.dossier_id)
        return seats.filter(role=Seat.Role.AFTERCARE) if seat.reads_card else seats


class Seat(models.Model):
    """A user, or a guest by name, sitting for one organisation with a mandate.

    `hears_from` is the moment from which this seat hears what its organisation hears:
    the moment of joining, or that of the one whose seat was handed over.
    """

    class Role(models.TextChoices):
        PROCESS_DIRECTOR = "process_director", _("process director (chair)")
        SUBSTITUTE = "substitute", _("substitute chair")
        SECRETARY = "secretary", _("secretary")
        CASE_DIRECTOR = "case_director", _("case director")
        PARTICIPANT = "participant", _("participant")
        AFTERCARE = "aftercare", _("named on the after-care card")

    CHAIRS = (Role.PROCESS_DIRECTOR, Role.SUBSTITUTE)

    class Mandate(models.TextChoices):
        SPEAK = "speak", _("may speak")
        COMMIT = "commit", _("may commit the organisation")
        DECIDE = "decide", _("may decide for the organisation")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="seats")
    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="seats"
    )
    guest_name = SealedTextField(
        _("name of the guest"),
        seal="dossiers.seat.guest_name",
        max_length=120,
        blank=True,
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="seats",
        verbose_name=_("organisation"),
    )
    role = models.CharField(
        _("role at this table"), max_length=20, choices=Role, default=Role.PARTICIPANT
    )
    mandate = models.CharField(
        _("mandate"), max_length=10, choices=Mandate, default=Mandate.SPEAK
    )
    invited_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="invited"
    )
    why = SealedTextField(
        _("why at this table"), seal="dossiers.seat.why", max_length=2_000
    )
    joined_at = models.DateTimeField()
    hears_from = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    left_why = SealedTextField(
        _("why it ended"), seal="dossiers.seat.left_why", max_length=2_000, blank=True
    )
    last_seen_at = models.DateTimeField(null=True, blank=True)
    seen_before_at = models.DateTimeField(null=True, blank=True)

    ends_with = "dossier"

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        ordering = ["joined_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "user"],
                condition=Q(left_at=None),
                name="one_open_seat_for_a_user",
            ),
            SealedCheck(
                condition=Q(user__isnull=True, guest_name__isnull=False)
                | Q(user__isnull=False, guest_name__isnull=True),
                name="a_seat_is_of_a_user_or_a_guest",
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=F("joined_at")),
                name="a_seat_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"seat {self.id}"

    def seal_place(self) -> Place:
        return Place(self.dossier_id, COMMON)

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.dossier.house_id, dossier=self.dossier_id)

    def trail_identity(self) -> Identity:
        return Identity(
            user=self.user_id,
            organisation=self.organisation_id,
            role=self.role,
            seat=self.id,
            house=self.dossier.house_id,
        )

    @property
    def is_guest(self) -> bool:
        return self.user_id is None

    @property
    def who(self) -> str:
        """The name of whoever sits here."""
        name = self.user.name if self.user else self.guest_name
        return name or ""

    @property
    def chairs(self) -> bool:
        """Leads this table: the process director, or the substitute chair."""
        return self.role in self.CHAIRS

    @property
    def reads_card(self) -> bool:
        """Named on the after-care card: reads that, and says nothing any more."""
        return self.role == self.Role.AFTERCARE

    @property
    def records_for_others(self) -> bool:
        """May write down what a guest says: whoever chairs, and the secretary."""
        return self.chairs or self.role == self.Role.SECRETARY

    def is_taken(self, now: datetime) -> bool:
        return self.joined_at <= now and (self.left_at is None or self.left_at > now)

    def sits(self, now: datetime) -> Exists:
        """This seat gives sight now: a condition of whatever one asks from it, so that
        the same question that finds also asks whether one may still look (V8)."""
        return Exists(Seat.objects.filter(pk=self.pk).active(now))

    def is_active(self, now: datetime) -> bool:
        """Asked of the database, not of what this request read before."""
        return Seat.objects.filter(pk=self.pk).active(now).exists()

    def is_chairing(self, now: datetime) -> bool:
        """Leads this table at this moment, whatever this request read before."""
        return Seat.objects.filter(pk=self.pk).active(now).chairing().exists()

    def circles(self) -> "models.QuerySet[Circle]":
        """The circles in this dossier that its organisation belongs to."""
        from .circle import Circle

        return Circle.objects.filter(dossier=self.dossier_id).hearing(
            self.organisation_id
        )

    def unlock(self, now: datetime) -> None:
        """Let this request open what this seat may hear, and not a row more."""
        if self.is_active(now):
            self.unlock_heard(now)

    def unlock_heard(self, now: datetime) -> None:
        """The same, of a seat that was found by asking which are active now."""
        from .draft import place_of_drafts
        from .passing import Passing

        if self.reads_card:
            self.unlock_card(now)
            return
        drafts = place_of_drafts(self.dossier_id, self.user_id)
        unlock(drafts.scope, [drafts.compartment])
        unlock(self.dossier_id, [COMMON])
        passings = Passing.objects.filter(
            record__dossier=self.dossier_id,
            organisation=self.organisation_id,
            at__lte=now,
        ).order_by()
        whole = models.Value(None, output_field=models.UUIDField())
        circles = self.circles().values_list("pk", whole)
        passed = passings.values_list("record__circle", "record")
        for circle, record in circles.union(passed, all=True):
            rows = None if record is None else [record]
            unlock(self.dossier_id, [str(circle)], rows)

    def unlock_card(self, now: datetime) -> None:
        """The after-care card, row by row; nothing else of its circle."""
        from .record import Record

        others = Seat.objects.visible_to(self, now).values_list("pk", flat=True)
        unlock(self.dossier_id, [COMMON], others)
        cards = Record.objects.visible_to(self, now).values_list("circle", "pk")
        for circle, card in cards:
            unlock(self.dossier_id, [str(circle)], [card])

    def visit(self, now: datetime) -> datetime | None:
        """Note that somebody looks; tells up to when the visit before this one went.

        Looking again within half an hour is the same visit.
        """
        self.seen_before_at, self.last_seen_at = self.visited_before(now), now
        Seat.objects.filter(pk=self.pk).update(
            last_seen_at=self.last_seen_at, seen_before_at=self.seen_before_at
        )
        return self.seen_before_at

    def visited_before(self, now: datetime) -> datetime | None:
        """Up to when the visit before this one went; none the first time."""
        if self.last_seen_at is None or now - self.last_seen_at > ANOTHER_VISIT:
            return self.last_seen_at
        return self.seen_before_at

    def clean(self) -> None:
        problems: dict[str, Iterable[object]] = {}
        if bool(self.user_id) == bool(self.guest_name):
            raise ValidationError(
                _("Choose a colleague, or give the name of a guest: one of the two.")
            )
        if self.organisation_id and (
            self.organisation.house_id != self.dossier.house_id
        ):
            problems["organisation"] = [
                _("This organisation belongs to another house.")
            ]
        if not (self.why or "").strip():
            problems["why"] = [_("Say why this person sits at this table.")]
        if self.is_guest and self.role != self.Role.PARTICIPANT:
            problems["role"] = [_("A guest takes part, and has no other role.")]
        if problems:
            raise ValidationError(problems)
