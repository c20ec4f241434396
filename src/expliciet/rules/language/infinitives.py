"""Deeds noted without a finite verb: "Rooster opvragen", "te bespreken met …"."""

from .clause import Clause
from .cues import Cues
from .deed import Deed, made
from .parties import GROUP
from .spot import Spot
from .tokens import Token
from .verbs import DEED, KEEP, SCALE, does

_NOMINAL = frozenset(
    "tot voor van het bij door na over aan in op een de zonder".split()
)
"""Behind these an infinitive is a noun: "het bellen", "na overleggen"."""
_NOUN_FIRST = frozenset("vragen zorgen kosten leden regels werken onderhoud".split())
_LEADS_ON = frozenset(
    "met bij aan naar over voor van richting in op uit "
    "waar zo als indien tot om".split()
)
_IS_DONE = Cues(
    r"(?:is|zijn) (?:inmiddels |al |intussen )?(?:gebeurd|gedaan|afgerond|uitgevoerd|"
    r"verwerkt|klaar|gelukt)(?=[\s.!;)]*$)"
)
_CASE = ("casus", "zaak", "dossier", "traject", "regie")
_SCALES = ("opschalen", "afschalen", "terugschalen", "heropenen")


def has_no_finite(spot: Spot) -> bool:
    """A clause without a finite verb: a note."""
    return spot.clause.form is None


def noted(spot: Spot) -> Deed | None:
    """The deed that the last infinitive names."""
    clause = spot.clause
    if not clause.infinitives or not (clause.is_main or clause.opened_by == "om"):
        return None
    token, form = clause.infinitives[-1]
    kinds = does(form.infinitive)
    lasting = KEEP in kinds or any(
        f.infinitive == "blijven" for _, f in clause.infinitives
    )
    if (DEED not in kinds and not lasting) or spot.says("geen", "niet"):
        return None
    if _is_noun(clause, token) or _is_purpose(spot, token):
        return None
    if spot.statement.said in _IS_DONE or _has_reflexive(spot, token):
        return None
    if SCALE in kinds and (spot.says(*_CASE) or form.infinitive in _SCALES):
        return None  # asked about as a step of scaling
    if not (lasting or _stands_as_deed(clause, token)):
        return None
    return made(spot, token, _doer(spot))


def _is_noun(clause: Clause, token: Token) -> bool:
    """'een kwestie van afwachten', "Vragen over het verlof"."""
    if clause.words[0].low in ("typisch", "kwestie", "geval"):
        return True
    if token is clause.words[0]:
        return token.low in _NOUN_FIRST
    return clause.comes_before(token) in _NOMINAL


def _is_purpose(spot: Spot, token: Token) -> bool:
    """A "te" that is far from the start, or behind "om": what another deed is for."""
    clause = spot.clause
    if clause.comes_before(token) != "te":
        return False
    behind_om = any(
        c.opened_by == "om" and c.end <= clause.start for c in spot.statement.clauses
    )
    return behind_om or clause.words.index(token) > 3


def _has_reflexive(spot: Spot, token: Token) -> bool:
    """'Buiten houden jongeren zich op': what looks like an infinitive is finite."""
    if not spot.says("zich") or spot.clause.comes_before(token) == "te":
        return False
    last = [word for word in spot.clause.words if word.is_word][-1]
    return token is not last


def _stands_as_deed(clause: Clause, token: Token) -> bool:
    """First, last, behind "te", or with what it is about behind it."""
    words = clause.words
    if token is words[0] or clause.comes_before(token) == "te":
        return True
    if token is [w for w in words if w.is_word][-1]:
        return True
    following = words[words.index(token) + 1].low
    return following in (",", "!", "?") or following in _LEADS_ON


def _doer(spot: Spot) -> str:
    """Who is named; else whoever did the deed before."""
    if spot.named == GROUP:
        return GROUP
    if not spot.agent and spot.earlier and not spot.clause.opened_by:
        return spot.earlier[-1].doer
    return spot.agent
