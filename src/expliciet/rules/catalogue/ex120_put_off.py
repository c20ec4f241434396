"""EX120 · Put off.

A topic that is put off without an owner and a date: 'komt terug', 'aangehouden',
'parkeren', 'doorgeschoven'.

Why we ask: items die in silence when nobody has to bring them back. It is a rule of
our own, drawn from the phenomena in minutes.

What helps: who brings it back, on which day, and why it has to wait.

Known traps: a person who comes back; 'aangehouden' meaning arrested; an owner and a
date in the item; quotations.

Known misses: an image that is not in our list ('in de koelkast'); thinking of
something small together is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language import moments
from ..language.cues import Cues
from ..language.kinds import EVERY_KIND
from ..language.parties import CLIENT, PROFESSIONAL
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


_PUT_OFF = Cues(
    r"(?:komt|komen) (?:\w+ ){0,6}?(?:\w+ )?(?:op )?terug"
    r"(?! (?:uit|naar|van|in|bij|thuis))",
    r"(?:hebben|heeft|buigt) (?:we |wij |men |[^.;]{3,25})(?:het |zich )?"
    r"(?:een (?:andere|volgende) keer|later)",
    r"(?:komt|komen) (?:\w+ )?in een (?:later|volgend) (?:stadium|overleg) aan bod",
    r"op de stapel|(?:keert|keren) terug op de agenda",
    r"(?:een volgende keer|een volgend overleg)(?: maar)?(?: weer)?(?: eens)?(?=\.?$)",
    r"schuiven (?:we|wij) (?:\w+ )?door",
    r"aangehouden(?! (?:door|op|voor|wegens|in|met))",
    r"(?:later|nader|te zijner tijd|een (?:andere|volgende) keer|volgende keer) "
    r"(?:\w+ )?(?:geagendeerd|besproken|behandeld|bekeken|bezien|opgepakt|bepaald|"
    r"doorgenomen)",
)
_PARKED_CAR = Cues(
    r"auto'?s?|parkeerplaats(?:en)?|(?:er|erf|straat|stoep|vak) [^.]{0,20}geparkeerd"
)


def look(statement: Statement) -> Iterator[Mark]:
    spot = next(
        (
            (f.start, f.end)
            for f in statement.expressions("ex120")
            if f.clause is None or (not f.clause.is_past and f.clause.doer != "client")
        ),
        None,
    )
    match = _PUT_OFF.find(statement.said)
    if match and _of_a_person(statement, match.start()):
        match = None
    if match and (spot is None or match.start() <= spot[0]):
        spot = match.span()
    if spot and statement.said[spot[0] : spot[1]] in moments.DATED:
        return
    if spot is None or _settled(statement) or statement.said in _PARKED_CAR:
        return
    if statement.piece.kind == "row" and len(statement.cells) > 1:
        numbered = statement.said[slice(*statement.cells[0])].strip(" .").isdigit()
        yield Mark(statement.cells[1 if numbered else 0][0], spot[1])
        return
    yield Mark(*spot)


def _of_a_person(statement: Statement, at: int) -> bool:
    """The person is arrested, or comes back from somewhere."""
    return any(
        clause.start <= at < clause.end and clause.doer == CLIENT
        for clause in statement.clauses
    )


def _settled(statement: Statement) -> bool:
    """Somebody brings it back on a day that is named."""
    owned = any(d.doer == PROFESSIONAL for d in statement.deeds) or any(
        c.doer == PROFESSIONAL for c in statement.clauses
    )
    return owned and statement.said in moments.DATED


RULE = TextRule(
    code="EX120",
    phenomenon="deferred_item",
    severity=Severity.WARNING,
    name=Words(
        nl="Doorgeschoven",
        en="Put off",
    ),
    question=Words(
        nl="Wie brengt dit terug, en op welke dag?",
        en="Who brings this back, and on which day?",
    ),
    why=Words(
        nl="Wat doorschuift zonder naam en datum, komt vaak nooit meer terug.",
        en="What is put off without a name and a date often never comes back.",
    ),
    helps=Words(
        nl=(
            "Noem wie het inbrengt, wanneer, en waarop jullie wachten. Is het niet "
            "meer nodig? Schrijf dat dan op."
        ),
        en=(
            "Name who brings it in, when, and what you are waiting for. No longer "
            "needed? Then write that down."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als er een naam en een dag bij staan, of als het over een "
            "mens gaat die terugkomt of is aangehouden."
        ),
        en=(
            "We ask nothing when a name and a day are given, or when it is about a "
            "person who returns or was arrested."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een beeld dat wij niet kennen: 'Punt vijf blijft in de "
            "koelkast.' We vragen soms iets bij een klein verzoek: 'Iedereen "
            "denkt na over een naam voor het blad.'"
        ),
        en=(
            "We miss an image that we do not know: 'Punt vijf blijft in de "
            "koelkast.' At times we ask about a small request: 'Iedereen denkt "
            "na over een naam voor het blad.'"
        ),
    ),
    source="Eigen regel van Expliciet",
    silences=("EX101", "EX104"),
    kinds=EVERY_KIND,
    look=look,
    mend=at_the_end("; <wie> brengt het in op <datum>"),
    flags=(
        "Het punt huisvesting komt een andere keer terug.",
        "De vraag over de schulden is aangehouden.",
        "Dit onderwerp parkeren we.",
        "Hier komen we later op terug.",
        "De bespreking van het plan wordt doorgeschoven.",
    ),
    passes=(
        "De procesregisseur brengt de vraag over de schulden in op 21 januari.",
        (
            "Het punt huisvesting is aangehouden tot 28 januari; de gemeente levert "
            "dan het advies."
        ),
        "De verdachte is maandag aangehouden.",
        "Zij komt op 2 februari terug uit de kliniek.",
        "De vraag vervalt, omdat hij op 5 januari is verhuisd.",
        'De moeder zei: "dat komt nog wel terug".',
    ),
)
