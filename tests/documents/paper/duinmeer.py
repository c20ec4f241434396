"""A made-up paper of a made-up house, as a table might take it along."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from expliciet.documents.paper import (
    Bullets,
    Facts,
    Grid,
    Paper,
    Paragraph,
    Part,
    Words,
)

DUTCH = Words(
    confidential="vertrouwelijk",
    made_for="Gemaakt voor",
    export="uitdraai",
    page="pagina",
    of="van",
    marks="Hiervoor mag u dit gebruiken",
)
ENGLISH = Words(
    confidential="confidential",
    made_for="Made for",
    export="export",
    page="page",
    of="of",
    marks="You may use this for",
)
MADE = datetime(2026, 11, 26, 15, 45, tzinfo=ZoneInfo("Europe/Amsterdam"))

PROMISES = Grid(
    "Afspraken die nog lopen",
    ("Wie", "Doet wat", "Vóór", "Klaar als", "Stand"),
    (
        (
            "Wijkteam Duinmeer",
            "Belt de woningcorporatie over de achterstand en vraagt uitstel.",
            "3 december 2026",
            "De corporatie heeft uitstel bevestigd.",
            "loopt",
        ),
        (
            "GGZ Kustgebied",
            "Plant een intake met de behandelaar; de mentor gaat mee.",
            "10 december 2026",
            "De intake heeft plaatsgevonden.",
            "bevestigd door de mentor",
        ),
        (
            "Politie",
            "Deelt meldingen van geluidsoverlast binnen twee dagen.",
            "26 februari 2027",
            "Iedere melding staat in het dossier.",
            "loopt",
        ),
    ),
)

PARTS = (
    Part(
        "Waar dit over gaat",
        1,
        (
            Facts(
                (
                    ("Aanleiding", "Derde melding van overlast in vier weken"),
                    ("Doel van de tafel", "Wonen behouden en rust in de straat"),
                    ("Procesregie", "Ruben Sowirono, Veiligheidshuis Duinmeer"),
                    ("Volgende bespreking", "donderdag 10 december 2026, 10.30 uur"),
                )
            ),
            Paragraph(
                "Meneer Van der Esch woont sinds 2019 aan de Duinweg. De buren hoorden "
                "in november drie keer ’s nachts geschreeuw. Hij zegt zelf dat hij "
                "slecht slaapt sinds zijn medicatie is gewijzigd.\n"
                "De tafel heeft dit met hem besproken op 19 november."
            ),
        ),
    ),
    Part(
        "Feiten",
        2,
        (
            Bullets(
                (
                    "Op 4, 11 en 17 november kwam de politie aan de deur.",
                    "De huur is twee maanden niet betaald (bron: woningcorporatie).",
                    "De behandelaar zag hem voor het laatst op 2 oktober.",
                )
            ),
        ),
    ),
    Part(
        "Hoe ieder het ziet",
        2,
        (
            Paragraph(
                "De GGZ ziet een wijziging in de medicatie als aanleiding; de politie "
                "ziet een patroon dat langer bestaat. Dat verschil staat er met opzet."
            ),
        ),
    ),
    Part("Afspraken", 1, (PROMISES,)),
    Part("Besluit", 1),
    Part(
        "Opschalen",
        2,
        (
            Paragraph(
                "Besloten op 19 november: de burgemeester wordt gevraagd aan tafel te "
                "komen als er vóór 10 december opnieuw een melding is."
            ),
        ),
    ),
    Part("Wat is afgevallen", 3, (Bullets(("Een huisverbod: te vroeg.",)),)),
)

PAPER = Paper(
    title="Overzicht voor de tafel van 10 december",
    house="Zorg- en Veiligheidshuis Duinmeer",
    number="DM-2026-0041",
    language="nl",
    confidential=True,
    made_for="Marijke Terpstra",
    made_at=MADE,
    export_number="U-2026-0117",
    words=DUTCH,
    marks=(
        "Alleen om de bespreking van 10 december voor te bereiden.",
        "Niet doorgeven buiten de tafel; vernietig uw afdruk na de bespreking.",
    ),
    parts=PARTS,
)


def saying(text: str, **others: Any) -> Paper:
    """The same words in every place of a paper that takes words."""
    return replace(
        PAPER,
        title=f"t {text}",
        house=text,
        number=text,
        made_for=text,
        export_number=text,
        marks=(text,),
        parts=(
            Part(
                text,
                1,
                (
                    Paragraph(text),
                    Bullets((text, text)),
                    Facts(((text, text),)),
                    Grid(text, (text, text), ((text, text),)),
                ),
            ),
        ),
        **others,
    )


def long(rows: int) -> Paper:
    """The same paper, with a table of so many rows."""
    table = replace(PROMISES, rows=tuple(PROMISES.rows[at % 3] for at in range(rows)))
    return replace(PAPER, parts=(*PARTS, Part("Alle afspraken", 1, (table,))))
