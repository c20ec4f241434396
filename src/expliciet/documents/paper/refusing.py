"""Why a template of the house was turned away; the caller has the words for it."""

from enum import StrEnum

from ..unreadable import Reason


class Refusal(StrEnum):
    """The closed list of reasons to turn a template away."""

    FILE = "file"  # no Word document, or one that we do not open: see `because`
    TOO_LARGE = "too-large"
    REACHES_OUT = "reaches-out"  # fetches or starts something elsewhere: see `what`
    UNKNOWN_PLACE = "unknown-place"  # between braces stands another name: see `what`
    NOT_A_PLACE = "not-a-place"  # between braces stands more than a name
    LACKS_PLACE = "lacks-place"  # something must be placed, and is not: see `what`
    STORY_PLACE = "story-place"  # the story has no line to itself, or has several


class TemplateRefused(Exception):
    """A template that we do not fill in."""

    def __init__(
        self, reason: Refusal, what: str = "", because: Reason | None = None
    ) -> None:
        self.reason = reason
        self.what = what[:60]
        self.because = because
        super().__init__(reason)
