"""What a deed waits for: *zodra het vonnis er is*, *na de zitting*, *als hij belt*.

A clause runs to the next comma, colon or full stop, or to the word that opens the
next thing in the line (*want*, *omdat*, *klaar als*). At the start of a line without
a comma it runs up to its verb: "Zodra het vonnis er is belt Bo school".
"""

from __future__ import annotations

from datetime import date

from .meetings import MEETING
from .moment import Setting
from .weekdays import read_day
from .words import NUMBERS, listed, part_at, phrase_at

CONDITION_STARTS = listed(
    "zodra als wanneer nadat indien pas direct meteen alleen en maar op"
)
EVENT_STARTS = listed("na pas direct meteen onmiddellijk kort gelijk")
LONGEST = 240
CLAUSE_ENDS = (
    r"\n|,(?! ?[0-9])|[;:!?()]|\.(?:\s|$)| (?:uiterlijk|binnen) "
    r"| (?:want|omdat|i\.v\.m\.|doordat|zodat|dan|klaar als)\b"
)
CONDITION = (
    r"(?:(?:en |maar )?pas |direct |meteen |alleen )?(?P<word>zodra|als|wanneer|nadat"
    r"|op het moment dat|indien)(?= [^\W_])"
)
SUBJECT = (
    r" (?:de|het|hij|zij|ze|er|dit|dat|die|deze|we|wij|ik|je|u|een|iemand|niemand|zijn"
    r"|haar|hun|beide|alle|moeder|vader|school|betrokkene|politie|om|gemeente|[0-9]+)\b"
)
NO_CONDITION = (
    r" (?:het (?:goed is|gaat om|kan|lukt|moet)|(?:dat|het) (?:nodig|mogelijk) is"
    r"|volgt|zodanig|nodig|mogelijk)"
)
NOT_BEFORE_ALS = listed(
    "wij we klaar net zowel zo zoals even evenals hetzelfde dezelfde zelfde anders "
    "meer minder beter eerder evenveel dan zover voor goed snel spoedig wat"
)
ASKING = listed(
    "vraagt vragen weet weten zegt vertelt meldt bepaalt bespreekt bespreken hoort "
    "kijkt zoekt afspreken spreekt doorgeeft doorgeven"
)
VERBS = (
    "geeft|geven|is|zijn|heeft|hebben|wordt|worden|was|waren|kan|kunnen|wil|willen|"
    "ligt|komt|komen|gaat|gaan|weet|weten|staat|blijkt|belt|meldt|reageert|"
    "akkoord gaat|binnenkomt|terugkomt|instemt|tekent|start|begint|vrijkomt|"
    "verschijnt|verhuist|afloopt"
)
PARTICIPLE = (
    r"(?: (?:(?:[a-z]{2,5})?ge[a-z]{2,}(?:d|t|en)"
    r"|(?:be|ver|ont|her)[a-z]{3,}(?:d|en))\b)"
)
AFTER = (
    r"(?:(?:pas|direct|meteen|onmiddellijk|kort|gelijk) )?na "
    r"(?:(?:afloop|ontvangst|afronding|akkoord|toestemming) van |overleg met )?"
)
NO_NOUN = listed(
    "over of wat hoe wie waar welke hoeveel wanneer waarom bij in op met en te door "
    "voor om dat elkaar aan tot van uit als maar want omdat naar afloop verloop zodra "
    "wordt is zijn belt gaat"
)
DETERMINERS = NUMBERS.keys() | listed(
    "de het een zijn haar hun deze dit die dat elke elk ieder iedere uw ons onze"
)
ADJECTIVE = (
    r"(?:eerste|tweede|derde|laatste|volgende|vorige|nieuwe|beide|korte|lange|goede"
    r"|(?!gemeente)ge[a-z]+[dtn]e|[a-z]+(?:ische|lijke|ieve|ele|ige|ende|bare|zame|"
    r"iele|aire))"
)
ANY_DAY = Setting(date(2000, 1, 1), bare=False)
WORD = r"[^\W\d_](?:[^\W_]|['-](?=[^\W_]))*"
NOUN = rf"(?:{ADJECTIVE} ){{0,3}}{WORD}"
OF_WHAT = rf" (?:van|met|door) (?:(?:de|het|een|zijn|haar|hun) )?{NOUN}"


def clause_end(text: str, at: int, *, opens_line: bool) -> int:
    """Where the clause ends that begins before `at`."""
    stretch = text[at : at + LONGEST]
    found = _search(CLAUSE_ENDS, stretch)
    end = at + (found if found is not None else len(stretch))
    comma = text[end : end + 1] == ","
    if opens_line and not comma:
        # "Zodra het vonnis er is belt Bo": the second verb is the deed's.
        verb = part_at(rf"[^\n]{{1,{LONGEST}}}?\b(?:{VERBS})\b{PARTICIPLE}?", text, at)
        if verb and verb.end() < end:
            end = verb.end()
    return _trimmed(text, at, end)


def _search(phrase: str, text: str) -> int | None:
    found = part_at(rf"(?s:.)*?(?={phrase})", text, 0)
    return found.end() if found else None


def _trimmed(text: str, at: int, end: int) -> int:
    return at + len(text[at:end].rstrip(" \t\r\n.'\"-"))


def read_condition(text: str, at: int) -> int | None:
    """Where a clause with *zodra*, *als*, *nadat*, *wanneer* ends."""
    found = phrase_at(CONDITION, text, at)
    if not found:
        return None
    if found["word"] not in {"zodra", "nadat", "op het moment dat"}:
        if not _opens_a_clause(text, at, found["word"]):
            return None
        if phrase_at(NO_CONDITION, text, found.end()):
            return None
    end = clause_end(text, found.end(), opens_line=_opens_a_line(text, at))
    if found["word"] == "als" and not _is_clause(text, found.end(), end):
        return None
    return end if end - found.end() > 2 else None


def _is_clause(text: str, at: int, end: int) -> bool:
    """Not the *als* of *als wijkagent*: a subject follows, or a verb closes it."""
    if part_at(SUBJECT, text, at):
        return True
    return part_at(rf"[^\n]*\b(?:{VERBS})$", text[at:end], 0) is not None


def _opens_a_clause(text: str, at: int, word: str) -> bool:
    """Not *net als*, not *klaar als*, not *vraagt wanneer*."""
    before = text[max(0, at - 40) : at].split()
    if word == "wanneer":
        return ASKING.isdisjoint(before)
    return not before or before[-1].strip(",") not in NOT_BEFORE_ALS


def _opens_a_line(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" \t-*•")
    return not before or before[-1] in "\n.:;!?"


def read_event(text: str, at: int) -> int | None:
    """Where the thing ends that *na* speaks of: *na de zitting van dinsdag*."""
    found = part_at(AFTER, text, at)
    if not found:
        return None
    meeting = phrase_at(MEETING, text, found.end())
    return meeting.end() if meeting else noun_end(text, found.end())


def noun_end(text: str, at: int) -> int | None:
    """Where the noun and what belongs to it end: *het gesprek met moeder*."""
    first = part_at(rf"[0-9]{{1,3}}|{WORD}", text, at)
    if not first or first[0] in NO_NOUN:
        return None
    start = at
    if first[0] in DETERMINERS or first[0].isdecimal():
        gap = part_at(" ", text, first.end())
        if not gap:
            return None
        start = gap.end()
    noun = part_at(NOUN, text, start)
    if not noun:
        return None
    end = noun.end()
    for _ in range(3):
        more = part_at(OF_WHAT, text, end)
        if not more:
            break
        end = more.end()
    when = part_at(r" (?:van|op|d\.d\.) ", text, end)
    dated = read_day(text, when.end(), ANY_DAY) if when else None
    return dated.end if dated else end
