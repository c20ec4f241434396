"""Mail that is put into a folder instead of sent: one file for each, whole or not."""

import os
import uuid
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class EmailBackend(BaseEmailBackend):
    """For a trial: nothing goes out, and whoever looks can see what would have."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            put(folder / f"{uuid.uuid4()}.eml", message.message().as_bytes())
        return len(email_messages)


def put(path: Path, data: bytes) -> None:
    """A reader sees the whole file or none; so does whoever comes after a crash."""
    fresh = path.with_suffix(".part")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    fresh.rename(path)
