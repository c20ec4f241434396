"""A group conversation that deepens what the dossiers showed (F65)."""

import uuid
from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...audit.trail import Whereabouts
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .study import WORK, Study, StudyMember
from .written import Written


class Conversation(Written):
    """A talk with people by their role: what is asked, who agreed, what was said."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="conversations")
    number = models.PositiveSmallIntegerField(_("number in the study"))
    held_on = models.DateField(_("held on"))
    about = SealedTextField(
        _("what it is about"), seal="evaluation.conversation.about", max_length=400
    )
    guide = SealedTextField(
        _("guide"), seal="evaluation.conversation.guide", max_length=20_000, blank=True
    )
    consent = SealedTextField(
        _("what people were told, and agreed to"),
        seal="evaluation.conversation.consent",
        max_length=4_000,
        blank=True,
    )
    made_by = models.ForeignKey(StudyMember, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    ends_with = "study"
    written = ("held_on", "about", "guide", "consent")

    class Meta:
        verbose_name = _("group conversation")
        ordering = ["held_on", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["study", "number"], name="one_conversation_for_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"conversation {self.number} of {self.study_id}"

    def beside(self) -> Iterable[object]:
        return [each.function for each in self.participants.all()]

    def seal_place(self) -> Place:
        return Place(self.study_id, WORK)

    def trail_place(self) -> Whereabouts:
        return self.study.trail_place()

    @property
    def all_agreed(self) -> bool:
        """Everybody who took part agreed; before that nothing is written down."""
        there = list(self.participants.all())
        return bool(there) and all(each.agreed_on for each in there)


class Participant(models.Model):
    """Somebody in a conversation, by role and never by name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(
        Conversation, models.PROTECT, related_name="participants"
    )
    function = SealedTextField(
        _("role"), seal="evaluation.participant.function", max_length=80
    )
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)

    ends_with = "conversation"

    class Meta:
        verbose_name = _("participant in a conversation")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"participant {self.id}"

    def seal_place(self) -> Place:
        return self.conversation.seal_place()

    def trail_place(self) -> Whereabouts:
        return self.conversation.trail_place()


class ConversationLine(models.Model):
    """One thing said in a conversation: who as a role or a number, and the words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField(_("number in the conversation"))
    seconds = models.PositiveIntegerField(_("after so many seconds"), null=True)
    speaker = SealedTextField(
        _("said by"),
        seal="evaluation.conversation_line.speaker",
        max_length=80,
        blank=True,
    )
    words = SealedTextField(_("words"), seal="evaluation.conversation_line.words")
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    ends_with = "conversation"

    class Meta:
        verbose_name = _("line of a conversation")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "number"], name="one_thing_said_for_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"line {self.number} of {self.conversation_id}"

    def seal_place(self) -> Place:
        return self.conversation.seal_place()

    def trail_place(self) -> Whereabouts:
        return self.conversation.trail_place()
