"""EX102 · A group as owner.

A deed with an unnamed collective as its doer: 'wij', 'partners', 'iedereen', 'de
tafel', 'de keten'.

Why we ask: what belongs to all belongs to nobody. The evaluation found it, and the
owner is one of the four parts of an action item in Purver et al.

What helps: choose one party that pulls; the others become helpers.

Known traps: 'wij als gemeente'; 'wij' after a speaker's label; deciding together
('we besluiten'); the group as object or audience; a checkable distribution ('ieder
van de vier … vóór 19 januari'); quotations.

Known misses: a group in the singular ('iedere partner').
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..language.agents import group_agent
from ..language.cues import Cues
from ..language.kinds import OF_THE_CASE
from ..language.parties import GROUP, group_in
from ..language.rows import names
from ..mending import at_the_end
from ..rule import Mark, Severity, TextRule
from ..words import Words

if TYPE_CHECKING:
    from ..language.deed import Deed
    from ..language.statement import Statement


_ASKED_OF_ALL = Cues(
    r"van (?:alle |de )?(?:betrokken )?(?:partners|partijen|organisaties|deelnemers|"
    r"aanwezigen|ketenpartners|leden|iedereen|allen)",
)
_ASKED = Cues(r"verwacht|gevraagd|verlangd|gevergd")


def look(statement: Statement) -> Iterator[Mark]:
    for deed in statement.deeds:
        if deed.doer == GROUP:
            yield from _doer_of(statement, deed)
    yield from _of_vague_deeds(statement)
    asked = _ASKED_OF_ALL.find(statement.said)
    if asked and statement.said in _ASKED:
        yield Mark(asked.start() + len("van "), asked.end())
    for cell in statement.segments:
        plain = cell.strip(" .")
        if names(plain) == GROUP:
            group = group_in(cell)
            start = statement.said.find(plain)
            yield Mark(start, start + len(group.group() if group else plain))


def _doer_of(statement: Statement, deed: Deed) -> Iterator[Mark]:
    """The group as subject, behind "door", or before the colon."""
    said, clause = statement.said, deed.clause
    if group := group_in(said[deed.doer_start : deed.doer_end]):
        start = deed.doer_start + group.start()
        reach = (clause.start, clause.end)
        yield Mark(start, start + len(group.group()), reach=reach)
    elif agent := group_agent(said[clause.start : clause.end]):
        yield Mark(clause.start + agent.start(1), clause.start + agent.end(1))
    elif group := group_in(statement.label):
        start = said.find(group.group())
        yield Mark(start, start + len(group.group()))


def _of_vague_deeds(statement: Statement) -> Iterator[Mark]:
    """A group with something so vague that it is no deed: "wij kijken ernaar"."""
    vague = statement.expressions("ex106") + statement.expressions("ex120")
    for clause in statement.clauses:
        if clause.doer != GROUP or not clause.is_main or clause.is_past:
            continue
        if any(deed.clause is clause for deed in statement.deeds):
            continue
        if clause.subject and any(found.clause is clause for found in vague):
            yield Mark(clause.subject[0].start, clause.subject[-1].end)


RULE = TextRule(
    code="EX102",
    phenomenon="actor_group",
    severity=Severity.WARNING,
    name=Words(
        nl="Groep als eigenaar",
        en="A group as owner",
    ),
    question=Words(
        nl="Wie van jullie trekt dit?",
        en="Which of you pulls this?",
    ),
    why=Words(
        nl=(
            "Wat van iedereen is, blijft vaak liggen: niemand weet zeker dat hij aan "
            "zet is."
        ),
        en=(
            "What belongs to everyone is often left lying: nobody is sure that it is "
            "their turn."
        ),
    ),
    helps=Words(
        nl="Kies één trekker en noem die. De anderen helpen mee.",
        en="Choose one party to pull it and name it. The others help.",
    ),
    silent=Words(
        nl=(
            "We vragen niets als de groep samen besluit, of alleen iets hoort of "
            "krijgt. Ook niet als ieder apart iets doet vóór een datum."
        ),
        en=(
            "We ask nothing when the group decides together, only hears or receives "
            "something, or when each does something separately by a date."
        ),
    ),
    misses=Words(
        nl=(
            "We missen een groep in het enkelvoud: 'Iedere partner vraagt het "
            "na bij de eigen achterban.'"
        ),
        en=(
            "We miss a group in the singular: 'Iedere partner vraagt het na bij "
            "de eigen achterban.'"
        ),
    ),
    source=(
        "Evaluatie ICO: van impliciet naar expliciet; Purver e.a.: vier onderdelen van "
        "een actiepunt"
    ),
    kinds=OF_THE_CASE,
    look=look,
    mend=at_the_end(" (trekker: <wie>)"),
    flags=(
        "Wij bellen de huisbaas vóór vrijdag.",
        "De ketenpartners leveren hun stukken aan op 20 januari.",
        "Iedereen houdt de kalender bij tot 1 maart.",
        "De tafel zoekt in februari een andere woonplek voor hem.",
        "Betrokken partijen regelen het vervoer naar de dagbesteding.",
    ),
    passes=(
        "Politie en gemeente bezoeken samen het adres op 14 januari.",
        "De secretaris mailt het verslag op 13 januari aan alle partners.",
        "Wij als woningcorporatie herstellen het slot op 12 januari.",
        (
            "We besluiten de maatregel te verlengen omdat het verzuim in december "
            "verdubbelde."
        ),
        (
            "Ieder van de vier organisaties stuurt vóór 19 januari haar tijdlijn aan "
            "de secretaris."
        ),
        'De moeder zei: "wij regelen dat zelf wel".',
    ),
)
