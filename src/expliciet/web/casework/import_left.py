"""What of old minutes was not answered yet: a sealed draft of who takes them over."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ...checking.proposing import proposals
from ...dossiers.actions.drafts import drop_draft, keep_draft
from ...dossiers.models import Draft, Seat
from ...dossiers.models.draft import key_of
from ..forms import typed
from ..people import me

FORM = "casework:import"
"""What is being typed: the minutes handed in, or the parts of one proposal."""
LEFT = "casework:import/left"
"""The proposals that wait."""


class One(NamedTuple):
    """One proposal: its place in the file, its words, and the line they became."""

    number: int
    words: str
    line: str


class Left(NamedTuple):
    """The proposals of a file that wait, in its order; and what became of the rest."""

    held_on: date
    source: str
    total: int
    todo: list[One]
    hears: str = ""
    """Who heard the last one, when that was the table or the core."""
    recorded: int = 0
    opened: int = 0
    skipped: int = 0
    ends_on: date | None = None

    @property
    def first(self) -> One:
        return self.todo[0]

    @property
    def origin(self) -> str:
        """Behind what is recorded, in the language of the minutes."""
        with override("nl"):
            day = date_format(self.held_on, "DATE_FORMAT")
        return f" (overgenomen uit het verslag van {day}, gekregen van {self.source})"

    def after(self, **became: Any) -> "Left":
        """Without the first; `became` counts it."""
        return self._replace(todo=self.todo[1:], **became)


def found_in(words: str, held_on: date, source: str) -> Left:
    """What could be taken over; where that is nothing, the form says so."""
    found = proposals(words)
    if not found:
        raise ValidationError(
            _(
                "In this text no agreement, expectation, decision or idea was "
                "recognised. Nothing was kept. Write down at the table what still "
                "counts, or bring the minutes as a file."
            )
        )
    todo = [One(at, *each) for at, each in enumerate(found, 1)]
    return Left(held_on, " ".join(source.split()), len(todo), todo)


def left_of(request: HttpRequest, seat: Seat, *, lock: bool = False) -> Left | None:
    """What waits for this person in this dossier; nothing where nothing can be read."""
    draft = draft_of(request, seat, LEFT, lock=lock)
    try:
        return as_left(typed(draft, seat.dossier.house), draft) if draft else None
    except (KeyError, TypeError, ValueError):
        return None


def as_left(fields: dict[str, Any], draft: Draft) -> Left:
    todo = [One(int(at), str(words), str(line)) for at, words, line in fields["todo"]]
    left = Left(
        date.fromisoformat(fields["held_on"]),
        str(fields["source"]),
        int(fields["total"]),
        todo,
        str(fields["hears"]),
        int(fields["recorded"]),
        int(fields["opened"]),
        int(fields["skipped"]),
        draft.ends_on,
    )
    if not left.todo:
        raise ValueError("nothing is left")
    return left


def keep(left: Left, request: HttpRequest, seat: Seat, now: datetime) -> None:
    """What still waits; where nothing does, the draft goes."""
    if not left.todo:
        drop_draft(LEFT, by=me(request), dossier=seat.dossier)
        return
    fields = left._asdict() | {"held_on": left.held_on.isoformat()}
    del fields["ends_on"]
    keep_draft(
        LEFT,
        fields,
        by=me(request),
        house=seat.dossier.house,
        dossier=seat.dossier,
        now=now,
    )


def typed_over(request: HttpRequest, seat: Seat, number: int) -> dict[str, Any]:
    """What somebody typed over the parts of this proposal, and did not send yet."""
    draft = draft_of(request, seat, FORM)
    fields = typed(draft, seat.dossier.house)
    return fields if fields.get("which") == str(number) else {}


def draft_of(
    request: HttpRequest, seat: Seat, name: str, *, lock: bool = False
) -> Draft | None:
    found = Draft.objects.filter(
        key=key_of(me(request).pk, name, seat.dossier_id, None),
        ends_on__gte=timezone.localdate(),
    )
    return (found.select_for_update() if lock else found).first()
