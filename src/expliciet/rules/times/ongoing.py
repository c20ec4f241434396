"""Whether a deed goes on for a while, so that *tot* names its end."""

from __future__ import annotations

from .words import part_at

AROUND = 200
LASTING = (
    r"(?:elke?|iedere?|[a-z]*(?:dagelijks|wekelijks|maandelijks)e?|(?:door|voort)durend"
    r"|doorlopend|continu|permanent|steeds|telkens|vooralsnog|voorlopig|tijdelijk|geen"
    r"|niet|blijft|blijven|houdt|houden|geldt|gelden|loopt|lopen|duurt|duren|verblijft"
    r"|verblijven|logeert|woont|slaapt|monitort|monitoren|bewaakt|bewaken|wacht|wachten"
    r"|volgt|begeleidt|begeleiden|gedurende|lang|vanaf"
    r"|(?:keer|maal|x) per (?:dag|week|maand)|om de (?:dag|week|maand))"
)
SENTENCE_ENDS = (". ", "? ", "! ", "\n", "; ")


def is_ongoing(text: str, start: int, end: int) -> bool:
    """The sentence around these words says that the deed goes on."""
    before = text[max(0, start - AROUND) : start]
    after = text[end : end + AROUND]
    cut = max(
        before.rfind(mark) + len(mark) if mark in before else 0
        for mark in SENTENCE_ENDS
    )
    stops = [after.find(mark) for mark in SENTENCE_ENDS if mark in after]
    sentence = f"{before[cut:]} {after[: min(stops, default=AROUND)]}"
    return part_at(rf"(?s:.)*?(?<![^\W_]){LASTING}(?![^\W_])", sentence, 0) is not None
