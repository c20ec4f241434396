"""One line of the trail."""

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..actions import Action

INSTALLATION = uuid.UUID(int=0)
"""The chain of what belongs to no house: founding one, a sign-in that failed."""

EXPORTED = (
    *("id", "at", "house", "trace", "span", "user", "organisation", "role", "seat"),
    *("on_behalf_of", "auth_level", "session", "access_point", "action"),
    *("object_type", "object_id", "dossier", "circle", "purpose", "reason_hash"),
    *("allowed", "rule", "count"),
)


class LineQuerySet(models.QuerySet["Line"]):
    def of_house(self, house: uuid.UUID) -> "LineQuerySet":
        return self.filter(house=house)

    def of_user(self, user: uuid.UUID) -> "LineQuerySet":
        """Everybody may see their own lines."""
        return self.filter(user=user)

    def houses(self) -> Iterator[uuid.UUID]:
        """Every house that has lines; hops through the index, reads no line twice."""
        ordered = self.order_by("house").values_list("house", flat=True)
        house = ordered.first()
        while house is not None:
            yield house
            house = ordered.filter(house__gt=house).first()

    def latest_first(self) -> "LineQuerySet":
        return self.order_by("-at", "-id")

    def older_than(self, line: "Line") -> "LineQuerySet":
        """For reading on where a page ended, however long the trail is."""
        return self.filter(Q(at__lt=line.at) | Q(at=line.at, id__lt=line.id))

    def between(self, start: datetime, end: datetime) -> "LineQuerySet":
        """From this moment on, and before that one."""
        return self.filter(at__gte=start, at__lt=end)

    def moment_after(self, start: datetime | None, count: int) -> datetime | None:
        """The moment of the line that comes so many lines later; None past the end."""
        later = self if start is None else self.filter(at__gt=start)
        moments = later.order_by("at").values_list("at", flat=True)
        return next(iter(moments[count - 1 : count]), None)

    def unsealed(self) -> "LineQuerySet":
        """Committed, but not yet numbered and chained."""
        return self.filter(seal=None)


class Line(models.Model):
    """Who did or saw what, when, on what ground: identifiers only, never case words.

    Bare UUIDs instead of foreign keys: a line outlives what it speaks about.
    The database refuses to change or delete a line (`guard`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(db_index=True)
    house = models.UUIDField(default=INSTALLATION)
    trace = models.CharField(max_length=32)
    span = models.CharField(max_length=16)
    user = models.UUIDField(null=True)
    organisation = models.UUIDField(null=True)
    role = models.CharField(max_length=40, blank=True)
    seat = models.UUIDField(null=True)
    on_behalf_of = models.UUIDField(null=True)
    auth_level = models.CharField(max_length=40, blank=True)
    session = models.CharField(max_length=16, blank=True)
    access_point = models.CharField(max_length=64, blank=True)
    action = models.CharField(max_length=40, choices=Action)
    object_type = models.CharField(max_length=60, blank=True)
    object_id = models.UUIDField(null=True)
    dossier = models.UUIDField(null=True)
    circle = models.UUIDField(null=True)
    purpose = models.CharField(max_length=60, blank=True)
    reason_hash = models.CharField(max_length=64, blank=True)
    allowed = models.BooleanField(default=True)
    rule = models.CharField(max_length=60, blank=True)
    count = models.PositiveIntegerField(default=1)

    ends_with = None
    """Ends by the term of its house (`trail-months`), counted from the moment it was
    written; no line can be given another end."""

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of the trail")
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["house", "at"], name="line_house_at"),
            models.Index(fields=["user", "at"], name="line_user_at"),
            models.Index(fields=["dossier", "at"], name="line_dossier_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"

    def exported(self) -> bytes:
        """The exact bytes that are chained and exported: canonical JSON in UTF-8."""
        told: dict[str, object] = {}
        for name in EXPORTED:
            value = getattr(self, name)
            if name == "at":
                value = value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            elif isinstance(value, uuid.UUID):
                value = str(value)
            told[name] = value
        return json.dumps(
            told, sort_keys=True, separators=(",", ":"), ensure_ascii=False
        ).encode()
