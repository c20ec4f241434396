"""A file that a study cannot use: what is wrong, what was kept, what to do."""

from typing import Self

from ..documents import Unreadable
from ..documents.unreadable import KEPT_EN, KEPT_NL
from ..rules import Words


class NotTaken(Exception):
    """Turned away, and why in both languages of the house."""

    def __init__(self, why: Words) -> None:
        self.why = why
        super().__init__(why.nl)

    @classmethod
    def advising(cls, wrong: Words, advice: Words) -> Self:
        """What is wrong with it, that nothing was kept, and what to do."""
        return cls(
            Words(
                f"{wrong.nl} {KEPT_NL} {advice.nl}", f"{wrong.en} {KEPT_EN} {advice.en}"
            )
        )

    @classmethod
    def because(cls, unreadable: Unreadable) -> Self:
        """As the room that opens documents says it."""
        return cls(Words(unreadable.nl, unreadable.en))
