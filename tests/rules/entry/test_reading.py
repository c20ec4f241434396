"""A typed line means the same to two people and to the program (F49, F86)."""

from datetime import date

import pytest

from expliciet.rules import Party
from expliciet.rules.entry import Kind, Lack, read_entry

TODAY = date(2026, 11, 26)  # a Thursday
BO = Party("Bo Visser", "wijkagent", "Politie")
KIM = Party("Kim de Vries", "officier van justitie", "Openbaar Ministerie")
NOOR = Party("Noor Bakker", "leerplichtambtenaar", "Gemeente Zilverdam")
SAM = Party("Sam Mulder", "mentor", "School De Esdoorn")
IRIS = Party("Iris Kok", "psychiater", "GGZ Noord")
JO = Party("Jo Prins", "behandelaar", "GGZ Noord")
TABLE = (BO, KIM, NOOR, SAM, IRIS, JO)


def read(line, **context):
    return read_entry(line, today=TODAY, people=TABLE, **context)


def test_the_line_of_the_example_falls_apart_in_its_parts():
    """F49: one owner, one deed, one date, and when it is done."""
    entry = read(
        "Politie (Bo) belt school vóór vrijdag over rooster, "
        "klaar als roostergesprek gepland"
    )
    assert entry.kind is Kind.AGREEMENT
    assert (entry.owner.name, entry.owner.at_table) == ("Bo Visser", True)
    assert entry.due == date(2026, 11, 26)
    assert entry.deed == "belt school over rooster"
    assert entry.verb == "bellen"
    assert entry.done_when == "roostergesprek gepland"
    assert entry.lacks == ()


@pytest.mark.parametrize(
    ("line", "owner", "deed"),
    [
        ("Vóór vrijdag belt Bo school over het rooster", BO, "belt school over het ro"),
        ("Bo van de politie belt vrijdag school", BO, "belt school"),
        ("Bo vd politie belt vrijdag school", BO, "belt school"),
        ("wijkagent Bo belt vrijdag school", BO, "belt school"),
        ("mevrouw Kok plant vrijdag een intake", IRIS, "plant een intake"),
        (
            "Het rooster wordt vrijdag door Noor opgevraagd",
            NOOR,
            "Het rooster wordt op",
        ),
        ("Rooster opvragen – leerplicht – 9 januari", NOOR, "Rooster opvragen"),
        ("Bo: school bellen vóór vrijdag", BO, "school bellen"),
        ("Vrijdag plant Kim de zitting", KIM, "plant de zitting"),
        ("Zodra het vonnis er is, belt Bo de mentor", BO, "belt de mentor"),
        ("Bo belt vrijdag met school, want moeder vroeg erom", BO, "belt met school"),
        ("Omdat het rooster ontbreekt, belt Bo vrijdag school", BO, "belt school"),
        ("Bo belt school, vr", BO, "belt school"),
        ("Als moeder weigert belt Bo de school", BO, "belt de school"),
        ("Bo koppelt binnen twee dagen terug aan Noor", BO, "koppelt terug aan Noor"),
        ("Vrijdag belt Bo de mentor", BO, "belt de mentor"),
    ],
)
def test_owner_and_deed_come_apart_in_any_order(line, owner, deed):
    entry = read(line)
    assert entry.owner.name == owner.name
    assert entry.deed.startswith(deed)
    assert Lack.OWNER not in entry.lacks


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("Bo zoekt vrijdag het rooster uit", "uitzoeken"),
        ("Moeder levert vrijdag de papieren in", "inleveren"),
        ("Bo zal vrijdag school bellen", "bellen"),
        ("Rooster opvragen bij school", "opvragen"),
        ("Het rooster wordt vrijdag door Noor opgevraagd", "opvragen"),
    ],
)
def test_the_parts_of_a_verb_are_joined(line, verb):
    assert read(line).verb == verb


@pytest.mark.parametrize(
    ("line", "kind", "deed"),
    [
        (
            "besluit: we schalen op, want het escaleert",
            Kind.DECISION,
            "we schalen op, ",
        ),
        ("Feit: Bo was vrijdag bij moeder", Kind.FACT, "Bo was vrijdag bij moeder"),
        ("van horen zeggen: hij slaapt elders", Kind.HEARSAY, "hij slaapt elders"),
        ("inschatting: dit loopt op", Kind.ESTIMATE, "dit loopt op"),
        ("idee: samen eten", Kind.IDEA, "samen eten"),
        ("impasse: niemand heeft een bed", Kind.IMPASSE, "niemand heeft een bed"),
    ],
)
def test_what_is_only_said_keeps_its_whole_text(line, kind, deed):
    entry = read(line)
    assert (entry.kind, entry.owner, entry.due, entry.lacks) == (kind, None, None, ())
    assert entry.deed.startswith(deed)


def test_an_expectation_tells_who_expects_it_and_of_whom():
    entry = read("Kim verwacht van politie dat zij het verslag vóór vrijdag aanlevert")
    assert entry.kind is Kind.EXPECTATION
    assert (entry.expected_by.name, entry.owner.name) == (KIM.name, BO.name)
    assert entry.deed == "het verslag aanlevert"
    assert entry.due == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("line", "lacks"),
    [
        ("School bellen over het rooster", (Lack.OWNER, Lack.DUE)),
        ("Wij bellen vrijdag school", (Lack.OWNER,)),
        ("GGZ belt vrijdag moeder", (Lack.OWNER,)),
        ("Bo en Kim bellen vrijdag school", (Lack.OWNER,)),
        ("Ik bel vrijdag school", (Lack.OWNER,)),
        ("Bo belt z.s.m. school", (Lack.DUE,)),
        ("Bo belt 30 februari school", (Lack.DUE,)),
        ("Bo belt op vrijdag 3 december school", (Lack.DUE,)),
        ("Bo belt wekelijks met moeder", (Lack.DUE,)),
        ("Zodra het vonnis er is belt Bo school", ()),
        ("De huisarts belt vrijdag met moeder", ()),
    ],
)
def test_what_the_line_cannot_do_without_is_asked(line, lacks):
    """F86: the question comes while typing."""
    entry = read(line)
    assert entry.lacks == lacks
    assert all(question.nl.endswith("?") for question in entry.questions.values())


def test_i_is_the_one_who_types():
    entry = read("Ik bel vrijdag school", by=NOOR)
    assert (entry.owner.name, entry.lacks) == (NOOR.name, ())


def test_a_stranger_is_kept_as_written():
    entry = read("Pieter Jansen mailt vrijdag het rapport")
    assert (entry.owner.name, entry.owner.at_table) == ("Pieter Jansen", False)
    entry = read("Kredietbank beslist 1 juni over de sanering")
    assert (entry.owner.organisation, entry.owner.name) == ("Kredietbank", "")


def test_what_is_waited_for_keeps_its_connective_and_its_term():
    entry = read("Twee weken na de zitting stuurt Kim een brief")
    assert (entry.trigger, entry.term, entry.due) == ("na de zitting", "P14D", None)


def test_what_goes_on_has_an_end():
    entry = read("Noor houdt wekelijks contact met moeder tot 1 februari")
    assert (entry.until, entry.due) == (date(2027, 1, 31), None)
    assert entry.deed == "houdt wekelijks contact met moeder"


def test_the_next_meeting_is_a_day_when_it_has_one():
    assert read("Bo belt school vóór het volgende overleg").lacks == (Lack.DUE,)
    entry = read(
        "Bo belt school vóór het volgende overleg", next_meeting=date(2026, 12, 8)
    )
    assert entry.due == date(2026, 12, 7)


def test_a_clock_time_stays_in_the_deed():
    assert read("Bo belt vrijdag om 14.00 uur school").deed == (
        "belt om 14.00 uur school"
    )
