"""Whether a text says why."""

from .cues import Cues

REASON = Cues(
    r"omdat|want|doordat|aangezien|vanwege|wegens|i\.?v\.?m\.?|in verband met|namelijk",
    r"immers|daarom|om die reden|reden|op grond van|naar aanleiding van|n\.a\.v\.",
    r"dankzij|gezien|gelet op|nu (?:hij|zij|de|het|er)|zodat|om te voorkomen",
    r"op basis van|in het licht van|argument|aanleiding|daardoor|vandaar",
    r"ten gevolge van",
    r"door (?:het|de|een) \w+(?:ing|heid|tie|verlies|gebrek|tekort)",
    r"met het oog op|met als reden|hierdoor|dus|waardoor|anders|mits|wegens",
    r"uit oogpunt van|ter voorkoming|ten behoeve van|zolang",
)


def has_reason(text: str) -> bool:
    """A word that opens a reason stands in this text."""
    return text in REASON
