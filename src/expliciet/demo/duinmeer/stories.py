"""The nine dossiers of Duinmeer."""

from ..deeds import Deed, Story, in_time
from . import (
    duindoorn,
    grutto,
    kluut,
    meetings,
    smient,
    stormmeeuw,
    strandplevier,
    tapuit,
    wulp,
    zandloper,
)


def met(story: Story, deeds: tuple[Deed, ...]) -> Story:
    """The same story, with the meetings at which it was spoken of."""
    return Story(story.name, in_time((*story.deeds, *deeds)))


STORIES: tuple[Story, ...] = (
    met(duindoorn.STORY, meetings.DUINDOORN),
    met(kluut.STORY, meetings.KLUUT),
    zandloper.STORY,
    strandplevier.STORY,
    stormmeeuw.STORY,
    grutto.STORY,
    met(wulp.STORY, meetings.WULP),
    smient.STORY,
    tapuit.STORY,
)
