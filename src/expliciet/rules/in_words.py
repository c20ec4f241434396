"""What a sentence does, what a record is and what its fields are called, on screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from .actors import Party
from .course import Course
from .item import Context, Item, Position
from .words import Words

SENTENCES: Mapping[str, Words] = {
    "agreement": Words("afspraken", "agreements"),
    "expectation": Words("verwachtingen", "expectations"),
    "consideration": Words("overwegingen", "considerations"),
    "interpretation": Words("duidingen", "interpretations"),
    "decision": Words("besluiten", "decisions"),
    "scaling": Words("op- en afschalen", "scaling up and down"),
    "intervention": Words("interventies", "interventions"),
    "fact": Words("feiten", "facts"),
    "procedural": Words("de gang van het overleg", "the course of the meeting"),
}
"""What a sentence or record does, in the plural."""

RECORDS: Mapping[str, Words] = {
    "minutes": Words("verslag", "minutes"),
    "agreement": Words("afspraak", "agreement"),
    "expectation": Words("verwachting", "expectation"),
    "consideration": Words("overweging", "consideration"),
    "interpretation": Words("duiding", "interpretation"),
    "decision": Words("besluit", "decision"),
    "scaling": Words("op- of afschalen", "scaling"),
    "intervention": Words("interventie", "intervention"),
    "statement": Words("mededeling", "statement"),
}

FIELDS: Mapping[str, Words] = {
    "about": Words("wat", "what"),
    "acute": Words("acuut gevaar", "acute danger"),
    "alternatives": Words("alternatieven", "alternatives"),
    "answer": Words("antwoord", "answer"),
    "asked_by": Words("gevraagd door", "asked by"),
    "asked_on": Words("gevraagd op", "asked on"),
    "basis": Words("basis", "basis"),
    "confidence": Words("zekerheid", "confidence"),
    "confirmed": Words("bevestigd", "confirmed"),
    "criteria": Words("criteria", "criteria"),
    "decision": Words("besluit", "decision"),
    "deed": Words("actie", "deed"),
    "done_when": Words("klaar als", "done when"),
    "due": Words("datum", "date"),
    "from": Words("van", "from"),
    "goal": Words("doel", "goal"),
    "ground": Words("grondslag", "ground"),
    "helpers": Words("helpers", "helpers"),
    "made_on": Words("afgesproken op", "agreed on"),
    "ordered_by_court": Words("opgelegd door de rechter", "ordered by a court"),
    "owner": Words("eigenaar", "owner"),
    "positions": Words("standpunten", "positions"),
    "procedural": Words("gaat over de gang van zaken", "is procedural"),
    "puller": Words("trekker", "puller"),
    "reasons": Words("redenen", "reasons"),
    "recipient": Words("ontvanger", "recipient"),
    "review_on": Words("evaluatie op", "review on"),
    "round_of": Words("gevraagd aan", "asked of"),
    "self_evident": Words("spreekt vanzelf", "speaks for itself"),
    "shares": Words("deelt informatie", "shares information"),
    "start": Words("start", "start"),
    "status": Words("stand", "status"),
    "statutory_end": Words("einde volgens wet of maatregel", "end by law or measure"),
    "stop": Words("stopt", "stops"),
    "term": Words("termijn", "term"),
    "text": Words("tekst", "text"),
    "to": Words("aan", "to"),
    "topic": Words("gaat over", "is about"),
    "trigger": Words("na", "after"),
    "type": Words("soort", "type"),
    "what": Words("wat wordt gedeeld", "what is shared"),
}
COURSES: Mapping[str, Words] = {
    "advice": Words("advies", "advice"),
    "agreement": Words("afspraak", "agreement"),
    "conflict": Words("botsing", "conflict"),
    "core_seat": Words("kernpartij", "core partner"),
    "dissent": Words("afwijkend standpunt", "dissent"),
    "dossier": Words("dossier", "dossier"),
    "expectation": Words("verwachting", "expectation"),
    "impasse": Words("impasse", "impasse"),
    "progress": Words("voortgang", "progress"),
    "review": Words("noodzaaktoets", "necessity review"),
    "round": Words("duidingsronde", "interpretation round"),
    "scaling": Words("niveau van de aanpak", "level of the approach"),
}
"""What can stand still."""

DAYS: Mapping[str, Words] = {
    "answer_by": Words("antwoord gevraagd vóór", "answer asked by"),
    "answered": Words("beantwoord op", "answered on"),
    "asked": Words("gevraagd op", "asked on"),
    "assumed": Words("aangenomen op", "assumed on"),
    "claimed": Words("gemeld op", "claimed on"),
    "confirmed": Words("bevestigd op", "confirmed on"),
    "decide_by": Words("besluit gevraagd vóór", "decision asked by"),
    "decided": Words("besloten op", "decided on"),
    "done": Words("bevestigd als gedaan op", "confirmed as done on"),
    "due": Words("afgesproken vóór", "agreed by"),
    "handled": Words("behandeld op", "dealt with on"),
    "interpreted": Words("samen geduid op", "interpreted together on"),
    "left": Words("vertrokken op", "left on"),
    "opened": Words("geopend op", "opened on"),
    "read_by": Words("duidingen gevraagd vóór", "readings asked by"),
    "recorded": Words("vastgelegd op", "recorded on"),
    "resolved": Words("opgelost op", "resolved on"),
    "revealed": Words("onthuld op", "revealed on"),
    "review_by": Words("opnieuw bekijken vóór", "look again by"),
    "seated": Words("aan tafel sinds", "at the table since"),
    "settled": Words("opgelost op", "settled on"),
    "since": Words("vast sinds", "stuck since"),
}
"""What happened on a day, or was to happen by it."""

_SCALING: Mapping[str, Words] = {"to": Words("naar", "to")}
_TOPICS: Mapping[str, Words] = {
    "intervention": Words("een interventie", "an intervention"),
    "scaling": Words("op- of afschalen", "scaling"),
    "sharing": Words("delen", "sharing"),
}
_STANCES: Mapping[str, Words] = {
    "for": Words("voor", "for"),
    "against": Words("tegen", "against"),
    "abstains": Words("onthoudt zich", "abstains"),
    "doubts": Words("twijfelt", "doubts"),
    "advises": Words("adviseert", "advises"),
}
_MONTHS = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
        *("september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
}
_NOTHING = "–"


def record_in_words(item: Item, language: str = "nl") -> str:
    """One record on one line: its kind, its fields and what stands around it."""
    kind = RECORDS[item.kind].spoken(language).capitalize()
    fields = "; ".join(_field(item, name, language) for name in item.fields)
    around = "; ".join(_around(item.context, language))
    empty = Words("niets ingevuld", "nothing filled in").spoken(language)
    return f"{kind} – {fields or empty}" + (f" ({around})" if around else "")


def course_in_words(course: Course, language: str = "nl") -> str:
    """One matter on one line: its kind, and its days."""
    kind = COURSES[course.kind].spoken(language).capitalize()
    days = "; ".join(
        f"{DAYS[what].spoken(language)} {in_words(day, language)}"
        for what, day in course.days
    )
    today = Words("vandaag", "today").spoken(language)
    nothing = Words("geen datum", "no date").spoken(language)
    return f"{kind} – {days or nothing} ({today} {in_words(course.today, language)})"


def _field(item: Item, name: str, language: str) -> str:
    label = FIELDS.get(name, Words(name, name))
    if item.kind == "scaling":
        label = _SCALING.get(name, label)
    value = item.fields[name]
    if name == "topic" and value in _TOPICS:
        value = _TOPICS[value].spoken(language)
    return f"{label.spoken(language)}: {in_words(value, language)}"


def in_words(value: object, language: str = "nl") -> str:
    """What stands in a field, as a person would say it; nothing is a dash."""
    if isinstance(value, bool):
        return (Words("ja", "yes") if value else Words("nee", "no")).spoken(language)
    if isinstance(value, date):
        months = _MONTHS["en" if language.startswith("en") else "nl"]
        return f"{value.day} {months[value.month - 1]} {value.year}"
    if isinstance(value, Party):
        return _party(value)
    if isinstance(value, Position):
        return _position(value, language)
    if isinstance(value, list | tuple):
        return ", ".join(in_words(part, language) for part in value) or _NOTHING
    return str(value) if value else _NOTHING


def _party(party: Party) -> str:
    called = [w for w in (party.name, party.function, party.organisation) if w]
    if not called:
        return _NOTHING
    first, *rest = called
    return f"{first} ({', '.join(rest)})" if rest else first


def _position(position: Position, language: str) -> str:
    stance = _STANCES.get(position.stance)
    said = [stance.spoken(language) if stance else _NOTHING]
    said += [words for words in (position.reason, position.handling) if words]
    return f"{position.party.organisation or position.party.name} {': '.join(said)}"


def _around(context: Context, language: str) -> Iterator[str]:
    if context.today:
        meeting = Words("overleg op", "meeting on").spoken(language)
        yield f"{meeting} {in_words(context.today, language)}"
    if context.present:
        table = Words("aan tafel", "at the table").spoken(language)
        there = dict.fromkeys(p.organisation or p.name for p in context.present)
        yield f"{table}: {', '.join(there)}"
    if context.core:
        core = Words("kernpartners", "core partners").spoken(language)
        yield f"{core}: {', '.join(context.core)}"
