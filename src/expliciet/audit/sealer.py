"""Numbering, chaining and signing committed lines: a single writer, after the fact.

Each house has a chain of its own. A line gets its number when the sealer finds it, so
one that was committed late comes later in the chain, and never between two others.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from . import guard
from .models import Head, Line, Seal
from .models.seal import START, chained
from .signing import key_name, signing_key

AT_A_TIME = 5_000
LOOKS = 3
LATE = timedelta(days=1)
"""How long after its moment a line may be committed and still be found at once."""


class ChainBroken(Exception):
    """The chain is not what was signed before: somebody changed what was sealed."""


def seal_lines(*, whole: bool = False) -> int:
    """Give every committed line its number and hash; how many there were.

    Looks at what came in since shortly before the last sealed line. With `whole` it
    makes sure that nothing older was left. When another process seals at the same
    moment, one of the two wins and the other leaves it at that.
    """
    sealed = 0
    for house in Line.objects.houses():
        sealed += seal_between(house, horizon(house), None)
        if whole:
            sealed += seal_what_is_older(house)
    return sealed


def seal_what_is_older(house: UUID) -> int:
    """As many lines as numbers: then there is nothing older, and no need to look."""
    sealed = 0
    for _ in range(LOOKS):  # lines come in while we count
        if Line.objects.of_house(house).count() == end_of(house)[0]:
            return sealed
        sealed += seal_between(house, horizon(house), None)
    start = None
    while True:
        end = Line.objects.of_house(house).moment_after(start, AT_A_TIME)
        sealed += seal_between(house, start, end)
        if end is None:
            return sealed
        start = end


def seal_between(house: UUID, start: datetime | None, end: datetime | None) -> int:
    """Seal what has no number in this stretch of time, its ends included."""
    sealed = 0
    while batch := unsealed(house, start, end):
        try:
            seal_batch(house, batch)
        except IntegrityError:  # another sealer was first
            break
        sealed += len(batch)
    return sealed


def horizon(house: UUID) -> datetime | None:
    """Before this moment no line of this house is likely to be unsealed."""
    last = Seal.objects.filter(house=house).order_by("-number").first()
    return min(last.line.at, timezone.now()) - LATE if last else None


def unsealed(house: UUID, start: datetime | None, end: datetime | None) -> list[Line]:
    """Sought outside a transaction, so that nobody who writes has to wait."""
    lines = Line.objects.of_house(house).unsealed()
    if start is not None:
        lines = lines.filter(at__gte=start)
    if end is not None:
        lines = lines.filter(at__lte=end)
    return list(lines.order_by("at", "id")[:AT_A_TIME])


@transaction.atomic
def seal_batch(house: UUID, lines: list[Line]) -> None:
    number, hash_ = end_of(house)
    seals = []
    for line in lines:
        number += 1
        hash_ = chained(hash_, line.exported())
        seals.append(Seal(line=line, house=house, number=number, hash=hash_))
    Seal.objects.bulk_create(seals, batch_size=500)


def end_of(house: UUID) -> tuple[int, str]:
    """How long the chain of a house is, and its last hash."""
    last = Seal.objects.filter(house=house).order_by("-number").first()
    return (last.number, last.hash) if last else (0, START)


def sign_heads(now: datetime) -> list[Head]:
    """Seal everything, and sign a head for every chain that grew since its last one.

    `ChainBroken` when a chain does not hold what was signed before, and
    `ImproperlyConfigured` when lines could be changed since the server started; all
    other chains have their heads by then.
    """
    seal_lines(whole=True)
    signed, broken = [], []
    for house in Line.objects.houses():
        last = Head.objects.filter(house=house).order_by("-size").first()
        if last and not holds(last):
            broken.append(house)
        elif head := sign_head(house, last, now):
            signed.append(head)
    if broken:
        raise ChainBroken(", ".join(map(str, broken)))
    guard.require()
    return signed


def sign_head(house: UUID, last: Head | None, now: datetime) -> Head | None:
    """A head at the end of this chain, unless the last one still stands there."""
    size, hash_ = end_of(house)
    if size == (last.size if last else 0):
        return None
    key = signing_key()
    head = Head(
        house=house, size=size, hash=hash_, at=now.astimezone(UTC), key=key_name(key)
    )
    head.signature = key.sign(head.said()).hex()
    try:
        with transaction.atomic():
            head.save(force_insert=True)
    except IntegrityError:  # another process signed the same
        return None
    return head


def holds(head: Head) -> bool:
    """The chain still says what this head says."""
    return Seal.objects.filter(
        house=head.house, number=head.size, hash=head.hash
    ).exists()
