"""Finding times in running lines, in fields, and choosing the one that governs."""

from datetime import date

import pytest

from expliciet.rules.times import Role, due_time, find_times, read_time

TODAY = date(2026, 11, 23)


def words(line):
    return [time.words for time in find_times(line, TODAY)]


@pytest.mark.parametrize(
    "line",
    """in week
    112
    A4
    punt 3
    1 op 1
    twee keer
    artikel 3
    artikel 3-12
    50/50
    3/4 van de partners
    Bo belt 3-4 keer
    06-12345678
    06-12 34 56 78
    zaaknummer 2-1
    24/7 bereikbaar
    Mei-Lin belt
    Bo belt voor Mei-Lin
    Goedemorgen
    goede morgen
    Mei is moe
    tot 12.00 uur
    om 10:30
    klaar als het rooster er is
    Bo gaat na of school dat weet
    Bo kijkt het verslag na.
    Bo gaat als wijkagent langs
    een keer
    de volgende dag
    week 3 van het traject
    de Maartensschool
    versie 3.12
    € 3-12
    zo is het
    di en do
    vrijdagsmarkt
    binnen de perken
    op één na
    Hij vraagt wanneer hij komt
    """.splitlines(),
)
def test_what_is_no_time_is_left_alone(line):
    assert words(line.strip()) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Vóór vrijdag belt Bo school over het rooster", ["Vóór vrijdag"]),
        ("Bo belt vóór 3 dec. school", ["vóór 3 dec."]),
        ("Bo belt school vóór 3 dec.", ["vóór 3 dec"]),
        ("Bo belt vrijdag 12.00 uur", ["vrijdag"]),
        ("Bo belt do 3 dec om 9.30", ["do 3 dec"]),
        ("Bo belt woensdagochtend.", ["woensdagochtend"]),
        ("Bo komt van maandag t/m woensdag", ["van maandag t/m woensdag"]),
        ("Bo belt vo\u0301o\u0301r vrijdag", ["vo\u0301o\u0301r vrijdag"]),
        ("Bo belt volgende\n   week dinsdag", ["volgende\n   week dinsdag"]),
        ("volgende\n\nweek", []),
        ("**uiterlijk vrijdag** _morgen_", ["uiterlijk vrijdag", "morgen"]),
        ("UITERLIJK VRIJDAG", ["UITERLIJK VRIJDAG"]),
        ("3 december a.s.", ["3 december a.s."]),
        ("binnen drieëntwintig dagen", ["binnen drieëntwintig dagen"]),
        ("vandaag, morgen", ["vandaag", "morgen"]),
    ],
)
def test_a_phrase_is_found_as_it_was_written(line, found):
    assert words(line) == found


@pytest.mark.parametrize(
    ("line", "role", "day"),
    [
        ("de brief d.d. 3 december", Role.PAST_REFERENCE, "2025-12-03"),
        ("sinds maandag", Role.PAST_REFERENCE, "2026-11-16"),
        ("afgelopen dinsdag", Role.PAST_REFERENCE, "2026-11-17"),
        ("gisteren", Role.PAST_REFERENCE, "2026-11-22"),
        ("vrijdag jl.", Role.PAST_REFERENCE, "2026-11-20"),
        ("drie weken geleden", Role.PAST_REFERENCE, "2026-11-02"),
        ("het verslag van 3 november", Role.REFERENCE, "2026-11-03"),
        ("vanaf maandag", Role.START, "2026-11-30"),
        ("elke vrijdag", Role.FREQUENCY, "None"),
        ("twee keer per week", Role.FREQUENCY, "None"),
        ("om de twee weken", Role.FREQUENCY, "None"),
        ("uiterlijk vrijdag", Role.DEADLINE, "2026-11-27"),
        ("op vrijdag", Role.POINT, "2026-11-27"),
        ("in week 3", Role.PERIOD, "2027-01-22"),
    ],
)
def test_a_time_says_what_it_does_in_the_line(line, role, day):
    (time,) = find_times(line, TODAY)
    assert (time.role, str(time.day)) == (role, day)
    deadlines = {Role.DEADLINE, Role.POINT, Role.PERIOD}
    assert (time.due is not None) == (role in deadlines)


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("Bo stuurt het verslag van 3 november uiterlijk vrijdag", "uiterlijk vrijdag"),
        ("Bo belt binnenkort, maar uiterlijk 3 dec", "uiterlijk 3 dec"),
        ("Bo belt vrijdag, want maandag is hij vrij", "vrijdag"),
        ("Bo belt, want vrijdag is hij vrij", None),
        ("Bo belt elke vrijdag tot 1 februari", "tot 1 februari"),
        ("Bo belt zodra het vonnis er is", "zodra het vonnis er is"),
        ("Bo belt z.s.m.", "z.s.m."),
        ("Sinds maandag belt Bo", None),
        ("Bo belt school", None),
        ("Bo mailt, klaar als school vóór 3 dec antwoordt", None),
    ],
)
def test_one_time_governs_the_deed(line, chosen):
    time = due_time(line, TODAY)
    assert (time.words if time else None) == chosen


@pytest.mark.parametrize(
    ("field", "due"),
    [
        ("vrijdag", "2026-11-27"),
        (" vrijdag. ", "2026-11-27"),
        ("vr", "2026-11-27"),
        ("januari", "2027-01-31"),
        ("2 weken", "2026-12-07"),
        ("drie werkdagen", "2026-11-26"),
        ("de 15e", "2026-12-15"),
        ("uiterlijk vrijdag 12.00 uur", "2026-11-27"),
        ("3/12", "2026-12-03"),
    ],
)
def test_a_field_for_a_time_needs_fewer_words(field, due):
    time = read_time(field, TODAY)
    assert time is not None
    assert str(time.due) == due
    assert field[time.start : time.end] == time.words


@pytest.mark.parametrize("field", ["", "Bo", "vrijdag belt Bo", "3 4 5", "?"])
def test_a_field_with_something_else_is_not_read_as_a_time(field):
    assert read_time(field, TODAY) is None
