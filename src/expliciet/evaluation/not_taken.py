"""A file that a study cannot use: what is wrong, what was kept, what to do."""

from typing import Self

from ..documents import Unreadable
from ..documents.unreadable import KEPT_EN, KEPT_NL
from ..rules import Words


class NotTaken(Exception):
    """Turned away, in both languages of the house."""

    def __init__(self, wrong: Words, advice: Words) -> None:
        self.nl = f"{wrong.nl} {KEPT_NL} {advice.nl}"
        self.en = f"{wrong.en} {KEPT_EN} {advice.en}"
        super().__init__(self.nl)

    @classmethod
    def because(cls, unreadable: Unreadable) -> Self:
        """As the room that opens documents says it."""
        refusal = cls(Words("", ""), Words("", ""))
        refusal.nl, refusal.en = unreadable.nl, unreadable.en
        refusal.args = (unreadable.nl,)
        return refusal
