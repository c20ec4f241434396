"""The deeds in a sentence, and which of their slots are filled.

Purver's four parts of an action item are what, when, who and accepted. A deed here is
the *what*, with whether the text says who does it, when, and until when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import moments
from .clauses import Clause, is_deed
from .cues import Cues
from .kinds import is_action_label, under_actions
from .parties import CLIENT, GROUP, PROFESSIONAL, group_in, kind_of, party_of
from .tokens import Token
from .verbs import DECIDE, DEED, JUDGE, KEEP, REPORT, does, readings

if TYPE_CHECKING:
    from .statement import Statement


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to be done; offsets count from the start of the sentence."""

    verb: str
    start: int
    end: int
    """The main verb, or the noun that names the deed."""
    group_start: int
    group_end: int
    """The whole verb group, with "er" or "men" in front."""
    doer: str
    """``professional``, ``client``, ``group``, or empty where nobody does it."""
    doer_start: int
    doer_end: int
    clause: Clause
    is_dated: bool
    is_vague_time: bool
    has_trigger: bool
    is_lasting: bool
    """Goes on: it needs an end rather than a moment."""
    has_end: bool


_MEETING_SAYS = frozenset(
    "afspreken besluiten voorstellen verwachten vragen opmerken constateren melden "
    "vaststellen noemen wijzen horen aangeven vrezen concluderen beslissen overwegen "
    "achten vinden zien bedoelen stellen zeggen vermelden bevestigen toezeggen hopen "
    "vermoeden adviseren aanbevelen onderschrijven signaleren benadrukken kiezen "
    "continueren handhaven voortzetten goedkeuren aannemen verwerpen afwijzen begrijpen "
    "beschouwen ervaren bewonen noteren bedanken danken gewaarderen waarderen "
    "herkennen delen(mening) verzoeken steunen erkennen verlengen toekennen bedreigen "
    "missen betreuren weten opheffen beëindigen stopzetten intrekken heten".split()
)
"""Passives of these report what the meeting did or thinks; they are no deeds."""
_OWN_NOUNS = re.compile(r"\b(?:door|vanuit|namens|via)\s+(?:de|het|een|onze)?\s*", re.I)
_THERE = frozenset("komen volgen gaan".split())
_LIGHT = frozenset(
    "hebben zijn kunnen worden zullen mogen moeten blijken bestaan liggen heten vallen "
    "staan zitten lijken gelden kosten passen".split()
)
_DEED_NOUN = Cues(
    r"huisbezoek|(?:nader )?gesprek|terugkoppeling|inzet|belafspraak|belletje|mailtje|"
    r"navraag|evaluatie|opvolging|aandacht voor|vinger aan de pols|check|controle|"
    r"afstemming|kennismaking|contact|overleg|reactie|aanmelding|inventarisatie|"
    r"monitoring|melding|uitnodiging|aanvraag|onderzoek|rondgang|bezoek|brief|mail|"
    r"(?:warme )?overdracht|intake|training|opname|afspraak|voorlichting"
)


def agents(statement: Statement) -> Iterator[tuple[int, int]]:
    """Parties named as the doer by "door", "vanuit" or "namens"."""
    for match in _OWN_NOUNS.finditer(statement.said):
        rest = statement.said[match.end() : match.end() + 40].split()
        if rest and (
            party_of(rest[0].strip(".,;:()").lower())
            or rest[0][0].isupper()
            or (len(rest) > 1 and party_of(rest[1].strip(".,;:()").lower()))
        ):
            yield match.start(), match.end() + len(rest[0])


def label_doer(statement: Statement) -> str:
    """The doer named before the colon or in a table column, if any."""
    label = statement.label
    if label:
        words = [w for w in re.split(r"[\s,/&+]+", label) if w]
        if group_in(label):
            return GROUP
        for word in words:
            if party_of(word.lower()) == PROFESSIONAL:
                return PROFESSIONAL
        if 0 < len(words) <= 2 and all(w[0].isupper() for w in words):
            if not any(w.lower() in _TOPICS or readings(w.lower()) for w in words):
                return PROFESSIONAL if _looks_like_name(words) else ""
    return ""


_TOPICS = frozenset(
    "status stand besluit besloten afspraak actie vervolg optie reden doel criterium "
    "criteria risico wonen werk schulden veiligheid huisvesting dagbesteding financiën "
    "inkomen folder verslag vraag antwoord conclusie advies punt agendapunt planning "
    "uitkomst inzet aanleiding stelling afgesproken toegevoegd termijn deadline locatie "
    "niveau duiding weging signaal signalen kern gevolg resultaat ingekomen mededeling".split()
)


def _looks_like_name(words: list[str]) -> bool:
    return all(len(w) > 1 for w in words) and not any(
        w.lower().endswith(("ing", "heid", "tie", "en", "s")) for w in words
    )


def deeds(statement: Statement) -> list[Deed]:
    """Everything in the sentence that is still to be done, in order."""
    if statement.kind in ("procedural", "heading") or statement.piece.kind == "row":
        return []
    found: list[Deed] = []
    named = label_doer(statement)
    by_agent = any(True for _ in agents(statement))
    for clause in statement.clauses:
        if clause.aside:
            continue
        deed = _deed_of(statement, clause, named, by_agent, found)
        if deed:
            found.append(deed)
    if not found:
        deed = _noun_deed(statement, named, by_agent)
        if deed:
            found.append(deed)
    return found


_AGREED = Cues(
    r"(?:afgesproken|besloten|vastgelegd|overeengekomen|toegezegd|verzocht|voorgesteld|"
    r"afspraak is|besluit is|spreken af|spreekt af)"
)


def _deed_of(
    statement: Statement, clause: Clause, named: str, by_agent: bool, sofar: list[Deed]
) -> Deed | None:
    lows = clause.lows
    if clause.opened_by:
        agreed = statement.said[: clause.start] in _AGREED
        if clause.opened_by == "om":
            if not (agreed and clause.infinitives):
                return None
        elif not (clause.opened_by == "dat" and agreed):
            return None
    form = clause.form
    infinitive = clause.verb
    if form is None:
        return _without_finite(statement, clause, named, by_agent, sofar)
    if clause.is_past and not clause.opened_by:
        return None
    if clause.is_passive:
        main = next(
            ((t, f) for t, f in reversed(clause.participles)
             if f.infinitive not in ("worden",)),
            None,
        )
        if main is None or _is_meeting_talk(main[1].infinitive, statement, clause):
            return None
        doer = PROFESSIONAL if (by_agent or named == PROFESSIONAL) else ""
        return _made(statement, clause, main[0], doer, sofar, passive=True)
    there = "er" in lows[:4] or clause.doer == ""
    finite = clause.finite
    assert finite is not None
    if infinitive in ("volgen", "komen", "plaatsvinden") and clause.doer in ("", CLIENT):
        if (infinitive != "komen" or "er" in lows) and "uit" not in lows:
            token = finite
            doer = PROFESSIONAL if by_agent or named == PROFESSIONAL else ""
            return _made(statement, clause, token, doer, sofar)
    if form.infinitive == "vinden" and lows[-1:] == ["plaats"] or (
        form.infinitive == "vinden" and "plaats" in lows
    ):
        doer = PROFESSIONAL if by_agent else ""
        return _made(statement, clause, finite, doer, sofar)
    if "men" in lows[:3]:
        if is_deed(infinitive) and form.infinitive not in ("kunnen", "mogen"):
            return _made(statement, clause, _main_token(clause), "", sofar)
        return None
    if form.infinitive in ("kunnen", "mogen", "hoeven", "willen") and clause.infinitives:
        return None
    kinds = set(does(infinitive))
    if infinitive in _LIGHT or DEED not in kinds and KEEP not in kinds:
        return None
    if _only_says(statement, clause, kinds):
        return None
    doer = clause.doer
    if not doer and named == PROFESSIONAL and not clause.subject:
        doer = PROFESSIONAL
    if not doer and finite is clause.words[0] and _is_imperative(clause):
        return _made(statement, clause, finite, "", sofar)
    if not doer and not clause.subject and sofar and not there:
        doer = sofar[-1].doer
    if not doer and not clause.subject and sofar:
        doer = sofar[-1].doer or doer
        if not doer:
            return None
    if doer in (PROFESSIONAL, GROUP):
        return _made(statement, clause, _main_token(clause), doer, sofar)
    return None


def _is_meeting_talk(infinitive: str, statement: Statement, clause: Clause) -> bool:
    if infinitive in _MEETING_SAYS:
        return True
    kinds = set(does(infinitive))
    return bool(kinds & {REPORT, JUDGE, DECIDE}) and DEED not in kinds


_SAYS_THAT = re.compile(r"^(?:dat|of|wat|hoe|waarom|:)", re.I)


def _only_says(statement: Statement, clause: Clause, kinds: set[str]) -> bool:
    """"meldt dat …" reports; "meldt het besluit aan …" is a deed."""
    if not kinds & {REPORT, JUDGE}:
        return False
    if DEED not in kinds:
        return True
    rest = statement.said[clause.end :].lstrip(" ,")
    return bool(_SAYS_THAT.match(rest)) or clause.lows[-1:] == ["op"]


def _is_imperative(clause: Clause) -> bool:
    return clause.form is not None and clause.form.tense == "present" and not (
        clause.words[0].low.endswith("t") and len(clause.words) > 1
        and bool(clause.subject) and clause.doer != ""
    )


def _without_finite(
    statement: Statement, clause: Clause, named: str, by_agent: bool, sofar: list[Deed]
) -> Deed | None:
    """A bare infinitive ("Rooster opvragen") or "te bespreken met …"."""
    if not clause.infinitives or not clause.is_main and clause.opened_by != "om":
        if clause.participles and clause.opened_by == "":
            return None
        return None
    token, form = clause.infinitives[-1]
    last = clause.words[-1]
    bare = token is last or [w for w in clause.words if w.is_word][-1] is token
    te = any(
        clause.words[i - 1].low == "te"
        for i, w in enumerate(clause.words)
        if i and w is token
    )
    lasting = any(f.infinitive == "blijven" for _, f in clause.infinitives) or (
        KEEP in does(form.infinitive)
    )
    first_words = clause.words[0] is token
    if not (bare or te or lasting or first_words or _followed_by_preposition(clause, token)):
        return None
    if DEED not in does(form.infinitive) and not lasting:
        return None
    doer = PROFESSIONAL if named == PROFESSIONAL or by_agent else ""
    if named == GROUP:
        doer = GROUP
    if not doer and sofar and not clause.opened_by:
        doer = sofar[-1].doer
    return _made(statement, clause, token, doer, sofar)


def _followed_by_preposition(clause: Clause, token: Token) -> bool:
    words = clause.words
    position = words.index(token)
    following = words[position + 1] if position + 1 < len(words) else None
    return following is not None and following.low in (
        "met", "bij", "aan", "naar", "over", "voor", "van", "richting", "in", "op", "uit",
    )


def _noun_deed(statement: Statement, named: str, by_agent: bool) -> Deed | None:
    """A noun that names a deed, in a place where deeds are listed."""
    words = [t for t in statement.tokens if t.is_word]
    if not words or len(words) > 10 or any(c.form for c in statement.clauses):
        return None
    listed = is_action_label(statement.label) or (
        under_actions(statement) and not statement.label
    )
    match = _DEED_NOUN.pattern.match(statement.said, words[0].start)
    if not match or not (listed or statement.alone and not statement.label):
        return None
    clause = statement.clauses[0]
    token = Token(match.group(), match.group().lower(), match.start(), match.end())
    doer = PROFESSIONAL if by_agent or named == PROFESSIONAL else ""
    return _made(statement, clause, token, doer, [])


def _main_token(clause: Clause) -> Token:
    """The word that carries the deed: the finite verb, or the infinitive behind it."""
    form = clause.form
    assert form is not None and clause.finite is not None
    if form.infinitive in ("gaan", "zullen", "moeten", "dienen", "laten", "blijven"):
        for token, inf in reversed(clause.infinitives):
            if inf.infinitive not in ("worden", "hebben"):
                return token
    return clause.finite


_LASTING_VERB = Cues(
    r"blijf(?:t)?|blijven|monitor(?:t|en)?|monitoring|"
    r"hou(?:dt|d|den)? (?:\w+ ){0,5}?(?:contact|vinger|in de gaten|in beeld|zicht|oog|"
    r"toezicht|bij|lijntjes|lijnen|rekening)|"
    r"(?:contact|zicht|oog|toezicht|vinger|rekening) \w* ?(?:houdt|houden|te houden)|"
    r"in (?:de gaten|beeld|gesprek|verbinding|contact) (?:\w+ )?(?:houden|blijven|te houden)|"
    r"volgt (?:de|het|hem|haar|betrokkene|deze|dit)|bewaakt|waakt|begeleidt|aandacht|"
    r"alert|vinger aan de pols|surveilleert|patrouilleert|ziet toe|toezien"
)


def _made(
    statement: Statement,
    clause: Clause,
    token: Token,
    doer: str,
    sofar: list[Deed],
    passive: bool = False,
) -> Deed:
    said = statement.said
    begin, end = _verb_group(clause, token)
    own = said[clause.start : clause.end]
    shared = not sofar or doer == sofar[-1].doer and not clause.subject
    whole = said if _single_time(statement, clause, sofar) else own
    lead = said[: clause.start] if shared or not sofar else ""
    text = whole if shared else own
    if statement.label and not sofar:
        text = said
    subject = clause.subject
    return Deed(
        verb=clause.verb,
        start=token.start,
        end=token.end,
        group_start=begin,
        group_end=end,
        doer=doer,
        doer_start=subject[0].start if subject else begin,
        doer_end=subject[-1].end if subject else end,
        clause=clause,
        is_dated=text in moments.DATED or lead in moments.DATED,
        is_vague_time=text in moments.VAGUE or lead in moments.VAGUE,
        has_trigger=said in moments.TRIGGER,
        is_lasting=(
            own in _LASTING_VERB or own in moments.LASTING or own in moments.RHYTHM
        ),
        has_end=said in moments.ENDS,
    )


def _single_time(statement: Statement, clause: Clause, sofar: list[Deed]) -> bool:
    return not sofar or not clause.subject


def _verb_group(clause: Clause, token: Token) -> tuple[int, int]:
    """From the finite verb (with er or men) to the last part of the verb."""
    parts = [token]
    if clause.finite:
        parts.append(clause.finite)
    if clause.particle:
        parts.append(clause.particle)
    for t, _ in clause.participles + clause.infinitives:
        parts.append(t)
    begin = min(p.start for p in parts)
    end = max(p.end for p in parts)
    for w in clause.words:
        if w.low in ("er", "men") and w.start < begin:
            begin = w.start
    if clause.finite is None:
        begin, end = token.start, token.end
        position = clause.words.index(token) if token in clause.words else 0
        if position and clause.words[position - 1].low == "te":
            begin = clause.words[position - 1].start
            if position > 1 and clause.words[position - 2].low in (
                "op", "aan", "uit", "in", "af", "toe", "na", "over", "terug", "mee", "bij",
            ):
                begin = clause.words[position - 2].start
    return begin, end
