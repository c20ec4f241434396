"""What the fictional house decided for itself, with a source that does not exist."""

from typing import Any, NamedTuple

from ..partners import Colleague
from .people import MARIJKE, PRIYA

SOURCE = "Huisbesluit Duinmeer {year} (verzonnen)"
AMENDED = "Wijziging van het huisbesluit Duinmeer {year} (verzonnen)"


class Rule(NamedTuple):
    """`by` is nobody for what was set when the house was founded, at the terminal."""

    when: str
    name: str
    value: Any
    source: str = SOURCE
    by: Colleague | None = None


AT_THE_FOUNDING = (
    Rule("-64 ma 09:05", "account-months", 24),
    Rule("-64 ma 09:05", "dossier-months", 60),
    Rule("-64 ma 09:05", "trail-months", 60),
    Rule(
        "-64 ma 09:05",
        "functions",
        [
            "GGZ",
            "reclassering",
            "jeugdbescherming",
            "Raad voor de Kinderbescherming",
            "onderwijs",
            "jeugdwerk",
            "woningcorporatie",
            "wijkteam",
            "onderzoek",
        ],
    ),
)

AFTERWARDS = (
    Rule(
        "-64 di 10:00",
        "purposes",
        [
            "overleg voorbereiden",
            "uitvoeren wat is afgesproken",
            "nieuwe informatie vastleggen",
            "verslag nalopen",
            "verzoek van de betrokkene behandelen",
        ],
        by=MARIJKE,
    ),
    Rule("-64 di 10:05", "hold-months", 6, by=PRIYA),
    Rule("-64 di 10:10", "draft-days", 30, by=PRIYA),
    Rule("-64 di 10:15", "idle-minutes", 15, by=PRIYA),
    Rule("-64 di 10:20", "working-agreement-months", 12, by=MARIJKE),
    Rule("-33 di 11:00", "smallest-group", 3, by=PRIYA),
    Rule("-12 wo 15:00", "idle-minutes", 20, source=AMENDED, by=PRIYA),
    Rule("-12 wo 15:05", "draft-days", 21, source=AMENDED, by=PRIYA),
)
