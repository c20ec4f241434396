"""A person who appears in a dossier."""

from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.terms import months_later
from ...vault.fields import SealedTextField
from .record import Record, RecordQuerySet

GROWN_UP = 18 * 12


class Person(Record):
    """Somebody whom the table speaks of, typed as the law asks (Wpg 6b; S53).

    A third party needs a stated very close link and the necessity. A minor shows who
    represents them, who has custody, and whether youth protection is involved. There
    is no field for origin, belief or conviction.
    """

    class Kind(models.TextChoices):
        SUBJECT = "subject", _("the person the dossier is about")
        FAMILY = "family", _("family")
        VICTIM = "victim", _("victim")
        THIRD_PARTY = "third_party", _("third party")

    KIND = "person"
    INITIAL = "P"
    TEXTS = (
        "name",
        "born_on",
        "contact",
        "close_link",
        "necessity",
        "representative",
        "custody",
        "youth_protection",
    )

    role = models.CharField(_("who this is"), max_length=20, choices=Kind)
    name = SealedTextField(_("name"), seal="dossiers.person.name", max_length=200)
    born_on = SealedTextField(
        _("date of birth"), seal="dossiers.person.born_on", max_length=10, blank=True
    )
    contact = SealedTextField(
        _("how to reach them"),
        seal="dossiers.person.contact",
        max_length=1_000,
        blank=True,
    )
    is_minor = models.BooleanField(_("under 18"), default=False)
    close_link = SealedTextField(
        _("very close link with the person"),
        seal="dossiers.person.close_link",
        max_length=1_000,
        blank=True,
    )
    necessity = SealedTextField(
        _("why it is necessary to record this person"),
        seal="dossiers.person.necessity",
        max_length=2_000,
        blank=True,
    )
    representative = SealedTextField(
        _("legal representative"),
        seal="dossiers.person.representative",
        max_length=500,
        blank=True,
    )
    custody = SealedTextField(
        _("who has custody"), seal="dossiers.person.custody", max_length=500, blank=True
    )
    youth_protection = SealedTextField(
        _("youth protection"),
        seal="dossiers.person.youth_protection",
        max_length=500,
        blank=True,
    )

    objects: ClassVar[RecordQuerySet["Person"]] = RecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("person")

    @property
    def birthday(self) -> date | None:
        return date.fromisoformat(self.born_on) if self.born_on else None

    def clean(self) -> None:
        super().clean()
        lacking: dict[str, object] = {}
        self.look_at_age(lacking)
        if self.role == self.Kind.THIRD_PARTY:
            if not self.close_link:
                lacking["close_link"] = _(
                    "A third party is recorded only with a very close link: say which."
                )
            if not self.necessity:
                lacking["necessity"] = _("Say why this cannot be left out.")
        if self.is_minor:
            for name in ("representative", "custody", "youth_protection"):
                if not getattr(self, name):
                    lacking[name] = _(
                        "Asked for everybody under 18. Is it not known? Say so, "
                        "and who finds out."
                    )
        if lacking:
            raise ValidationError(lacking)

    def look_at_age(self, lacking: dict[str, object]) -> None:
        if not self.born_on:
            return
        try:
            born = date.fromisoformat(self.born_on)
        except ValueError:
            lacking["born_on"] = _(
                "Write the date as year-month-day, such as 2008-03-31."
            )
            return
        today = timezone.localdate(self.recorded_at or timezone.now())
        if born > today:
            lacking["born_on"] = _("This day is still to come.")
            return
        is_minor = months_later(born, GROWN_UP) > today
        if is_minor and not self.is_minor:
            lacking["is_minor"] = _(
                "By the date of birth this person is under 18: tick this."
            )
        elif self.is_minor and not is_minor:
            lacking["is_minor"] = _(
                "By the date of birth this person is 18 or older: take the tick away."
            )
