"""The fictional people and days that the samples of the record rules speak of."""

from datetime import date

from ..actors import Party

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
