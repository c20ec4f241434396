"""Neutral names for dossiers: things of dunes and shore, never of people."""

import secrets

NAMES = tuple(
    """
    Aalscholver Bergeend Blauwdoorn Boomleeuwerik Branding Brandgans Braamsluiper
    Buizerd Distelvink Drieteen Duinaveruit Duindoorn Duinpan Duinroos Duinviooltje
    Dwergstern Eidereend Fuut Geelgors Goudplevier Graspieper Grutto Heggenmus
    Helmgras Houtduif IJsvogel Jeneverbes Kamperfoelie Kanoet Kardinaalsmuts Karekiet
    Kievit Kleinjager Kluut Kneu Kokmeeuw Koolmees Kraanvogel Kruipwilg Kwelder
    Kwikstaart Lepelaar Lijster Lisdodde Mantelmeeuw Meerkoet Merel Moerasspirea
    Nachtegaal Noordzee Oeverloper Oeverzwaluw Oorworm Parnassia Pijlstaart Pimpelmees
    Populier Roerdomp Roodborst Scholekster Slobeend Smient Sneeuwgors Spreeuw
    Sprinkhaanzanger Steenloper Stormmeeuw Strandkrab Strandplevier Tapuit Tjiftjaf
    Torenvalk Tureluur Veldleeuwerik Vlier Waterral Wielewaal Wilgenroosje Winterkoning
    Wintertaling Wulp Zandhagedis Zandloper Zeealsem Zeekraal Zeelavendel Zeewolfsmelk
    Zilvermeeuw Zwaluw Zwartkop
    """.split()
)


def is_neutral(name: str) -> bool:
    """From the list, with or without a number; so never a name of somebody."""
    bare, space, number = name.partition(" ")
    counted = number.isascii() and number.isdecimal() and len(number) < 6
    return bare in NAMES and (counted or not space)


def draw(taken: set[str]) -> str:
    """A name that no dossier of the house carries; with a number when all do."""
    free = [name for name in NAMES if name not in taken]
    if free:
        return secrets.choice(free)
    name, number = secrets.choice(NAMES), 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"
