"""What the reading of a text keeps at hand while it reads, and then lets go."""

from . import cues, verbs


def forget() -> None:
    """Keep no sentence and no word of the texts that were looked at."""
    cues.forget()
    verbs.readings.cache_clear()
