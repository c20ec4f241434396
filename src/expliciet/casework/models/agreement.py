"""Who does what by when: promised, claimed, confirmed."""

import uuid
from datetime import date, datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...audit.trail import Whereabouts
from ...dossiers.models import Record, Seat
from ...dossiers.models.record import RecordQuerySet
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .contribution import today_of


class AgreementQuerySet(RecordQuerySet["Agreement"]):
    def open(self) -> "AgreementQuerySet":
        """Standing, and not confirmed as done."""
        confirmed = Confirmation.objects.filter(claim__agreement=OuterRef("pk"))
        return self.current().filter(~Exists(confirmed), withdrawal=None)

    def unaccepted(self) -> "AgreementQuerySet":
        """Open, and its owner said nothing to it yet: still an expectation (F50)."""
        return self.open().filter(reply=None)

    def running(self) -> "AgreementQuerySet":
        """Accepted, and not said to be done; or said so, and it was not so yet."""
        claims = Claim.objects.standing().filter(agreement=OuterRef("pk"))
        return self.open().filter(~Exists(claims), reply__says=Reply.Says.YES)

    def claimed(self) -> "AgreementQuerySet":
        """Said to be done, and nobody else confirmed it yet (N15)."""
        return self.open().filter(
            Exists(Claim.objects.standing().filter(agreement=OuterRef("pk")))
        )

    def overdue(self, today: date) -> "AgreementQuerySet":
        """Running, and the day has passed; longest ago first, whoever's it is."""
        return self.running().filter(due_on__lt=today).order_by("due_on", "pk")


class Agreement(Record):
    """One deed, one owner, one day, and how one will see that it is done (F49, F53).

    The day moves only by a new agreement in the place of this one; the old day stays
    to be seen. Its owner accepts it; until then, when it was made in their absence, it
    is an expectation.
    """

    class Stands(models.TextChoices):
        """How far an agreement is, from promised to confirmed."""

        ASKED = "asked", _("waits for acceptance")
        REFUSED = "refused", _("not accepted")
        RUNNING = "running", _("accepted, not done yet")
        CLAIMED = "claimed", _("said to be done, not confirmed yet")
        DONE = "done", _("done and confirmed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    WHO_LACKS = _("Say who does it: one person, or one function.")
    WHEN_LACKS = _("Give a day, or say what must happen first: one of both.")

    KIND = "agreement"
    INITIAL = "A"
    TEXTS = ("deed", "trigger", "done_when", "why", "function")
    BESIDE = (
        "owner__user",
        "owner_organisation",
        "circle",
        "because_of",
        "withdrawal",
        "reply__by__user",
        "reply__on_behalf_of",
    )
    WITHIN = (
        "with_others",
        "claims__by__user",
        "claims__by__organisation",
        "claims__on_behalf_of",
        "claims__confirmation__by__user",
        "claims__confirmation__by__organisation",
        "claims__not_yet__by__user",
        "claims__not_yet__by__organisation",
    )

    deed = SealedTextField(
        _("what is done"), seal="casework.agreement.deed", max_length=2_000
    )
    owner = models.ForeignKey(
        Seat,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by whom"),
    )
    owner_organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    function = SealedTextField(
        _("function, when no one person is named"),
        seal="casework.agreement.function",
        max_length=120,
        blank=True,
    )
    with_others = models.ManyToManyField(Organisation, blank=True, related_name="+")
    due_on = models.DateField(_("by"), null=True, blank=True)
    trigger = SealedTextField(
        _("or when this happens"),
        seal="casework.agreement.trigger",
        max_length=500,
        blank=True,
    )
    trigger_days = models.PositiveSmallIntegerField(
        _("then within (days)"), null=True, blank=True
    )
    done_when = SealedTextField(
        _("done when"), seal="casework.agreement.done_when", max_length=1_000
    )
    why = SealedTextField(
        _("why"), seal="casework.agreement.why", max_length=2_000, blank=True
    )
    because_of = models.ForeignKey(
        Record,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("follows from"),
    )

    objects: ClassVar[AgreementQuerySet] = AgreementQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("agreement")

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, object] = {}
        if not self.owner_id and not self.function:
            wrong["owner"] = self.WHO_LACKS
        if bool(self.due_on) == bool(self.trigger):
            wrong["due_on"] = self.WHEN_LACKS
        if self.trigger and not self.trigger_days:
            wrong["trigger_days"] = _("Say within how many days after that.")
        if self.due_on and self.due_on < today_of(self):
            wrong["due_on"] = _(
                "This day has passed. Choose today or a day still to come."
            )
        if wrong:
            raise ValidationError(wrong)

    def may_be_corrected_by(self, seat: Seat) -> bool:
        """The owner too moves a day, in the open: by an agreement in its place."""
        return (
            super().may_be_corrected_by(seat)
            or seat.organisation_id == self.owner_organisation_id
        )

    @property
    def texts_within(self) -> list[str]:
        """What was answered, claimed, and said to a claim, too."""
        reply = getattr(self, "reply", None)
        claims = list(self.claims.all())
        confirmed = [getattr(each, "confirmation", None) for each in claims]
        lacking = [getattr(each, "not_yet", None) for each in claims]
        said = [each.words for each in (reply, *claims, *confirmed, *lacking) if each]
        return [words for words in said if words]

    def may_be_made_anew_by(self, seat: Seat) -> bool:
        """The owner's organisation, or whoever chairs: whoever asked it may not, by
        themselves, lay something else with somebody who accepted this."""
        return self.may_be_corrected_by(seat) and (seat.chairs or self.is_of(seat))

    def is_of(self, seat: Seat) -> bool:
        """The organisation of this seat does it."""
        return seat.organisation_id == self.owner_organisation_id

    def is_overdue(self, today: date) -> bool:
        return self.due_on is not None and self.due_on < today

    def replied_by(self, moment: datetime) -> "Reply | None":
        """What its owner had said to it by then."""
        reply: Reply | None = getattr(self, "reply", None)
        return reply if reply and reply.at <= moment else None

    def claimed_by(self, moment: datetime) -> "Claim | None":
        """Who said by then that it is done, unless another said: not yet."""
        standing = [each for each in self.claims_until(moment) if not each[1]]
        return standing[-1][0] if standing else None

    def not_so_yet(self, moment: datetime) -> "list[Claim]":
        """Each time it was said to be done, and another said by then what lacked."""
        return [claim for claim, lacks in self.claims_until(moment) if lacks]

    def claims_until(self, moment: datetime) -> "list[tuple[Claim, NotYet | None]]":
        """What was said to be done by then, oldest first; with what lacked."""
        claims = [each for each in self.claims.all() if each.at <= moment]
        return [(each, each.not_yet_by(moment)) for each in claims]

    def stands(self, moment: datetime) -> Stands:
        """How far it was at that moment, when nothing took its place."""
        if self.is_withdrawn and self.withdrawal.at <= moment:
            return self.Stands.WITHDRAWN
        claim, reply = self.claimed_by(moment), self.replied_by(moment)
        if claim:
            done = claim.confirmed_by(moment)
            return self.Stands.DONE if done else self.Stands.CLAIMED
        if reply is None:
            return self.Stands.ASKED
        yes = reply.says == Reply.Says.YES
        return self.Stands.RUNNING if yes else self.Stands.REFUSED


class Reply(models.Model):
    """What the owner of an agreement says to it (F50)."""

    class Says(models.TextChoices):
        YES = "yes", _("accepted")
        NO = "no", _("not accepted")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agreement = models.OneToOneField(Agreement, models.PROTECT, related_name="reply")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="+"
    )
    says = models.CharField(_("answer"), max_length=4, choices=Says)
    words = SealedTextField(
        _("why not, or what instead"),
        seal="casework.reply.words",
        max_length=2_000,
        blank=True,
    )
    said_on = models.DateField(_("said on"), null=True, blank=True)
    """The day on which a guest said it, to whoever wrote it down."""
    at = models.DateTimeField()

    ends_with = "agreement"

    class Meta:
        verbose_name = _("reply to an agreement")

    def __str__(self) -> str:
        return f"reply {self.id}"

    def seal_place(self) -> Place:
        return self.agreement.seal_place()

    def seal_under(self) -> uuid.UUID:
        record: uuid.UUID = self.agreement_id
        return record

    def trail_place(self) -> Whereabouts:
        return self.agreement.trail_place()

    def clean(self) -> None:
        if self.says == self.Says.NO and not self.words:
            raise ValidationError({"words": _("Say why not, or what instead.")})


class ClaimQuerySet(models.QuerySet["Claim"]):
    def standing(self) -> "ClaimQuerySet":
        """To which nobody said: not yet."""
        return self.filter(not_yet=None)


class Claim(models.Model):
    """The owner says that it is done (F51)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="claims")
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="+"
    )
    said_on = models.DateField(_("said on"), null=True, blank=True)
    """The day on which a guest said it, to whoever wrote it down."""
    done_on = models.DateField(_("done on"))
    words = SealedTextField(
        _("in what one sees it"), seal="casework.claim.words", max_length=2_000
    )
    at = models.DateTimeField()

    objects: ClassVar[ClaimQuerySet] = ClaimQuerySet.as_manager()  # type: ignore[assignment]

    ends_with = "agreement"

    class Meta:
        verbose_name = _("claim that it is done")
        ordering = ["at"]

    def __str__(self) -> str:
        return f"claim {self.id}"

    def seal_place(self) -> Place:
        return self.agreement.seal_place()

    def seal_under(self) -> uuid.UUID:
        record: uuid.UUID = self.agreement_id
        return record

    def trail_place(self) -> Whereabouts:
        return self.agreement.trail_place()

    def confirmed_by(self, moment: datetime) -> "Confirmation | None":
        """Who of another organisation had said by then that it is so."""
        found: Confirmation | None = getattr(self, "confirmation", None)
        return found if found and found.at <= moment else None

    def not_yet_by(self, moment: datetime) -> "NotYet | None":
        """Who of another organisation had said by then what still lacks."""
        found: NotYet | None = getattr(self, "not_yet", None)
        return found if found and found.at <= moment else None

    def may_be_confirmed_by(self, seat: Seat) -> bool:
        """Never by the organisation whose deed it is, nor by whoever claimed it."""
        claimer = self.on_behalf_of or self.by
        own = (self.agreement.owner_organisation_id, claimer.organisation_id)
        return seat.pk != self.by_id and seat.organisation_id not in own


class Judgement(models.Model):
    """What somebody of another organisation says to a claim."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    claim: "models.OneToOneField[Claim, Claim]"
    ends_with = "claim"

    class Meta:
        abstract = True

    def seal_place(self) -> Place:
        return self.claim.seal_place()

    def seal_under(self) -> uuid.UUID:
        record: uuid.UUID = self.claim.agreement_id
        return record

    def trail_place(self) -> Whereabouts:
        return self.claim.trail_place()


class Confirmation(Judgement):
    """It is so (N15)."""

    claim = models.OneToOneField(Claim, models.PROTECT, related_name="confirmation")
    words = SealedTextField(
        _("in what you see it"),
        seal="casework.confirmation.words",
        max_length=2_000,
        blank=True,
    )

    class Meta:
        verbose_name = _("confirmation")

    def __str__(self) -> str:
        return f"confirmation {self.id}"


class NotYet(Judgement):
    """It is not so yet, and this lacks; the agreement is its owner's to do again."""

    claim = models.OneToOneField(Claim, models.PROTECT, related_name="not_yet")
    words = SealedTextField(
        _("what still lacks"), seal="casework.not_yet.words", max_length=2_000
    )

    class Meta:
        verbose_name = _("not yet")

    def __str__(self) -> str:
        return f"not yet {self.id}"
