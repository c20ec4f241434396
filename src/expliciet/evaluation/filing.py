"""The codebook of a study as a file for other programs (REFI-QDA)."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from .codebook_files import FiledCode, write
from .models import Code, Study


def codebook_file(study: Study) -> bytes:
    """The codes that are in use; what hangs under an ended code moves up."""
    return write(filed(study.codes.order_by("made_at", "id")))


def filed(codes: Iterable[Code]) -> tuple[FiledCode, ...]:
    known = {each.pk: each for each in codes}
    below: dict[UUID | None, list[Code]] = defaultdict(list)
    for each in known.values():
        if not each.ended_at:
            below[above(each, known)].append(each)

    def of(parent: UUID | None) -> tuple[FiledCode, ...]:
        return tuple(
            FiledCode(
                guid=each.guid,
                name=each.name or "",
                description=each.definition or "",
                example=each.example or "",
                counter_example=each.counter_example or "",
                children=of(each.pk),
            )
            for each in below[parent]
        )

    return of(None)


def above(code: Code, known: dict[UUID, Code]) -> UUID | None:
    """The nearest code above it that is still in use."""
    at = code.parent_id
    while at is not None and known[at].ended_at:
        at = known[at].parent_id
    return at
