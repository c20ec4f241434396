"""A request that cannot be carried out, said so that the asker can mend it."""

from ..rules import Words


class Refused(Exception):
    """What was asked, why it could not be done, and what to do instead."""

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(nl)
        self.words = Words(nl, en)
