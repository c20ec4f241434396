"""The fictional people and days that the samples of the rules speak of."""

from datetime import date

from ..actors import Party
from ..course import Course, Day

MEETING = date(2027, 1, 12)

OFFICER = Party("Bo", "wijkagent", "politie")
TEACHER = Party("Noor", "leerplichtambtenaar", "gemeente")
NURSE = Party("Sam", "verpleegkundige", "GGZ")
PROSECUTOR = Party("Lou", "officier van justitie", "OM")
COACH = Party("Kim", "gezinscoach", "wijkteam")
CARETAKER = Party("Mo", "huismeester", "woningcorporatie")
DIRECTOR = Party("Robin", "procesregisseur", "Zorg- en Veiligheidshuis")

PRESENT = (OFFICER, TEACHER, NURSE, PROSECUTOR, COACH, DIRECTOR)
CORE = ("gemeente", "OM", "politie")


def course(kind: str, *days: tuple[str, str]) -> Course:
    """One fictional matter, seen on the day of the meeting; days as in ISO 8601."""
    told = tuple(Day(what, date.fromisoformat(day)) for what, day in days)
    return Course(kind, told, MEETING)
