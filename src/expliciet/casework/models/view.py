"""How the person sees it themselves, or who stands beside them."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...dossiers.models import Record
from ...dossiers.models.record import RecordQuerySet
from ...vault.constraints import SealedCheck
from ...vault.fields import SealedTextField


class View(Record):
    """How the person, or a parent, sees it; or why that was not asked (S63, I-34)."""

    class Voice(models.TextChoices):
        PERSON = "person", _("the person themselves")
        PARENT = "parent", _("a parent or guardian")
        FAMILY = "family", _("family, or somebody near")
        LAWYER = "lawyer", _("a lawyer or representative")

    class Given(models.TextChoices):
        GIVEN = "given", _("given")
        NOT_GIVEN = "not_given", _("not given, because")
        NOT_ASKED = "not_asked", _("not asked, because")

    KIND = "view"
    INITIAL = "S"
    TEXTS = ("words", "why_not", "whose")

    voice = models.CharField(_("whose view"), max_length=8, choices=Voice)
    whose = SealedTextField(
        _("who exactly, and who asked"),
        seal="casework.view.whose",
        max_length=300,
        blank=True,
    )
    given = models.CharField(_("their own view"), max_length=10, choices=Given)
    given_on = models.DateField(_("date"))
    words = SealedTextField(
        _("in their own words"),
        seal="casework.view.words",
        max_length=8_000,
        blank=True,
    )
    why_not = SealedTextField(
        _("why not"), seal="casework.view.why_not", max_length=2_000, blank=True
    )

    objects: ClassVar[RecordQuerySet["View"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("the person's own view")
        constraints = [
            SealedCheck(
                condition=Q(given="given", words__isnull=False)
                | (~Q(given="given") & Q(why_not__isnull=False)),
                name="a_view_is_told_or_says_why_not",
            )
        ]

    def clean(self) -> None:
        super().clean()
        if self.given == self.Given.GIVEN and not self.words:
            raise ValidationError({"words": _("Write down what they said.")})
        if self.given and self.given != self.Given.GIVEN and not self.why_not:
            raise ValidationError({"why_not": _("Say why not.")})
