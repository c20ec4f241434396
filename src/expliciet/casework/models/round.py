"""A question that everybody reads alone first, and the moment it opens."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation, User
from ...audit.trail import Whereabouts
from ...dossiers.models import Record, Seat
from ...dossiers.models.circle import CircleMember
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField


class RoundQuerySet(RecordQuerySet["Round"]):
    def running(self, moment: datetime) -> "RoundQuerySet":
        """Opened, and at this moment neither revealed nor withdrawn."""
        return self.filter(
            Q(reveal=None) | Q(reveal__at__gt=moment),
            Q(withdrawal=None) | Q(withdrawal__at__gt=moment),
        )

    def revealed(self, moment: datetime) -> "RoundQuerySet":
        """Open to their circle at this moment, the latest first."""
        return self.filter(reveal__at__lte=moment).order_by("-reveal__at")

    def asked_of(self, user: User, now: datetime) -> "RoundQuerySet":
        """Running rounds at the tables of this user, in which their organisation reads
        and no reading of it is in yet; the first to be due first."""
        from .reading import Reading

        here = CircleMember.objects.filter(
            circle=OuterRef(OuterRef("circle")), organisation=OuterRef("organisation")
        )
        done = Reading.objects.in_by(now).filter(
            of_round=OuterRef(OuterRef("pk")), organisation=OuterRef("organisation")
        )
        asked = (
            Seat.objects.of(user)
            .active(now)
            .filter(
                Exists(here),
                ~Exists(done),
                dossier=OuterRef("dossier"),
                hears_from__lte=OuterRef("recorded_at"),
            )
            .exclude(organisation__function=Organisation.OFFICE)
            .exclude(role=Seat.Role.AFTERCARE)
        )
        return self.running(now).filter(Exists(asked)).order_by("answer_by", "pk")


class Round(Record):
    """A question that each partner reads for themselves before hearing the others.

    Blind for everybody, whoever chairs included, until the reveal (N1, F21). Said in
    the circle to which all readings will open. The house leads it and does not read.
    """

    class Size(models.TextChoices):
        SHORT = "short", _("short")
        FULL = "full", _("full")

    KIND = "round"
    INITIAL = "D"
    TEXTS = ("question",)

    size = models.CharField(_("size"), max_length=6, choices=Size)
    question = SealedTextField(
        _("what do we read"), seal="casework.round.question", max_length=1_000
    )
    answer_by = models.DateField(_("readings in by"))

    objects: ClassVar[RoundQuerySet] = RoundQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("interpretation round")

    def revealed_by(self, moment: datetime) -> "Reveal | None":
        """The reveal, if it has come by this moment."""
        reveal: Reveal | None = getattr(self, "reveal", None)
        return reveal if reveal and reveal.at <= moment else None

    def asks(self, organisation: uuid.UUID) -> bool:
        """This organisation reads along in this round."""
        return any(each.pk == organisation for each in self.readers)

    @property
    def readers(self) -> list[Organisation]:
        """Who reads, by name: the circle, without the house that leads the round."""
        return [
            each
            for each in self.circle.organisations
            if each.function != Organisation.OFFICE
        ]


class Reveal(models.Model):
    """The one moment at which all readings of a round open to its circle."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.OneToOneField(Round, models.PROTECT, related_name="reveal")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "round"

    class Meta:
        verbose_name = _("reveal")

    def __str__(self) -> str:
        return f"reveal {self.id}"

    def trail_place(self) -> Whereabouts:
        return self.round.trail_place()


def who_is_in(
    rounds: Iterable[Round], moment: datetime
) -> dict[uuid.UUID, set[uuid.UUID]]:
    """By round, the organisations of which a reading is in by this moment.

    All that may be known of a reading before the reveal; ask it of rounds that one
    hears, and of nothing else.
    """
    from .reading import Reading

    found: dict[uuid.UUID, set[uuid.UUID]] = {each.pk: set() for each in rounds}
    told = Reading.objects.in_by(moment).filter(of_round__in=found)
    for round_, organisation in told.values_list("of_round", "organisation"):
        found[round_].add(organisation)
    return found
