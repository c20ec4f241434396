"""What several people may write on: nobody writes over what they did not read."""

import hashlib
import json
from collections.abc import Iterable
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

OVERTAKEN = _(
    "Somebody else changed this while you wrote. What you typed still stands here; "
    "read theirs first. If you keep yours, it takes the place of theirs."
)


class Written(models.Model):
    """A thing that is changed in place, and knows what stands in it (V14)."""

    written: ClassVar[tuple[str, ...]]
    """The fields in which people write."""

    class Meta:
        abstract = True

    def beside(self) -> Iterable[object]:
        """What belongs to the text and stands elsewhere."""
        return ()

    def as_read(self) -> str:
        """A mark of what stands here: another text has another mark."""
        words = [str(getattr(self, name) or "") for name in self.written]
        told = json.dumps([words, sorted(str(each) for each in self.beside())])
        return hashlib.sha256(told.encode()).hexdigest()

    def require_read(self, mark: str) -> None:
        """Refuse a change by whoever did not read what stands here now."""
        if self.as_read() != mark:
            raise ValidationError(OVERTAKEN, code="unread")
