"""The nine dossiers of Duinmeer."""

from ..deeds import Deed, Story, in_time
from . import (
    agreed_early,
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
    """The same story, with what else was done around it."""
    return Story(story.name, in_time((*story.deeds, *deeds)))


STORIES: tuple[Story, ...] = (
    met(duindoorn.STORY, (*meetings.DUINDOORN, *agreed_early.DUINDOORN)),
    met(kluut.STORY, meetings.KLUUT),
    met(zandloper.STORY, agreed_early.ZANDLOPER),
    met(strandplevier.STORY, agreed_early.STRANDPLEVIER),
    met(stormmeeuw.STORY, agreed_early.STORMMEEUW),
    grutto.STORY,
    met(wulp.STORY, (*meetings.WULP, *agreed_early.WULP)),
    smient.STORY,
    tapuit.STORY,
)
