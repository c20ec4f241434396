"""Bringing a file to the table, and taking it out again."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import get_language

from ...accounts.refusal import require
from ...audit import trail
from ...audit.actions import Action
from ...documents import Unreadable
from ...documents.accepting import accept
from ..models import Attachment, Circle, Seat
from .recording import may_say, say


def add_attachment(
    attachment: Attachment, *, by: Seat, circle: Circle, now: datetime
) -> Attachment:
    """A file, looked at before it is sealed; what is wrong is said at `content`.

    Whoever may not speak here is told so first: looking takes time.
    """
    require(may_say(by, circle, None, now), "record.say")
    content = bytes(attachment.content or b"")
    try:
        accepted = accept(attachment.name or "", content)
    except Unreadable as refusal:
        said = refusal.en if get_language() == "en" else refusal.nl
        raise ValidationError(
            {"content": ValidationError(said, code=refusal.reason)}
        ) from refusal
    attachment.extension = accepted.extension
    attachment.size = len(content)
    return say(
        attachment, by=by, circle=circle, action=Action.ATTACHMENT_ADDED, now=now
    )


@transaction.atomic
def take_attachment(
    attachment: Attachment, *, by: Seat, now: datetime, purpose: str = ""
) -> bytes:
    """The file as it came, with a line in the trail: taking out is reading."""
    require(
        Attachment.objects.visible_to(by, now).filter(pk=attachment.pk).exists()
        and attachment.is_readable_by(by),
        "attachment.take",
    )
    content: bytes = attachment.content or b""
    trail.record(Action.ATTACHMENT_TAKEN, by=by, about=attachment, purpose=purpose[:60])
    return content
