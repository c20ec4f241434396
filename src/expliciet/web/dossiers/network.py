"""Who is who around a dossier, as a drawing: everybody as large, nobody first.

It tells how somebody stands to the person this is about, and nothing else: no weight,
no distance, no colour. The order is that of the list beside it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.text import Truncator, capfirst

from ...dossiers.models import Person
from .persons import Known

WIDTH, HEIGHT = 640, 52
GAP, EDGE = 12, 4
LEFT, RIGHT = 210, 300
"""Where the box of the person ends, and where those of the others begin."""
NAME, RELATION = 30, 46


class Box(NamedTuple):
    """Somebody around the person: their name, and how they stand to them."""

    y: int
    name: str
    told: str

    @property
    def middle(self) -> int:
        return self.y + HEIGHT // 2


class Row(NamedTuple):
    """The same in words, and whole."""

    reference: str
    name: str
    role: str
    relation: str
    necessity: str
    is_minor: bool


class Network(NamedTuple):
    """All that a template needs to draw it, and to tell it."""

    height: int
    centre: str
    """The name of the person this is about; empty where nobody was recorded as such."""
    centre_y: int
    boxes: list[Box]
    rows: list[Row]
    width: int = WIDTH
    box: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    edge: int = EDGE

    @property
    def middle(self) -> int:
        return self.centre_y + HEIGHT // 2


def network(persons: Iterable[Known]) -> Network | None:
    """Drawn of who is known to this seat; with nobody around them there is nothing."""
    known = [one for one in persons if one.is_readable and not one.record.is_withdrawn]
    subjects = [one for one in known if one.record.role == Person.Kind.SUBJECT]
    around = [row_of(one) for one in known if one not in subjects[:1]]
    if not around:
        return None
    boxes = [
        Box(EDGE + place * (HEIGHT + GAP), short(row.name, NAME), below(row))
        for place, row in enumerate(around)
    ]
    height = boxes[-1].y + HEIGHT + EDGE
    centre = short(subjects[0].record.name or "", NAME - 8) if subjects else ""
    return Network(height, centre, (height - HEIGHT) // 2, boxes, around)


def row_of(one: Known) -> Row:
    person = one.record
    return Row(
        person.reference,
        person.name or "",
        capfirst(str(one.role)),
        person.close_link or "",
        person.necessity or "",
        person.is_minor,
    )


def below(row: Row) -> str:
    """What stands under a name in the drawing."""
    told: list[str | Promise] = [row.role, *filter(None, [row.relation])]
    return short(" · ".join(str(each) for each in told), RELATION)


def short(words: str, most: int) -> str:
    return Truncator(" ".join(words.split())).chars(most)
