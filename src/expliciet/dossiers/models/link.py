"""Two dossiers that belong together, and what of the one is shown in the other."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.keyring import unlock
from ...vault.sealing import Place
from .dossier import Dossier
from .record import Record
from .seat import Seat


class LinkQuerySet(models.QuerySet["Link"]):
    def visible_to(self, user: User | None, now: datetime) -> "LinkQuerySet":
        """Only whoever sits in both knows that they are linked (V4)."""
        if user is None:
            return self.none()
        seats = Seat.objects.of(user).active(now)
        return self.filter(
            Exists(seats.filter(dossier=OuterRef("one"))),
            Exists(seats.filter(dossier=OuterRef("other"))),
        )

    def of(self, dossier: Dossier) -> "LinkQuerySet":
        """Of which this dossier is either end."""
        return self.filter(Q(one=dossier) | Q(other=dossier))

    def current(self) -> "LinkQuerySet":
        return self.filter(ended_at=None)


class Link(models.Model):
    """A family, a group: two dossiers that are not understood apart."""

    class Kind(models.TextChoices):
        FAMILY = "family", _("family")
        GROUP = "group", _("group")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    one = models.ForeignKey(Dossier, models.PROTECT, related_name="links_out")
    other = models.ForeignKey(
        Dossier, models.PROTECT, related_name="links_in", verbose_name=_("dossier")
    )
    kind = models.CharField(_("what links them"), max_length=10, choices=Kind)
    why = SealedTextField(
        _("why they belong together"), seal="dossiers.link.why", max_length=2_000
    )
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    ends_with = "one"

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link between dossiers")
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"],
                condition=Q(ended_at=None),
                name="linked_once",
            ),
            models.CheckConstraint(
                condition=~Q(one=F("other")), name="a_link_has_two_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"link {self.id}"

    def seal_place(self) -> Place:
        return Place(self.one_id, f"link:{self.id}")

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.one.house_id, dossier=self.one_id)

    def unlock(self) -> None:
        """Let this request read why; ask `visible_to` first."""
        place = self.seal_place()
        unlock(place.scope, [place.compartment])

    def far_end(self, dossier: Dossier) -> Dossier:
        return self.other if self.one_id == dossier.id else self.one


class ShownQuerySet(models.QuerySet["Shown"]):
    def visible_to(self, user: User, now: datetime) -> "ShownQuerySet":
        """Whoever sits in both, while the two are linked; what the record itself says
        is asked of the seat in the record's own dossier."""
        links = Link.objects.visible_to(user, now).current()
        return self.filter(link__in=links)


class Shown(models.Model):
    """A record of one dossier, shown by reference in a linked one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    link = models.ForeignKey(Link, models.PROTECT, related_name="shown")
    record = models.ForeignKey(Record, models.PROTECT, related_name="shown")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="shown")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    ends_with = "record"

    objects = ShownQuerySet.as_manager()

    class Meta:
        verbose_name = _("record shown in a linked dossier")
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["link", "record"], name="shown_once_by_a_link"
            )
        ]

    def __str__(self) -> str:
        return f"shown {self.id}"

    def trail_place(self) -> Whereabouts:
        return self.record.trail_place()
