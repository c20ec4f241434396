"""A post office that can be closed or stumble, and an outbox with something in it."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar
from uuid import UUID, uuid4

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from expliciet.accounts.models import User
from expliciet.post.actions.notices import notify
from expliciet.post.models import Delivery, Notice
from tests.factories import at

NOW = at(2026, 12, 1)
OFFICE = "tests.post.outbox.Office"


class Office(BaseEmailBackend):
    """Keeps what it was handed; `closed` and `refuses` say how it stumbles."""

    sent: ClassVar[list[EmailMessage]] = []
    closed: ClassVar[bool] = False
    refuses: ClassVar[set[str]] = set()
    opened: ClassVar[int] = 0

    def open(self) -> None:
        type(self).opened += 1
        if self.closed:
            raise ConnectionRefusedError

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            if self.refuses & set(message.to):
                raise OSError("geen antwoord")
            self.sent.append(message)
        return len(email_messages)


def waiting(
    user: User,
    *,
    kind: Notice.Kind = Notice.Kind.SEATED,
    now: datetime = NOW,
    house: UUID | None = None,
    dossier: UUID | None = None,
) -> Delivery:
    """One notice for somebody, not sent yet."""
    made = notify(
        kind, [user], now=now, house=house, dossier=dossier or uuid4(), about=uuid4()
    )
    return Delivery.objects.get(notice=made[0])


def states() -> list[str]:
    return sorted(Delivery.objects.values_list("state", flat=True))
