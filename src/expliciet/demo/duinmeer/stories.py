"""The nine dossiers of Duinmeer."""

from ..deeds import Story
from . import (
    duindoorn,
    grutto,
    kluut,
    smient,
    stormmeeuw,
    strandplevier,
    tapuit,
    wulp,
    zandloper,
)

STORIES: tuple[Story, ...] = (
    duindoorn.STORY,
    kluut.STORY,
    zandloper.STORY,
    strandplevier.STORY,
    stormmeeuw.STORY,
    grutto.STORY,
    wulp.STORY,
    smient.STORY,
    tapuit.STORY,
)
