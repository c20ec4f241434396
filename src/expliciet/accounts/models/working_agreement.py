"""What partners expect of the approach and of each other, in every case (N27)."""

import uuid
from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .house import SHARED, House
from .organisation import Organisation
from .user import User


class WorkingAgreementQuerySet(models.QuerySet["WorkingAgreement"]):
    def current(self) -> "WorkingAgreementQuerySet":
        """Those whose place no other one took."""
        return self.filter(superseded_by=None)

    def visible_to(self, user: User, today: date) -> "WorkingAgreementQuerySet":
        """Everybody appointed in a house reads how that house works."""
        houses = user.appointments_now(today).order_by().values("house")
        return self.filter(house__in=houses, ends_on__gte=today)

    def due(self, today: date) -> "WorkingAgreementQuerySet":
        """The day has come to look at them again."""
        return self.current().filter(review_on__lte=today)

    def with_answers(self) -> "WorkingAgreementQuerySet":
        """With whoever it is about and what they said: a few queries for any number."""
        return self.select_related("house", "expects", "delivers").prefetch_related(
            "answers__organisation", "answers__by"
        )


class WorkingAgreement(models.Model):
    """One thing that partners agreed for all cases; answered by each of them."""

    class Subject(models.TextChoices):
        PURPOSE = "purpose", _("what the case conference is for, and what it cannot do")
        DECIDES = "decides", _("who decides what")
        BRINGS = "brings", _("what a partner brings, and by when")
        APPROACH = "approach", _("what we expect of the approach")
        EACH_OTHER = "each_other", _("what we expect of each other")
        CALL = "call", _("whom to call")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    house = models.ForeignKey(House, models.PROTECT, related_name="working_agreements")
    subject = models.CharField(_("about"), max_length=20, choices=Subject)
    expects = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("from"),
        help_text=_("Who expects this; leave empty for all partners."),
    )
    delivers = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("of"),
        help_text=_("Of whom this is expected; leave empty for all partners."),
    )
    text = SealedTextField(
        _("what we agree"), seal="accounts.working_agreement.text", max_length=4_000
    )
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    review_on = models.DateField(_("look again on"))
    ends_on = models.DateField()
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    objects = WorkingAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("working agreement")
        ordering = ["subject", "made_at"]

    def __str__(self) -> str:
        return f"working agreement {self.id}"

    def seal_place(self) -> Place:
        return Place(self.house_id, SHARED)

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house_id)

    def is_due(self, today: date) -> bool:
        return self.review_on <= today

    @property
    def said(self) -> dict[uuid.UUID, "WorkingAnswer"]:
        """What each organisation says to it now: its last answer counts."""
        return {answer.organisation_id: answer for answer in self.answers.all()}

    def belongs_to(self, organisation: Organisation) -> bool:
        """Whoever expects it looks after it; the office, where all expect it."""
        if self.expects_id is None:
            return (
                organisation.house_id == self.house_id
                and organisation.function == Organisation.OFFICE
            )
        return self.expects_id == organisation.id

    def asks(self, organisation: Organisation) -> bool:
        """Whether the answer of this organisation is waited for; never its own."""
        if organisation.house_id != self.house_id or not organisation.is_active:
            return False
        if self.belongs_to(organisation):
            return False
        return self.delivers_id in (None, organisation.id)

    def unanswered_by(
        self, organisations: Iterable[Organisation]
    ) -> list[Organisation]:
        """Those of these that have not said anything yet."""
        said = self.said
        return [
            each for each in organisations if self.asks(each) and each.id not in said
        ]

    def clean(self) -> None:
        for side in (self.expects, self.delivers):
            if side is not None and side.house_id != self.house_id:
                raise ValidationError(_("This organisation belongs to another house."))
        if self.supersedes and self.supersedes.house_id != self.house_id:
            raise ValidationError(_("This belongs to another house."))


class WorkingAnswer(models.Model):
    """What one organisation says to a working agreement."""

    class Says(models.TextChoices):
        YES = "yes", _("accepted")
        NO = "no", _("not accepted")
        OTHERWISE = "otherwise", _("otherwise")

    WORDS_LACK = _("Say why not, or what instead: that is what helps others.")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agreement = models.ForeignKey(
        WorkingAgreement, models.PROTECT, related_name="answers"
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    says = models.CharField(_("answer"), max_length=10, choices=Says)
    words = SealedTextField(
        _("why, or what instead"),
        seal="accounts.working_answer.words",
        blank=True,
        max_length=2_000,
    )
    at = models.DateTimeField()

    ends_with = "agreement"

    class Meta:
        verbose_name = _("answer to a working agreement")
        ordering = ["at"]
        get_latest_by = "at"

    def __str__(self) -> str:
        return f"answer {self.id}"

    def seal_place(self) -> Place:
        return self.agreement.seal_place()

    def trail_place(self) -> Whereabouts:
        return self.agreement.trail_place()

    def clean(self) -> None:
        if self.says != self.Says.YES and not self.words:
            raise ValidationError({"words": self.WORDS_LACK})
