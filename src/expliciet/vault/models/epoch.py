"""A period under one master key."""

import uuid
from datetime import datetime

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import key_files
from ..sealing import fresh_key
from ..trouble import Destroyed, KeyMissing

_master_keys: dict[tuple[str, uuid.UUID], bytes] = {}


class EpochQuerySet(models.QuerySet["Epoch"]):
    def current(self) -> "Epoch":
        """The epoch that wraps new keys; the first one begins by itself."""
        found = self.order_by("-number").first()
        return found or Epoch.begin(1)

    def living(self) -> "EpochQuerySet":
        """Epochs whose key still exists."""
        return self.filter(destroyed_at=None)

    def in_use(self) -> "EpochQuerySet":
        """Epochs under which something is wrapped."""
        return self.filter(data_keys__isnull=False).distinct()

    def outlived(self, before: datetime) -> "EpochQuerySet":
        """Left so long ago that no backup holds anything wrapped under them."""
        return self.living().filter(left_at__lte=before)


class Epoch(models.Model):
    """A master-key period. Its key lies in a file; here lies only how to know it.

    When an epoch has been left and the last backup made under it is gone, its file is
    destroyed: whatever was destroyed in the meantime is then gone from backups too.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField(unique=True)
    fingerprint = models.CharField(max_length=16)
    began_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)
    copied_at = models.DateTimeField(null=True, blank=True)

    ends_with = None
    """A number and a fingerprint; its key ends when the last backup under it does."""

    objects = EpochQuerySet.as_manager()

    class Meta:
        verbose_name = _("key epoch")
        ordering = ["number"]

    def __str__(self) -> str:
        return f"epoch {self.number}"

    @classmethod
    def begin(cls, number: int, now: datetime | None = None) -> "Epoch":
        """A new epoch, its file first: a row without a file would lock everything."""
        key = fresh_key()
        epoch = cls(
            number=number,
            fingerprint=key_files.fingerprint(key),
            began_at=now or timezone.now(),
        )
        key_files.write(epoch.file, key)
        try:
            with transaction.atomic():
                epoch.save(force_insert=True)
        except IntegrityError:  # another process was first: its epoch counts
            key_files.destroy(epoch.file)
            return cls.objects.get(number=number)
        return epoch

    @property
    def file(self) -> str:
        """The name of its key file."""
        return key_files.epoch_name(self.id)

    def holds(self, key: bytes) -> bool:
        """Whether this is the key of this epoch."""
        return key_files.fingerprint(key) == self.fingerprint

    @property
    def master_key(self) -> bytes:
        """The key of this epoch, read from its file once."""
        if self.destroyed_at:
            raise Destroyed(f"{self} has been destroyed")
        known = (str(key_files.folder()), self.id)
        if known not in _master_keys:
            _master_keys[known] = self.key_in_file()
        return _master_keys[known]

    def key_in_file(self) -> bytes:
        """What lies in its file now; `KeyMissing` when that is not its key."""
        key = key_files.read(self.file)
        if not self.holds(key):
            raise KeyMissing(f"the key file of {self} holds another key")
        return key


def forget_master_keys() -> None:
    """Read the files anew: after a copy was put back, or a file destroyed."""
    _master_keys.clear()
