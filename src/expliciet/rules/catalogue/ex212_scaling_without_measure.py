"""EX212 · Scaling without a measure or a day to check.

A scaling without criteria, with a criterion that nobody can count or see, or without
the day on which it is checked.

Why we ask: scaling is a weak spot that the evaluation and the inspectorate's report
of 2024 both name.

What helps: a threshold, a day, and who looks.

Known traps: an end that the law or a measure sets, which counts as criterion and
day; a vague word beside a number in the same criterion.
"""

import re
from collections.abc import Iterator
from datetime import date

from ..item import Item
from ..record import day, is_filled
from ..rule import Gap, RecordRule, Severity
from ..words import Words

VAGUE = re.compile(
    r"\b(?:regelmatig|vaak|vaker|soms|voldoende|onvoldoende|genoeg|meer|minder|beter|"
    r"tijdig|stabiel|rustig|rust|onrust|zorgen|goed|veilig|nodig|gewenst|mogelijk)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\d|\b(?:geen|nul|één|een keer|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|"
    r"twaalf|twintig|dertig|veertig|vijftig|zestig|negentig|honderd|alle|beide)\b",
    re.IGNORECASE,
)


def look(item: Item) -> Iterator[Gap]:
    if is_filled(item, "statutory_end"):
        return
    if not is_filled(item, "criteria"):
        yield Gap("criteria")
    else:
        yield from not_to_be_seen(item.text("criteria"))
    if day(item, "review_on") is None:
        yield Gap("review_on")


def not_to_be_seen(criteria: str) -> Iterator[Gap]:
    """Criteria, one a line, that rest on a vague word and count nothing."""
    for line in re.finditer(r"[^\n]+", criteria):
        vague = VAGUE.search(criteria, line.start(), line.end())
        if vague and not COUNTED.search(line.group()):
            yield Gap("criteria", *vague.span())


RULE = RecordRule(
    code="EX212",
    phenomenon="escalation_no_criterion",
    severity=Severity.ERROR,
    name=Words(
        nl="Schalen zonder maat",
        en="Scaling without a measure",
    ),
    question=Words(
        nl="Wat is er dan te tellen of te zien, en op welke dag kijken jullie?",
        en="What do you count or see, and on which day do you look?",
    ),
    why=Words(
        nl="Zonder maat en dag hangt schalen af van het gevoel van het moment.",
        en="Without a measure and a day, scaling depends on the feeling of the moment.",
    ),
    helps=Words(
        nl=(
            "Noem een drempel en een dag: 'zestig dagen zonder melding, kijken op 2 "
            "maart'."
        ),
        en=(
            "Name a threshold and a day: 'sixty days without a report, look on 2 "
            "March'."
        ),
    ),
    silent=Words(
        nl="We vragen niets als de wet of een maatregel het einde bepaalt.",
        en="We ask nothing when the law or a measure sets the end.",
    ),
    source="Evaluatie ICO: van impliciet naar expliciet; Inspectie JenV 2024",
    silences=(
        "EX107",
        "EX114",
        "EX121",
    ),
    kinds=frozenset({"scaling"}),
    look=look,
    flags=(
        Item("scaling", {"to": "lokaal", "review_on": date(2027, 3, 2)}),
        Item(
            "scaling",
            {"criteria": ["bij zorgen"], "review_on": date(2027, 3, 2)},
        ),
        Item("scaling", {"criteria": ["zestig dagen zonder melding"]}),
        Item(
            "scaling",
            {"criteria": ["het gaat goed op school"], "review_on": date(2027, 5, 1)},
        ),
    ),
    passes=(
        Item(
            "scaling",
            {
                "criteria": ["60 dagen geen melding", "huurcontract getekend"],
                "review_on": date(2027, 3, 2),
            },
        ),
        Item(
            "scaling",
            {
                "criteria": ("meer dan 2 meldingen in 14 dagen",),
                "review_on": date(2027, 2, 9),
            },
        ),
        Item("scaling", {"statutory_end": "einde van de detentie"}),
    ),
)
