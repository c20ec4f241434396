"""Deeds named by a noun, in a place where deeds are listed: "Actie: huisbezoek"."""

import re

from .cues import Cues
from .deed import Deed, made
from .kinds import is_action_label, under_actions
from .spot import Spot
from .tokens import Token

LONGEST_NOTE = 10
_DEED_NOUN = Cues(
    r"(?:nog |wekelijkse?|dagelijkse?|intensieve|extra|tweede|nieuw|vervolg|kort|"
    r"een )? ?[a-z-]*(?:gesprek|bezoek|moment|overleg|afspraak|begeleiding|evaluatie|"
    r"training|controle|check)",
    r"huisbezoek|(?:nader )?gesprek|terugkoppeling|inzet|belafspraak|belletje|mailtje",
    r"navraag|evaluatie|opvolging|aandacht voor|vinger aan de pols|check|controle",
    r"afstemming|kennismaking|contact|overleg|reactie|aanmelding|inventarisatie",
    r"monitoring|melding|uitnodiging|aanvraag|onderzoek|rondgang|bezoek|brief|mail",
    r"(?:warme )?overdracht|intake|training|opname|afspraak|voorlichting",
)
_HAS_BEEN = re.compile(r"\s+(?:van|op) \d")
_WORD = re.compile(r"[\w-]+")


def named_by_noun(spot: Spot) -> Deed | None:
    """The deed that a note without any finite verb names."""
    statement = spot.statement
    words = [token for token in statement.tokens if token.is_word]
    if not 0 < len(words) <= LONGEST_NOTE or any(c.form for c in statement.clauses):
        return None
    labelled = is_action_label(statement.label)
    unlabelled = not statement.label and (statement.alone or under_actions(statement))
    if not labelled and not unlabelled:
        return None
    start = words[0].start
    match = _DEED_NOUN.opens(statement.said, start)
    if match and _HAS_BEEN.match(statement.said, match.end()):
        return None
    if not match and labelled and len(words) <= 3:
        match = _WORD.match(statement.said, start)
    if not match:
        return None
    token = Token(match.group(), match.group(), match.start(), match.end(), True)
    return made(spot, token, spot.agent)
