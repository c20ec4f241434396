"""One key for what is said in one circle of one dossier."""

import uuid
from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError, connections, models, transaction
from django.utils.translation import gettext_lazy as _

from ..sealing import Place, fresh_key, seal, unseal
from ..trouble import Destroyed
from .epoch import Epoch

SEAL = "vault.data_key"


class DataKeyQuerySet(models.QuerySet["DataKey"]):
    def of(self, places: Iterable[Place]) -> "DataKeyQuerySet":
        """The keys of these places, as far as they exist: one query.

        A neighbour may come along: one of these compartments in another of the scopes.
        """
        wanted = set(places)
        found = self.filter(
            scope__in={place.scope for place in wanted},
            compartment__in={place.compartment for place in wanted},
        )
        return found.select_related("epoch")

    def of_scope(self, scope: UUID) -> "DataKeyQuerySet":
        """All keys of one dossier; with these goes everything that was said in it."""
        return self.filter(scope=scope)

    def wrap_under(self, epoch: Epoch) -> int:
        """Wrap these keys anew under another epoch; how many. Call it in a transaction.

        Many rows, each with words of its own: one prepared statement for all.
        """
        connection = connections[self.db]
        fields = {field.name: field for field in DataKey._meta.concrete_fields}
        columns = [fields[name] for name in ("epoch", "wrapped", "id")]
        rows = []
        for key in self.select_related("epoch").select_for_update(of=("self",)):
            bare = key.bare()
            key.epoch = epoch
            key.wrap(bare)
            rows.append(
                [
                    column.get_db_prep_value(value, connection)
                    for column, value in zip(
                        columns, (epoch.id, key.wrapped, key.id), strict=True
                    )
                ]
            )
        with connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE vault_datakey SET epoch_id = %s, wrapped = %s WHERE id = %s",
                rows,
            )
        return len(rows)

    def make(self, place: Place) -> "DataKey":
        """A new key for this place, or the one that another request just made."""
        epoch = Epoch.objects.current()
        made = DataKey(scope=place.scope, compartment=place.compartment, epoch=epoch)
        made.wrap(fresh_key())
        try:
            with transaction.atomic():
                made.save(force_insert=True)
        except IntegrityError:
            return self.select_related("epoch").get(
                scope=place.scope, compartment=place.compartment
            )
        return made


class DataKey(models.Model):
    """The key of one circle, wrapped by the master key of an epoch.

    Deleting this row destroys everything sealed with it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scope = models.UUIDField()
    compartment = models.CharField(max_length=80)
    epoch = models.ForeignKey(Epoch, models.PROTECT, related_name="data_keys")
    wrapped = models.BinaryField()

    ends_with = None
    """Ends with the dossier whose words it opens: destroying it destroys them."""

    objects = DataKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("data key")
        constraints = [
            models.UniqueConstraint(
                fields=["scope", "compartment"], name="one_key_for_a_place"
            )
        ]

    def __str__(self) -> str:
        return f"key {self.id}"

    @property
    def place(self) -> Place:
        return Place(self.scope, self.compartment)

    def wrap(self, key: bytes) -> None:
        """Wrap the bare key anew, under the epoch this row points to."""
        self.wrapped = seal(self.epoch.master_key, key, self.place, SEAL, self.id)

    def bare(self) -> bytes:
        """The key itself; never leaves memory."""
        if self.epoch.destroyed_at:
            raise Destroyed(f"{self} was wrapped under {self.epoch}, which is gone")
        return unseal(
            self.epoch.master_key, bytes(self.wrapped), self.place, SEAL, self.id
        )
