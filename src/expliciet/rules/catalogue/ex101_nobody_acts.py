"""EX101 · Nobody acts.

A deed that still has to be done, told without anybody who does it: a passive without
an agent, 'men', 'er komt', a bare infinitive.

Why we ask: without an owner nobody fails when it does not happen. The evaluation of
case conferences, the requirements standard 29148 and plain language rules all name
it.

What helps: make the party that acts the subject of the sentence.

Known traps: an agent with 'door' or 'vanuit'; verbs about the meeting itself
('afgesproken wordt'); meeting formulae; a state ('is bekend'); 'worden' as copula
('wordt achttien'); permission with 'men kan'; a column, bullet or 'Actie X:' that
already names the actor; headings.

Known misses: an order that begins with a word which is a noun as well ('check'); a
decision to leave something out is taken for a deed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language import rows
from ..language.kinds import OF_THE_CASE
from ..mending import with_a_doer
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.statement import Statement


def look(statement: Statement) -> Iterator[Mark]:
    for deed in statement.deeds:
        if not deed.doer:
            reach = (deed.clause.start, deed.clause.end)
            yield Mark(deed.group_start, deed.group_end, reach=reach)
    row = rows.read(statement)
    if row and row.is_open and row.deed and not row.has_doer:
        yield Mark(*row.deed)


RULE = TextRule(
    code="EX101",
    phenomenon="actor_missing",
    severity=Severity.WARNING,
    name=Words(
        nl="Niemand handelt",
        en="Nobody acts",
    ),
    question=Words(
        nl="Wie doet dit?",
        en="Who does this?",
    ),
    why=Words(
        nl="Als er geen naam bij staat, kan iedereen denken dat een ander het doet.",
        en="When no name stands with it, everyone may think that someone else does it.",
    ),
    helps=Words(
        nl=(
            "Begin de zin met wie het doet: een persoon, een functie of een "
            "organisatie."
        ),
        en=(
            "Start the sentence with who does it: a person, a function or an "
            "organisation."
        ),
    ),
    silent=Words(
        nl=(
            "We vragen niets als er 'door' of 'vanuit' iemand bij staat, of als het al "
            "gebeurd is. Ook niet als het overleg zelf iets afspreekt of vaststelt."
        ),
        en=(
            "We ask nothing when 'by' someone is given, when it has already happened, "
            "or when the meeting itself agrees or adopts something."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een opdracht die begint met een woord dat ook een ding "
            "is: 'Check of de huur betaald is.' Een besluit om iets niet te "
            "doen zien we soms als actie: 'Besloten is het zomerfeest over te "
            "slaan.'"
        ),
        en=(
            "We miss an order that begins with a word which is a thing as well: "
            "'Check of de huur betaald is.' A decision not to do something is "
            "at times taken for a deed: 'Besloten is het zomerfeest over te "
            "slaan.'"
        ),
    ),
    source=(
        "Evaluatie ICO: van impliciet naar expliciet; ISO/IEC/IEEE 29148; Taalniveau B1"
    ),
    kinds=OF_THE_CASE,
    look=look,
    mend=with_a_doer,
    flags=(
        "De huurachterstand wordt nog uitgezocht.",
        "Er komt een gesprek met de werkgever in week 4.",
        "Men vraagt de gegevens op bij de verzekeraar.",
        "Voor de jongste moet een plek op de opvang geregeld worden.",
        "Verzekeringspas aanvragen.",
        "Een tweede gesprek met opa vindt plaats in maart.",
    ),
    passes=(
        "De bewindvoerder zoekt de huurachterstand uit vóór 22 januari.",
        "De sleutels worden door de huismeester opgehaald op 15 januari.",
        "Actie wijkteam: verzekeringspas aanvragen vóór 20 januari.",
        "Het verslag van de vorige keer wordt vastgesteld.",
        "Afgesproken wordt dat de jeugdverpleegkundige op 16 januari langsgaat.",
        "De jongste wordt in mei vijf jaar.",
        "Men kan zich tot 1 februari aanmelden voor de training.",
        "De auto is vorige week teruggevonden.",
    ),
    minutes_only=True,
)
