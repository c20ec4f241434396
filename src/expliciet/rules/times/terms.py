"""Terms: *binnen twee weken*, *over drie werkdagen*, *de komende maand*."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from .calendar import add_months, add_working_days
from .moment import Moment, Setting, vague
from .time import Role
from .words import number_of, phrase_at

COUNTED = (
    r"(?:(?:[0-9]{1,3}|een|twee|drie|vier|vijf|zes) ?(?:a|of|tot|-) ?)?"
    r"@number ?(?:volle |hele )?@unit"
)
ODD = (
    r"(?P<odd>(?:een )?half(?: jaar)|anderhalve? (?:week|maand|jaar)|de (?:week|maand))"
)
UNSURE = (
    r"(?:(?:enkele|een paar|een aantal|paar|meerdere|een week of|een dag of"
    r"|een maand of)(?: (?:@number|werkdagen|dagen|weken|maanden|jaar|uur|uren))?"
    r"|(?:zeer |niet al te |een )?(?:afzienbare|korte|lange|redelijke|enige|tijdje)"
    r"(?: (?:tijd|termijn))?|een tijdje|een poosje)"
)
TERM = rf"(?:(?:maximaal|hooguit|nu en|ten hoogste|uiterlijk) )?(?:{COUNTED}|{ODD})"
COMING = (
    rf"(?:de |het )?(?:aan)?komende? (?:{COUNTED}|(?P<odd>half jaar|anderhalve maand))"
)
COMING_VAGUE = (
    r"(?:de )?(?:aan)?komende (?:tijd|periode|dagen|weken|maanden|jaren"
    r"|(?:paar|enkele) (?:dagen|weken|maanden))"
)
ODD_TERMS = {
    "half jaar": (6, "maand"),
    "een half jaar": (6, "maand"),
    "anderhalve week": (10, "dag"),
    "anderhalve maand": (45, "dag"),
    "anderhalf jaar": (18, "maand"),
    "de week": (7, "dag"),
    "de maand": (1, "maand"),
}


class Term(NamedTuple):
    """A number of days, working days, months or hours."""

    number: int
    unit: str

    @property
    def working(self) -> bool:
        return self.unit == "werkdag"

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it; it has no word for a working day."""
        if self.unit == "uur":
            days, hours = divmod(self.number, 24)
            return f"P{days}D" if not hours else f"PT{self.number}H"
        return f"P{self.number}{'M' if self.unit == 'maand' else 'D'}"

    def after(self, day: date, setting: Setting) -> date:
        """The last day within the term, counted from `day`."""
        if self.unit == "werkdag":
            return add_working_days(day, self.number, setting.days_off)
        if self.unit == "maand":
            return add_months(day, self.number)
        if self.unit == "uur":
            whole_days = 0 if self.number < 24 else -(-self.number // 24)
            return day + timedelta(days=whole_days)
        return day + timedelta(days=self.number)

    def before(self, day: date, setting: Setting) -> date:
        """The day on which the term begins that ends on `day`."""
        if self.unit == "uur":
            return day - (self.after(day, setting) - day)
        return Term(-self.number, self.unit).after(day, setting)


class FoundTerm(NamedTuple):
    """A term and where its words end."""

    end: int
    term: Term


def read_term(text: str, at: int, phrase: str = TERM) -> FoundTerm | None:
    """A number of days, weeks, months, years or hours."""
    found = phrase_at(phrase, text, at)
    if not found:
        return None
    if found["odd"]:
        term = Term(*ODD_TERMS[" ".join(found["odd"].split())])
    else:
        term = _counted(number_of(found["number"]), found["unit"])
    return FoundTerm(found.end(), term)


def _counted(count: int, unit: str) -> Term:
    if unit.startswith("werkdag"):
        return Term(count, "werkdag")
    if unit.startswith(("we", "wk")):
        return Term(7 * count, "dag")
    if unit.startswith(("u", "etm")):
        return Term(count * (24 if unit.startswith("etm") else 1), "uur")
    months = {"m": 1, "k": 3, "j": 12}.get(unit[0])
    return Term(count * months, "maand") if months else Term(count, "dag")


def read_coming(text: str, at: int, setting: Setting) -> Moment | None:
    """*de komende twee weken*: from today, as long as it says."""
    found = phrase_at(COMING_VAGUE, text, at)
    if found:
        return vague(found.end())
    term = read_term(text, at, COMING)
    if term is None:
        return None
    last = term.term.after(setting.today, setting)
    return Moment(term.end, setting.today, last, Role.PERIOD, lasting=True)


def read_unsure(text: str, at: int) -> Moment | None:
    """*een paar weken*: a term without a number."""
    found = phrase_at(UNSURE, text, at)
    return vague(found.end()) if found else None
