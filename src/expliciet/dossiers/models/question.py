"""What the checker asked about a record before it was said, and what came of that."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .record import Record


class Question(models.Model):
    """One question of the checker about one record: answered, or it stays so (F86).

    Said in the same breath as the record: by that seat and at that moment, in that
    circle. It is about the words, never about who wrote them, and nothing counts it
    for a person.
    """

    class Outcome(models.TextChoices):
        ANSWERED = "answered", _("answered in the text")
        STAYS = "stays", _("stays as it is")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    record = models.ForeignKey(Record, models.PROTECT, related_name="questions")
    rule = models.CharField(_("rule"), max_length=5)
    place = models.CharField(_("field"), max_length=40)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    about = SealedTextField(
        _("about which words"),
        seal="dossiers.question.about",
        max_length=4_000,
        blank=True,
    )
    why = SealedTextField(
        _("why it stays as it is"),
        seal="dossiers.question.why",
        max_length=500,
        blank=True,
    )

    ends_with = "record"

    class Meta:
        verbose_name = _("question of the checker")
        ordering = ["record", "outcome", "place", "rule"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "rule", "place", "outcome"],
                name="one_outcome_for_a_question",
            )
        ]

    def __str__(self) -> str:
        return f"question {self.id}"

    def seal_place(self) -> Place:
        return self.record.seal_place()

    def seal_under(self) -> uuid.UUID:
        return self.record_id

    def trail_place(self) -> Whereabouts:
        return self.record.trail_place()
