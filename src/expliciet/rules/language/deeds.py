"""The deeds in a sentence, and which of their slots are filled.

Purver's four parts of an action item are what, when, who and accepted. A deed here is
the *what*, with whether the text says who does it, when, and until when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from . import moments, rows
from .clause import Clause
from .cues import Cues
from .kinds import is_action_label, is_procedural, under_actions
from .parties import CLIENT, GROUP, PROFESSIONAL, group_in, kind_of, party_of
from .spelling import Form
from .tokens import Token, folded
from .verbs import (
    DECIDE,
    DEED,
    JUDGE,
    KEEP,
    PARTICLES,
    REPORT,
    SCALE,
    does,
    is_deed,
    is_often_noun,
    needs_a_human,
    readings,
)

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
    "afspreken vastleggen overeenkomen toezeggen fluisteren rekenen besluiten "
    "voorstellen verwachten vragen opmerken constateren melden vaststellen "
    "noemen wijzen horen aangeven vrezen concluderen beslissen overwegen "
    "achten vinden zien bedoelen stellen zeggen vermelden bevestigen toezeggen "
    "hopen vermoeden adviseren aanbevelen onderschrijven signaleren "
    "benadrukken kiezen continueren handhaven voortzetten goedkeuren aannemen "
    "verwerpen afwijzen begrijpen beschouwen ervaren bewonen noteren bedanken "
    "danken gewaarderen waarderen herkennen verzoeken steunen erkennen "
    "verlengen toekennen bedreigen missen betreuren weten opheffen beëindigen "
    "stopzetten intrekken heten".split()
)
"""Passives of these report what the meeting did or thinks; they are no deeds."""
_TOLD = frozenset(
    "bewoond geacht gefluisterd gedeeld opgeheven gevreesd gerekend gesteund beperkt "
    "gedragen geconstateerd onderschreven opgemerkt voortgezet gehandhaafd".split()
)
_OWN_NOUNS = re.compile(
    r"\b(?:door|vanuit|namens|via|onder\s+leiding\s+van)\s+(?:de|het|een|onze)?\s*",
    re.IGNORECASE,
)
_THERE = frozenset("komen volgen gaan".split())
_LIGHT = frozenset(
    "hebben zijn kunnen worden zullen mogen moeten blijken bestaan liggen heten vallen "
    "staan zitten lijken gelden kosten passen".split()
)
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


def agents(statement: Statement) -> Iterator[tuple[int, int]]:
    """Parties named as the doer by "door", "vanuit" or "namens"."""
    for match in _OWN_NOUNS.finditer(statement.said):
        rest = re.findall(r"[\w-]+", statement.said[match.end() : match.end() + 40])
        if not rest or rest[0].lower() in _NO_AGENT or rest[0].isdigit():
            continue
        kind = party_of(folded(rest[0])) or party_of(folded(" ".join(rest[1:2])))
        if kind or rest[0][0].isupper() or needs_no_list(rest[0].lower()):
            yield match.start(), match.end() + len(rest[0])


def needs_no_list(noun: str) -> bool:
    """A noun in -er, -ster, -aar or -ling does things: bakker, bezorgster."""
    return len(noun) > 5 and noun.endswith(("er", "ster", "aar", "ist", "loog", "team"))


_NO_AGENT = frozenset(
    "te middel tijd week raam jaren maand dag omstandigheden gebrek drukte ziekte wijk "
    "vakantie regen weer oorzaak verlof verhuizing wie".split()
)


def label_doer(statement: Statement) -> str:
    """The doer named before the colon, or between dashes, if any."""
    for place, segment in enumerate(statement.segments):
        named = rows.names(segment)
        if named:
            return named
        short = segment.strip(" .:")
        if place == 0 and short.isalpha() and short.islower() and len(short) <= 4:
            return PROFESSIONAL
    label = statement.label
    if label:
        words = [w for w in re.split(r"[\s,/&+]+", label) if w]
        if group_in(label):
            return GROUP
        for word in words:
            if party_of(folded(word)) == PROFESSIONAL:
                return PROFESSIONAL
        if 0 < len(words) <= 2 and all(w[0].isupper() for w in words):
            if not any(w.lower() in _TOPICS or readings(w.lower()) for w in words):
                return PROFESSIONAL if _looks_like_name(words) else ""
    return ""


_TOPICS = frozenset(
    "status stand besluit besloten afspraak actie vervolg optie reden doel criterium "
    "criteria risico wonen werk schulden veiligheid huisvesting dagbesteding financiën "
    "inkomen folder verslag vraag antwoord conclusie advies punt agendapunt planning "
    "uitkomst inzet aanleiding stelling afgesproken toegevoegd termijn "
    "deadline locatie niveau duiding weging signaal signalen kern gevolg "
    "resultaat ingekomen mededeling".split()
)


def _looks_like_name(words: list[str]) -> bool:
    return all(len(w) > 1 for w in words) and not any(
        w.lower().endswith(("ing", "heid", "tie", "en", "s")) for w in words
    )


def deeds(statement: Statement) -> list[Deed]:
    """Everything in the sentence that is still to be done, in order."""
    if is_procedural(statement) or statement.piece.kind == "row":
        return []
    if statement.label and party_of(folded(statement.label)) == CLIENT:
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
    r"(?:afgesproken|besloten|vastgelegd|overeengekomen|toegezegd|verzocht|"
    r"voorgesteld|afspraak is|besluit is|spreken af|spreekt af)",
)


def _deed_of(
    statement: Statement, clause: Clause, named: str, by_agent: bool, sofar: list[Deed]
) -> Deed | None:
    lows = clause.lows
    if clause.opened_by == "wie" and _is_question(statement, clause):
        assert clause.finite is not None
        deed = _made(statement, clause, clause.finite, "", sofar)
        who = clause.words[0]
        return replace(deed, group_start=who.start, group_end=who.end)
    if clause.opened_by and not _meanwhile(clause):
        agreed = statement.said[: clause.start] in _AGREED
        if clause.opened_by == "om":
            if clause.infinitives and _asks_nobody(statement, clause):
                deed = _made(statement, clause, clause.infinitives[-1][0], "", sofar)
                return replace(deed, is_dated=True)
            if not (agreed and clause.infinitives):
                return None
        elif not (clause.opened_by == "dat" and agreed):
            return None
    form = clause.form
    infinitive = clause.verb
    if form is None:
        return _without_finite(statement, clause, named, by_agent, sofar)
    if clause.is_past and not clause.opened_by:
        if clause.is_perfect and {"besloten", "afgesproken"} & set(lows):
            return _advised(statement, clause, named, by_agent, sofar)
        return None
    if clause.is_passive:
        main = next(
            (
                (t, f)
                for t, f in reversed(clause.participles)
                if f.infinitive not in ("worden",)
            ),
            None,
        )
        told = " ".join(lows)
        if (
            main is None
            or lows[0] == "volgens"
            or _describes(statement, clause, main[1])
        ):
            return None
        that = statement.said[clause.end :].lstrip(" ,").lower().startswith("dat ")
        talk = _is_meeting_talk(main[1].infinitive) or main[0].low in _TOLD
        if main[1].infinitive == "vragen" and not _asks_something(statement, told):
            talk = that
        known = DEED in does(main[1].infinitive)
        scales = SCALE in does(main[1].infinitive) and any(
            c.opened_by in ("als", "indien", "wanneer", "zodra") or c.is_condition
            for c in statement.clauses
        )
        if (talk or that or not known) and told not in _INFORMED and not scales:
            return _advised(statement, clause, named, by_agent, sofar)
        if {"niet", "geen", "kan", "kunnen", "mag", "mogen"} & set(lows):
            return None
        doer = PROFESSIONAL if (by_agent or named == PROFESSIONAL) else ""
        if group_agent(statement.said[clause.start : clause.end]):
            doer = GROUP
        return _made(statement, clause, main[0], doer, sofar, passive=True)
    finite = clause.finite
    assert finite is not None
    if "iemand" in lows and not clause.opened_by and not clause.is_past:
        deed = _made(statement, clause, finite, "", sofar)
        who = clause.words[lows.index("iemand")]
        return replace(deed, group_start=min(who.start, finite.start))
    if form.infinitive == "gaan" and "er" in lows[:3] and not clause.infinitives:
        if infinitive in ("gaan", "uitgaan"):
            doer = PROFESSIONAL if by_agent else ""
            return _made(statement, clause, finite, doer, sofar)
    if finite is clause.words[0] and infinitive in ("volgen", "komen", "gaan"):
        return None  # a question
    if infinitive in ("volgen", "komen", "plaatsvinden") and (
        clause.doer == "" or "er" in lows
    ):
        if (infinitive != "komen" or "er" in lows) and "uit" not in lows:
            token = finite
            sent = by_agent or named == PROFESSIONAL or _comes_from(clause)
            doer = PROFESSIONAL if sent else ""
            return _made(statement, clause, token, doer, sofar)
    if (form.infinitive == "vinden" and lows[-1:] == ["plaats"]) or (
        form.infinitive == "vinden" and "plaats" in lows
    ):
        doer = PROFESSIONAL if by_agent else ""
        return _made(statement, clause, finite, doer, sofar)
    if "men" in lows[:3]:
        if set(does(infinitive)) & {REPORT, JUDGE}:
            return None
        if is_deed(infinitive) and form.infinitive not in ("kunnen", "mogen"):
            return _made(statement, clause, _main_token(clause), "", sofar)
        return None
    if form.infinitive in ("kunnen", "mogen", "hoeven", "willen") or (
        form.infinitive == "zullen" and form.tense == "past"
    ):
        return _half_promised(statement, clause, sofar)
    if _is_half(clause):
        return _half_promised(statement, clause, sofar)
    if _opened_by_advice(clause):
        return _advised(statement, clause, named, by_agent, sofar)
    kinds = set(does(infinitive))
    if (
        _idle(clause, infinitive)
        or infinitive in _LIGHT
        or (DEED not in kinds and KEEP not in kinds)
    ):
        return None
    if clause.follows and finite is clause.words[0] and kinds & {REPORT, JUDGE}:
        return None  # "…, zegt de directeur"
    if infinitive == "vragen" and _answered(statement, clause):
        return None
    if _only_says(statement, clause, kinds):
        return _advised(statement, clause, named, by_agent, sofar)
    if [t.low for t in clause.subject] == ["iemand"] and is_deed(infinitive):
        deed = _made(statement, clause, _main_token(clause), "", sofar)
        who = clause.subject[0]
        return replace(deed, group_start=who.start, group_end=who.end)
    if {"niet", "geen", "nooit"} & set(lows):
        return None
    doer = clause.doer
    if not doer and named and not clause.subject:
        doer = named
    if sofar and [t.low for t in clause.subject] in (["zij"], ["hij"], ["ze"]):
        doer = sofar[-1].doer
    if (
        doer in (PROFESSIONAL, GROUP)
        and form.infinitive in _OWED
        and clause.infinitives
    ):
        return None
    if not clause.subject and clause.joined:
        doer = _carried(statement, clause, sofar)
        if not doer:
            return None
    elif not doer and finite is clause.words[0] and _is_imperative(clause):
        return _made(statement, clause, finite, "", sofar)
    elif not doer and clause.subject and _acts(clause, infinitive):
        doer = PROFESSIONAL
    if doer in (PROFESSIONAL, GROUP):
        return _made(statement, clause, _main_token(clause), doer, sofar)
    return None


def _comes_from(clause: Clause) -> bool:
    """'diagnose volgt van de psychiater'."""
    lows = clause.lows
    return any(
        low == "van" and kind_of(clause.words[at + 1 : at + 3]) == PROFESSIONAL
        for at, low in enumerate(lows)
        if at > 1
    )


_REQUEST = Cues(r"(?:dringend |nader )?(?:advies|verzoek|oproep|voorstel|aanbeveling)")


def _asks_nobody(statement: Statement, clause: Clause) -> bool:
    """'Verzoek om de ramen te laten repareren': of whom, it does not say."""
    lead = statement.said[statement.body_start : clause.start]
    return len(lead.split()) <= 2 and _REQUEST.opens(lead.strip()) is not None


def _meanwhile(clause: Clause) -> bool:
    """'… terwijl de corporatie de sleutel regelt': a second deed beside the first."""
    return clause.opened_by == "terwijl" and clause.doer == PROFESSIONAL


_AT_THE_TABLE = frozenset(
    "bespreken doornemen toelichten behandelen presenteren voorleggen "
    "voorlezen uitleggen introduceren voorstellen noemen bediscussiëren "
    "uitdelen tonen bekijken aanstippen aankaarten doorspreken voorzetten "
    "samenvatten vervangen".split()
)
_TO_COME = Cues(
    r"nog|zal|zullen|moet|moeten|dient|dienen|later|komende?|volgende?|binnenkort",
    r"straks|uiterlijk|z\.s\.m\.|op \d|opnieuw|eerst",
)
_HABIT = Cues(r"soms|vaak|nu|meestal|altijd|doorgaans|al|sinds|steeds|nog steeds")


def group_agent(text: str) -> re.Match[str] | None:
    """'door ons', 'door allen', 'door de betrokken partners': everybody, so nobody."""
    return _GROUP_AGENT.search(text)


_GROUP_AGENT = re.compile(
    r"\b(?:door|vanuit|namens)\s+(ons|allen|iedereen|eenieder|"
    r"(?:de\s+)?(?:betrokken\s+)?(?:partners|partijen|organisaties|instanties)|"
    r"alle\s+\w+)\b",
    re.IGNORECASE,
)


def _describes(statement: Statement, clause: Clause, form: Form) -> bool:
    """A passive of what happens at the table, or of how things go: no deed to come."""
    told = " ".join(clause.lows)
    if (
        form.infinitive in _AT_THE_TABLE
        and not statement.alone
        and told not in _TO_COME
    ):
        return True
    if told in _HABIT and told not in _TO_COME and form.infinitive not in ("vragen",):
        return True
    if form.infinitive in ("houden", "plaatsvinden") and _EXACT_DAY.search(told):
        return True
    if group_agent(told):
        return False
    door = re.search(r"\bdoor (?:de |het |een )?(\w+)", told)
    named = any(True for _ in agents(statement))
    return bool(door) and not named


_EXACT_DAY = re.compile(r"\b\d{1,2} [a-z]{3,9}|\b\d{1,2}[-/]\d{1,2}")


def _is_question(statement: Statement, clause: Clause) -> bool:
    return (
        statement.said.rstrip().endswith("?")
        and clause.finite is not None
        and clause.start == statement.body_start
        and is_deed(clause.verb)
    )


def _advised(
    statement: Statement, clause: Clause, named: str, by_agent: bool, sofar: list[Deed]
) -> Deed | None:
    """'Afgesproken wordt … af te wachten', 'raadt aan … te laten …': what, not who."""
    lows = clause.lows
    if {"niet", "geen", "geacht", "overslaan"} & set(lows):
        return None
    if clause.is_passive and clause.doer == PROFESSIONAL:
        return None
    for token, _form in reversed(clause.infinitives):
        position = clause.words.index(token)
        if "te" in lows[max(0, position - 2) : position] and _opened_by_advice(clause):
            doer = PROFESSIONAL if by_agent or named == PROFESSIONAL else ""
            deed = _made(statement, clause, token, doer, sofar)
            start = clause.words[position - 1].start
            if lows[position - 1] != "te" or (
                position > 1 and lows[position - 2] in PARTICLES
            ):
                start = clause.words[position - 2].start
            return replace(deed, group_start=start, group_end=token.end)
    return None


_HALF = Cues(
    r"(?:is|zijn) (?:\w+ ){0,3}(?:bereid|voornemens|van plan|genegen|geneigd|van zins)",
    r"(?:probeert|proberen|tracht|trachten|overweegt|overwegen|hoopt|hopen|beoogt|"
    r"poogt|streeft|(?:denkt|denken) (?:\w+ ){0,8}te|belooft)",
    r"(?:wil|willen) (?:wel|best)",
)


_SAYS_YES = frozenset("toezeggen instemmen toestemmen zeggen accepteren".split())


def _answered(statement: Statement, clause: Clause) -> bool:
    """Somebody else answers what is asked, later in the same sentence."""
    return any(
        c.start >= clause.end and c.verb in _SAYS_YES and c.is_main
        for c in statement.clauses
    )


def _is_half(clause: Clause) -> bool:
    return " ".join(clause.lows) in _HALF


def _half_promised(
    statement: Statement, clause: Clause, sofar: list[Deed]
) -> Deed | None:
    """'is bereid te bellen', 'wil wel kijken': the deed is the infinitive."""
    if not _is_half(clause) or not clause.infinitives:
        return None
    if clause.doer == CLIENT or not clause.subject:
        return None
    return _made(
        statement, clause, clause.infinitives[-1][0], clause.doer or PROFESSIONAL, sofar
    )


_INFORMED = Cues(r"op de hoogte|in kennis|onder de aandacht|aan de orde")


def _asks_something(statement: Statement, told: str) -> bool:
    """'gevraagd wordt of …', 'van partners wordt … gevraagd': an expectation."""
    return any(
        word in f" {told} {statement.said} "
        for word in (" van ", " of ", " om ", " naar ", " aan ")
    )


def _opened_by_advice(clause: Clause) -> bool:
    return " ".join(clause.lows) in _ADVISES


_ADVISES = Cues(
    r"afgesproken|besloten|overeengekomen|vastgelegd|voorgesteld|geadviseerd",
    r"aanbevolen|verzocht|raadt aan|raden aan|beveelt aan|aanbeveling|advies|adviseert",
    r"stelt voor|stellen voor|in overweging|verzoek|wenselijk|verdient het|oproep",
)


def _is_meeting_talk(infinitive: str) -> bool:
    if infinitive in _MEETING_SAYS:
        return True
    kinds = set(does(infinitive))
    return bool(kinds & {REPORT, JUDGE, DECIDE}) and DEED not in kinds


_OWED = frozenset("moeten dienen behoren horen".split())
"""What a party must do is expected of it, which is another question."""


def _carried(statement: Statement, clause: Clause, sofar: list[Deed]) -> str:
    """The doer of the clause before, which "en" carries on."""
    if sofar:
        return sofar[-1].doer
    earlier = [c for c in statement.clauses if c.end <= clause.start and c.is_main]
    return earlier[-1].doer if earlier else ""


_THINGS = frozenset(
    "dit dat deze die het er wat alles iets niets casus zaak dossier plan "
    "traject cursus training overleg vergadering brief rapport verslag "
    "onderzoek aanvraag besluit maatregel situatie thuissituatie aanpak "
    "termijn wet regeling geld bedrag huur schuld schulden woning huis auto "
    "gesprek bijeenkomst melding zorg groep klas uitslag".split()
)


def _acts(clause: Clause, infinitive: str) -> bool:
    """A verb that needs somebody to do it makes its subject a doer, known or not."""
    head = [w.low for w in clause.subject]
    if not head or any(w in _THINGS for w in head[:3]):
        return False
    return needs_a_human(infinitive)


_IDLE = frozenset(
    "stemmen instemmen toestemmen staan zien knikken schelen wegen "
    "tegensputteren adviseren afzien achterstaan besluiten kiezen beslissen "
    "goedkeuren verwerpen afwijzen toekennen tegenstemmen voorstemmen "
    "toejuichen bedanken danken heten gedenken vaststellen betreuren steunen "
    "onderschrijven opmerken meepraten voorstaan aanraden aanbevelen inzien "
    "erkennen".split()
)
_IDLE_PHRASES = Cues(
    r"(?:ga|gaat|gaan) [^.;]{0,40}(?:akkoord|ervan uit|er van uit|dicht|terug|"
    r"van tafel)",
    r"(?:akkoord|ervan uit) (?:te )?gaan",
    r"(?:maakt|maken) zich [^.;]{0,20}(?:zorgen|ongerust|druk)",
    r"(?:neemt|nemen) kennis|(?:kan|kunnen) zich|(?:heeft|hebben) (?:geen )?bezwaar",
    r"gaan er stemmen|er gaan stemmen|(?:zegt|zeggen) [^.;]{0,20}(?:ja|nee|toe)",
    r"(?:neemt|nemen) afscheid|hangt op|uit op|leest in|lees(?:t)? (?:\w+ ){0,4}als",
    r"lezen (?:\w+ ){0,4}als|verzoekt|verzoeken|onthoudt zich|onthouden zich|overdrijf",
    r"overdrijft|vraagt zich|vragen zich|vraagt naar|vragen naar",
    r"(?:plaatst|zet) \w* ?(?:vraagtekens|kanttekening)",
    r"rekent erop|baseert|gaat het om|gaat om|(?:stelt|stellen) (?:zich|dat|vast)",
    r"valt af|vallen af",
    r"(?:geeft|geven|gaf) (?:\w+ ){0,2}(?:toelichting|presentatie|uitleg|update|"
    r"overzicht|stand van zaken)",
    r"(?:geeft|geven) (?:\w+ )?(?:aanleiding|akkoord|het woord|groen licht|voorrang)",
    r"(?:doet|doen|brengt) (?:een )?(?:voorstel|suggestie)",
    r"start met|juicht|verwijst|presenteert|(?:houdt|houden) zich (?:aan|afzijdig)",
    r"(?:geeft|geven) de voorkeur|(?:doet|doen) zich voor",
)


def _idle(clause: Clause, infinitive: str) -> bool:
    """Voting, agreeing, seeing: the meeting's own business, nothing left to be done."""
    if infinitive in _IDLE:
        return True
    return " ".join(clause.lows) in _IDLE_PHRASES


_SAYS_THAT = re.compile(r"^(?:dat|of|wat|hoe|waarom|:)", re.IGNORECASE)


def _only_says(statement: Statement, clause: Clause, kinds: set[str]) -> bool:
    """'meldt dat …' reports; 'meldt het besluit aan …' is a deed."""
    if not kinds & {REPORT, JUDGE}:
        return False
    if DEED not in kinds:
        return True
    rest = statement.said[clause.end :].lstrip(" ,")
    return bool(_SAYS_THAT.match(rest)) or clause.lows[-1:] == ["op"]


def _is_imperative(clause: Clause) -> bool:
    low = clause.words[0].low
    if is_often_noun(low) and not _orders(clause):
        return False
    return (
        clause.form is not None
        and clause.form.tense == "present"
        and (bool(readings(low + "t")) or clause.form.infinitive[:-2].endswith("t"))
    )


def te_before(clause: Clause, token: Token) -> bool:
    at = clause.words.index(token)
    return at > 0 and clause.words[at - 1].low == "te"


def _orders(clause: Clause) -> bool:
    """'Check of …', 'Plan een …': what follows shows that it is a verb."""
    lows = clause.lows
    return len(lows) == 1 or lows[1] in (
        "de",
        "het",
        "een",
        "even",
        "of",
        "bij",
        "met",
        "alle",
        "nog",
        "zo",
        "hoe",
        "wie",
    )


def _without_finite(
    statement: Statement, clause: Clause, named: str, by_agent: bool, sofar: list[Deed]
) -> Deed | None:
    """A bare infinitive ("Rooster opvragen") or "te bespreken met …"."""
    if not clause.infinitives or (not clause.is_main and clause.opened_by != "om"):
        if clause.participles and clause.opened_by == "":
            return None
        return None
    token, form = clause.infinitives[-1]
    last = clause.words[-1]
    after_om = any(
        c.opened_by == "om" and c.end <= clause.start for c in statement.clauses
    )
    if te_before(clause, token) and (after_om or clause.words.index(token) > 3):
        return None
    bare = token is last or [w for w in clause.words if w.is_word][-1] is token
    bare = bare or clause.words[clause.words.index(token) + 1].low in (",", "!", "?")
    if SCALE in does(form.infinitive) and _of_the_case(clause, form.infinitive):
        return None
    te = any(
        clause.words[i - 1].low == "te"
        for i, w in enumerate(clause.words)
        if i and w is token
    )
    lasting = any(f.infinitive == "blijven" for _, f in clause.infinitives) or (
        KEEP in does(form.infinitive)
    )
    if clause.words[0].low in ("typisch", "kwestie", "geval"):
        return None
    before = clause.words[clause.words.index(token) - 1].low
    if (token is not clause.words[0] and before in _NOMINAL) or (
        token.low in _NOUN_FIRST and token is clause.words[0]
    ):
        return None
    first_words = clause.words[0] is token
    if not (
        bare or te or lasting or first_words or _followed_by_preposition(clause, token)
    ):
        return None
    if DEED not in does(form.infinitive) and not lasting:
        return None
    if {"geen", "niet"} & set(clause.lows):
        return None
    doer = PROFESSIONAL if named == PROFESSIONAL or by_agent else ""
    if named == GROUP:
        doer = GROUP
    if not doer and sofar and not clause.opened_by:
        doer = sofar[-1].doer
    return _made(statement, clause, token, doer, sofar)


_NOMINAL = frozenset(
    "tot voor van het bij door na over aan in op een de zonder".split()
)
_NOUN_FIRST = frozenset("vragen zorgen kosten leden regels werken onderhoud".split())


def _of_the_case(clause: Clause, infinitive: str) -> bool:
    """Closing or handing over a case is a step of scaling, asked about as such."""
    named = {"casus", "zaak", "dossier", "traject", "regie"} & set(clause.lows)
    return bool(named) or infinitive in (
        "opschalen",
        "afschalen",
        "terugschalen",
        "heropenen",
    )


def _followed_by_preposition(clause: Clause, token: Token) -> bool:
    words = clause.words
    position = words.index(token)
    following = words[position + 1] if position + 1 < len(words) else None
    return following is not None and following.low in (
        "met",
        "bij",
        "aan",
        "naar",
        "over",
        "voor",
        "van",
        "richting",
        "in",
        "op",
        "uit",
        "waar",
        "zo",
        "als",
        "indien",
        "tot",
        "om",
    )


def _noun_deed(statement: Statement, named: str, by_agent: bool) -> Deed | None:
    """A noun that names a deed, in a place where deeds are listed."""
    words = [t for t in statement.tokens if t.is_word]
    if not words or len(words) > 10 or any(c.form for c in statement.clauses):
        return None
    listed = is_action_label(statement.label) or (
        under_actions(statement) and not statement.label
    )
    match = _DEED_NOUN.opens(statement.said, words[0].start)
    if match and re.match(r"\s+(?:van|op) \d", statement.said[match.end() :]):
        return None
    if not match and is_action_label(statement.label) and len(words) <= 3:
        match = re.compile(r"[\w-]+").match(statement.said, words[0].start)
    if not match or not (listed or (statement.alone and not statement.label)):
        return None
    clause = statement.clauses[0]
    token = Token(match.group(), match.group(), match.start(), match.end(), True)
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
    r"blijf(?:t)?|blijven|monitor(?:t|en)?|monitoring",
    r"hou(?:dt|d|den)? (?:\w+ ){0,5}?(?:contact|vinger|in de gaten|in beeld|zicht|oog|"
    r"toezicht|bij|lijntjes|lijnen|rekening)",
    r"(?:contact|zicht|oog|toezicht|vinger|rekening) \w* ?(?:houdt|houden|te houden)",
    r"in (?:de gaten|beeld|gesprek|verbinding|contact) (?:\w+ )?"
    r"(?:houden|blijven|te houden)",
    r"volgt (?:de|het|hem|haar|betrokkene|deze|dit)",
    r"bewaakt|waakt|begeleidt",
    r"aandacht (?:voor|houden|hebben|blijven)(?! [^.]*vra)",
    r"alert|vinger aan de pols|surveilleert|patrouilleert|ziet toe|toezien",
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
    start, stop = _reach(statement, clause)
    text = said[start:stop]
    lead = statement.label or ""
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
        is_dated=any(t in moments.DATED or t in moments.UNTIL for t in (text, lead)),
        is_vague_time=text in moments.VAGUE or lead in moments.VAGUE,
        has_trigger=said in moments.TRIGGER,
        is_lasting=any(
            s < clause.end and clause.start < e for s, e in statement.lasting
        )
        or own in moments.FREQUENT
        or (own in _LASTING_VERB or own in moments.LASTING or own in moments.RHYTHM),
        has_end=moments.ends(said),
    )


def _reach(statement: Statement, clause: Clause) -> tuple[int, int]:
    """The clauses that one doer does: a day named in one of them counts for all."""
    ordered = sorted(statement.clauses, key=lambda c: c.start)
    place = ordered.index(clause)
    first = place
    while first and not _starts_anew(ordered[first]):
        first -= 1
    last = place + 1
    while last < len(ordered) and not _starts_anew(ordered[last]):
        last += 1
    start = 0 if first == 0 else ordered[first].start
    stop = len(statement.said) if last == len(ordered) else ordered[last].start
    return start, stop


def _starts_anew(clause: Clause) -> bool:
    """A main clause with a doer of its own."""
    return clause.is_main and clause.form is not None and bool(clause.subject)


def _verb_group(clause: Clause, token: Token) -> tuple[int, int]:
    """From the finite verb (with er or men) to the last part of the verb."""
    parts = [token]
    if clause.finite:
        parts.append(clause.finite)
    if clause.particle:
        parts.append(clause.particle)
    first = clause.finite.start if clause.finite else 0
    others = [t for t, _ in clause.participles + clause.infinitives]
    parts += [t for t in others if t.start >= first] or others
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
                "op",
                "aan",
                "uit",
                "in",
                "af",
                "toe",
                "na",
                "over",
                "terug",
                "mee",
                "bij",
            ):
                begin = clause.words[position - 2].start
    return begin, end
