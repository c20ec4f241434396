"""The frozen set of organisations in which something is said."""

import hashlib
import uuid
from collections.abc import Iterable

from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from .dossier import Dossier


class CircleQuerySet(models.QuerySet["Circle"]):
    def hearing(self, organisation: uuid.UUID) -> "CircleQuerySet":
        """Circles of which this organisation is a member."""
        members = CircleMember.objects.filter(
            circle=OuterRef("pk"), organisation=organisation
        )
        return self.filter(Exists(members))

    def of(
        self, dossier: Dossier, kind: str, organisations: Iterable[uuid.UUID]
    ) -> "Circle":
        """The circle of exactly these organisations; made when it is new.

        Call it inside a transaction of an action, which leaves the line.
        """
        members = sorted(set(organisations))
        mark = fingerprint(kind, members)
        found = self.filter(dossier=dossier, fingerprint=mark).first()
        if found is not None:
            return found
        circle = Circle(dossier=dossier, kind=kind, fingerprint=mark)
        try:
            with transaction.atomic():
                circle.save(force_insert=True)
                CircleMember.objects.bulk_create(
                    CircleMember(circle=circle, organisation_id=member)
                    for member in members
                )
        except IntegrityError:
            return self.get(dossier=dossier, fingerprint=mark)
        return circle


class Circle(models.Model):
    """Who hears it: own, core, table or named; never changed afterwards."""

    class Kind(models.TextChoices):
        OWN = "own", _("own organisation only")
        CORE = "core", _("core: municipality, police, prosecution and process director")
        TABLE = "table", _("everybody who sits at the table now")
        NAMED = "named", _("organisations chosen here")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="circles")
    kind = models.CharField(_("circle"), max_length=10, choices=Kind)
    fingerprint = models.CharField(max_length=64)

    ends_with = "dossier"

    objects = CircleQuerySet.as_manager()

    class Meta:
        verbose_name = _("circle")
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "fingerprint"], name="one_circle_for_its_members"
            )
        ]

    def __str__(self) -> str:
        return f"circle {self.kind} {self.id}"

    @property
    def organisations(self) -> list[Organisation]:
        """Who hears it, by name; prefetch `members__organisation` for lists."""
        found = [member.organisation for member in self.members.all()]
        return sorted(found, key=lambda organisation: organisation.name)

    def member_ids(self) -> set[uuid.UUID]:
        return {member.organisation_id for member in self.members.all()}

    def holds(self, organisation: uuid.UUID) -> bool:
        return organisation in self.member_ids()


class CircleMember(models.Model):
    """One organisation in one circle."""

    circle = models.ForeignKey(Circle, models.PROTECT, related_name="members")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    ends_with = "circle"

    class Meta:
        verbose_name = _("member of a circle")
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "organisation"], name="once_in_a_circle"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.circle_id}"


def fingerprint(kind: str, members: Iterable[uuid.UUID]) -> str:
    told = kind + "".join(str(member) for member in members)
    return hashlib.sha256(told.encode()).hexdigest()
