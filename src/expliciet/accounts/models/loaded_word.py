"""Words that weigh, and what each partner means by them (N12)."""

import uuid
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .house import SHARED, House
from .organisation import Organisation
from .user import User


class LoadedWordQuerySet(models.QuerySet["LoadedWord"]):
    def visible_to(self, user: User, today: date) -> "LoadedWordQuerySet":
        """Everybody appointed in a house reads what its words mean."""
        houses = user.appointments_now(today).order_by().values("house")
        return self.filter(house__in=houses, ends_on__gte=today)

    def kept(self, today: date) -> "LoadedWordQuerySet":
        return self.filter(ends_on__gte=today)

    def with_meanings(self) -> "LoadedWordQuerySet":
        """With all that was ever said of them: a few queries for any number."""
        return self.select_related("house").prefetch_related(
            "meanings__organisation", "meanings__by"
        )


class LoadedWord(models.Model):
    """A word such as "zorgelijk", by which partners may mean different things.

    It says nothing of anybody: what is explained is the word, not the person.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    house = models.ForeignKey(House, models.PROTECT, related_name="loaded_words")
    word = SealedTextField(_("word"), seal="accounts.loaded_word.word", max_length=60)
    forms = SealedTextField(
        _("other forms"),
        seal="accounts.loaded_word.forms",
        max_length=400,
        blank=True,
        help_text=_("One a line, such as: zorgelijke, zorgwekkend."),
    )
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ends_on = models.DateField()

    objects = LoadedWordQuerySet.as_manager()

    class Meta:
        verbose_name = _("loaded word")
        ordering = ["made_at"]

    def __str__(self) -> str:
        return f"loaded word {self.id}"

    def seal_place(self) -> Place:
        return Place(self.house_id, SHARED)

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)

    @property
    def spellings(self) -> list[str]:
        """The word itself and its other forms, as somebody may write them."""
        said = [self.word or "", *(self.forms or "").replace(",", "\n").splitlines()]
        found = (" ".join(each.split()).casefold() for each in said)
        return list(dict.fromkeys(each for each in found if each))

    def meanings_now(self) -> list["Meaning"]:
        """What it means now, to the house first and then to each that said so."""
        meanings = list(self.meanings.all())
        replaced = {each.supersedes_id for each in meanings}
        current = [each for each in meanings if each.id not in replaced]
        return sorted(
            current,
            key=lambda each: (
                each.organisation is not None,
                each.organisation.name if each.organisation else "",
            ),
        )


class Meaning(models.Model):
    """What the house, or one organisation, means by a word, until it says otherwise.

    Another meaning takes the place of this one, with the reason; both stay to be seen.
    """

    WHY_LACKS = _("Say why the meaning changes; both stay to be seen.")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    word = models.ForeignKey(LoadedWord, models.PROTECT, related_name="meanings")
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("whose meaning"),
    )
    text = SealedTextField(
        _("what we mean by it"), seal="accounts.meaning.text", max_length=2_000
    )
    not_meant = SealedTextField(
        _("what we do not mean by it"),
        seal="accounts.meaning.not_meant",
        max_length=1_000,
        blank=True,
    )
    why_changed = SealedTextField(
        _("why it changes"),
        seal="accounts.meaning.why_changed",
        max_length=1_000,
        blank=True,
    )
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    review_on = models.DateField(_("look again on"))
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    ends_with = "word"

    class Meta:
        verbose_name = _("meaning of a word")
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["word", "organisation"],
                condition=Q(supersedes=None),
                name="one_first_meaning_of_an_organisation",
            ),
            models.UniqueConstraint(
                fields=["word"],
                condition=Q(supersedes=None, organisation=None),
                name="one_first_meaning_of_the_house",
            ),
        ]

    def __str__(self) -> str:
        return f"meaning {self.id}"

    def seal_place(self) -> Place:
        return self.word.seal_place()

    def trail_place(self) -> Whereabouts:
        return self.word.trail_place()

    def is_due(self, today: date) -> bool:
        return self.review_on <= today

    def clean(self) -> None:
        if self.organisation and self.organisation.house_id != self.word.house_id:
            raise ValidationError(_("This organisation belongs to another house."))
        if self.supersedes and not self.why_changed:
            raise ValidationError({"why_changed": self.WHY_LACKS})
