"""Something that somebody should know about, without what it is."""

import uuid
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...accounts.models import User
from ...audit.trail import Whereabouts


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, user: User, today: date) -> "NoticeQuerySet":
        """Everybody sees their own notices, until their end."""
        return self.filter(user=user, ends_on__gte=today)

    def ended(self, today: date) -> "NoticeQuerySet":
        """Past the last day on which they are kept."""
        return self.filter(ends_on__lt=today)

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None)


class Notice(models.Model):
    """There is something for you: a kind, a moment and an identifier; no words.

    Who opens it is asked for the rights of that moment, not of the notice's.
    """

    class Kind(models.TextChoices):
        SEATED = "seated", _("you were given a seat")
        SEAT_ENDED = "seat-ended", _("a seat of yours ended")
        HANDED_OVER = "handed-over", _("a seat was handed over to you")
        CORRECTED = "corrected", _("something you could read was corrected")
        WITHDRAWN = "withdrawn", _("something you could read was withdrawn")
        PASSED_ON = "passed-on", _("something said before was passed on to you")
        AGREEMENT = "agreement", _("a working agreement waits for your answer")
        AGREEMENT_DUE = (
            "agreement-due",
            _("a working agreement is to be looked at again"),
        )
        EXPECTATION = "expectation", _("somebody expects something of you")
        AGREED = "agreed", _("an agreement names you")
        IMPASSE = "impasse", _("an impasse was declared, taken further or resolved")
        IMPASSE_DUE = "impasse-due", _("the day of an impasse has passed")
        READING_ASKED = "reading-asked", _("a reading of your organisation is asked")
        ROUND_REVEALED = "round-revealed", _("the readings of a round are open")
        MEETING = "meeting", _("you are asked for a meeting, or it changed")
        MINUTES = "minutes", _("minutes wait for your answer")
        DUE = "due", _("the day of something of yours has come")
        STALLED = "stalled", _("something stands still in a dossier of yours")
        STUDY = "study", _("a study asks what you say to what it found")
        SCAN = "scan", _("the yearly scan waits for the answer of your organisation")
        RECOVERY = "recovery", _("somebody asked to let you in anew")
        SECURITY = "security", _("something changed about how you sign in")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=40, choices=Kind)
    house = models.UUIDField(null=True, blank=True)
    dossier = models.UUIDField(null=True, blank=True)
    about = models.UUIDField(null=True, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    ends_on = models.DateField()

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind", "about", "at"], name="one_notice_for_one_thing"
            )
        ]

    def __str__(self) -> str:
        return f"notice {self.id}"

    def trail_place(self) -> Whereabouts:
        return Whereabouts(house=self.house, dossier=self.dossier)
