"""What words of time mean, row by row, on more than one day."""

from datetime import date

import pytest

from expliciet.rules.times import TimeAsk, find_times

MONDAY = "2026-11-23"
SATURDAY = "2026-05-02"  # before 5 May, a public holiday on a Tuesday
YEAR_END = "2026-12-30"  # a Wednesday in ISO week 53
NEW_YEAR = "2027-01-01"  # a Friday, still in ISO week 53 of 2026
LEAP = "2028-02-28"  # a Monday

DUE = """
vandaag|2026-11-23|2026-05-02|2026-12-30|2027-01-01|2028-02-28
morgen|2026-11-24|2026-05-03|2026-12-31|2027-01-02|2028-02-29
overmorgen|2026-11-25|2026-05-04|2027-01-01|2027-01-03|2028-03-01
vrijdag|2026-11-27|2026-05-08|2027-01-01|2027-01-08|2028-03-03
aanstaande vrijdag|2026-11-27|2026-05-08|2027-01-01|2027-01-08|2028-03-03
komende vrijdag|2026-11-27|2026-05-08|2027-01-01|2027-01-08|2028-03-03
op vrijdag|2026-11-27|2026-05-08|2027-01-01|2027-01-08|2028-03-03
uiterlijk vrijdag|2026-11-27|2026-05-08|2027-01-01|2027-01-08|2028-03-03
uiterlijk op vrijdag|2026-11-27|2026-05-08|2027-01-01|2027-01-08|2028-03-03
t/m vrijdag|2026-11-27|2026-05-08|2027-01-01|2027-01-08|2028-03-03
a.s. vrijdag|2026-11-27|2026-05-08|2027-01-01|2027-01-08|2028-03-03
eerstvolgende vrijdag|2026-11-27|2026-05-08|2027-01-01|2027-01-08|2028-03-03
vrijdagmiddag|2026-11-27|2026-05-08|2027-01-01|2027-01-08|2028-03-03
vóór vrijdag|2026-11-26|2026-05-07|2026-12-31|2027-01-07|2028-03-02
voor vrijdag|2026-11-26|2026-05-07|2026-12-31|2027-01-07|2028-03-02
volgende week dinsdag|2026-12-01|2026-05-05|2027-01-05|2027-01-05|2028-03-07
dinsdag volgende week|2026-12-01|2026-05-05|2027-01-05|2027-01-05|2028-03-07
volgende dinsdag|2026-12-01|2026-05-05|2027-01-05|2027-01-05|2028-03-07
deze vrijdag|2026-11-27|past|2027-01-01|2027-01-01|2028-03-03
deze week|2026-11-27|past|2027-01-01|2027-01-01|2028-03-03
eind van de week|2026-11-27|past|2027-01-01|2027-01-01|2028-03-03
volgende week|2026-12-04|2026-05-08|2027-01-08|2027-01-08|2028-03-10
komende week|2026-12-04|2026-05-08|2027-01-08|2027-01-08|2028-03-10
in week 3|2027-01-22|2027-01-22|2027-01-22|2027-01-22|2029-01-19
wk 3|2027-01-22|2027-01-22|2027-01-22|2027-01-22|2029-01-19
week 48|2026-11-27|2026-11-27|2027-12-03|2027-12-03|2028-12-01
in week 53|2027-01-01|2027-01-01|2027-01-01|2027-01-01|impossible
dit weekend|2026-11-29|2026-05-03|2027-01-03|2027-01-03|2028-03-05
vóór het weekend|2026-11-27|past|2027-01-01|2027-01-01|2028-03-03
3 dec|2026-12-03|2026-12-03|2027-12-03|2027-12-03|2028-12-03
3 december|2026-12-03|2026-12-03|2027-12-03|2027-12-03|2028-12-03
3-12|2026-12-03|2026-12-03|2027-12-03|2027-12-03|2028-12-03
3/12|2026-12-03|2026-12-03|2027-12-03|2027-12-03|2028-12-03
03-12-2026|2026-12-03|2026-12-03|past|past|past
3 dec '26|2026-12-03|2026-12-03|past|past|past
2028-12-03|2028-12-03|2028-12-03|2028-12-03|2028-12-03|2028-12-03
29 februari|impossible|impossible|impossible|impossible|2028-02-29
30 februari|impossible|impossible|impossible|impossible|impossible
in januari|2027-01-31|2027-01-31|2027-01-31|2027-01-31|2029-01-31
eind januari|2027-01-31|2027-01-31|2027-01-31|2027-01-31|2029-01-31
vóór eind januari|2027-01-31|2027-01-31|2027-01-31|2027-01-31|2029-01-31
vóór januari|2026-12-31|2026-12-31|2026-12-31|past|2028-12-31
in februari|2027-02-28|2027-02-28|2027-02-28|2027-02-28|2028-02-29
eind van de maand|2026-11-30|2026-05-31|2026-12-31|2027-01-31|2028-02-29
voor het einde van de maand|2026-11-30|2026-05-31|2026-12-31|2027-01-31|2028-02-29
deze maand|2026-11-30|2026-05-31|2026-12-31|2027-01-31|2028-02-29
volgende maand|2026-12-31|2026-06-30|2027-01-31|2027-02-28|2028-03-31
eind van het jaar|2026-12-31|2026-12-31|2026-12-31|2027-12-31|2028-12-31
binnen twee weken|2026-12-07|2026-05-16|2027-01-13|2027-01-15|2028-03-13
over twee weken|2026-12-07|2026-05-16|2027-01-13|2027-01-15|2028-03-13
over 14 dagen|2026-12-07|2026-05-16|2027-01-13|2027-01-15|2028-03-13
binnen 2 wk|2026-12-07|2026-05-16|2027-01-13|2027-01-15|2028-03-13
binnen 10 dagen|2026-12-03|2026-05-12|2027-01-09|2027-01-11|2028-03-09
over een week|2026-11-30|2026-05-09|2027-01-06|2027-01-08|2028-03-06
binnen een maand|2026-12-23|2026-06-02|2027-01-30|2027-02-01|2028-03-28
binnen drie werkdagen|2026-11-26|2026-05-07|2027-01-05|2027-01-06|2028-03-02
over drie werkdagen|2026-11-26|2026-05-07|2027-01-05|2027-01-06|2028-03-02
binnen 24 uur|2026-11-24|2026-05-03|2026-12-31|2027-01-02|2028-02-29
binnen 48 uur|2026-11-25|2026-05-04|2027-01-01|2027-01-03|2028-03-01
binnen 72 uur|2026-11-26|2026-05-05|2027-01-02|2027-01-04|2028-03-02
vrijdag over een week|2026-12-04|2026-05-15|2027-01-08|2027-01-15|2028-03-10
per 1 februari|2027-02-01|2027-02-01|2027-02-01|2027-02-01|2029-02-01
tot 1 februari|2027-01-31|2027-01-31|2027-01-31|2027-01-31|2029-01-31
t/m 1 februari|2027-02-01|2027-02-01|2027-02-01|2027-02-01|2029-02-01
uiterlijk de 15e|2026-12-15|2026-05-15|2027-01-15|2027-01-15|2028-03-15
uiterlijk over drie dagen|2026-11-26|2026-05-05|2027-01-02|2027-01-04|2028-03-02
niet later dan vrijdag|2026-11-27|2026-05-08|2027-01-01|2027-01-08|2028-03-03
een week voor 1 februari|2027-01-25|2027-01-25|2027-01-25|2027-01-25|2029-01-25
twee weken na 1 februari|2027-02-15|2027-02-15|2027-02-15|2027-02-15|2029-02-15
tussen 3 en 5 december|2026-12-05|2026-12-05|2027-12-05|2027-12-05|2028-12-05
"""
TODAYS = (MONDAY, SATURDAY, YEAR_END, NEW_YEAR, LEAP)
ROWS = [
    (words.strip(), today, expected.strip())
    for words, *dues in (line.split("|") for line in DUE.strip().splitlines())
    for today, expected in zip(TODAYS, dues, strict=True)
]


def the_time(words, today, **context):
    (time,) = find_times(words, date.fromisoformat(today), **context)
    assert time.words == words
    return time


@pytest.mark.parametrize(("words", "today", "expected"), ROWS)
def test_the_last_day_on_which_it_is_in_time(words, today, expected):
    time = the_time(words, today)
    found = time.asks.value if time.asks else str(time.due)
    assert found == expected
    assert time.until is None


@pytest.mark.parametrize("today", TODAYS)
@pytest.mark.parametrize(
    "words",
    """z.s.m. | zsm | binnenkort | t.z.t. | later | Q1 | na de zomer | spoedig | zo snel
    mogelijk | begin januari | medio januari | half januari | na de vakantie | voor de
    kerst | begin week 3 | begin 2027 | op termijn | op korte termijn | te zijner tijd |
    de komende tijd | over een paar weken | rond 3 december | volgend jaar | volgend
    kwartaal | komende zomer | tot nader order | zodra mogelijk""".split("|"),
)
def test_what_no_calendar_knows_is_asked(words, today):
    time = the_time(" ".join(words.split()), today)
    assert time.asks is TimeAsk.VAGUE
    assert time.due is time.until is None


@pytest.mark.parametrize("words", ["na vrijdag", "na 3 december", "na drie weken"])
def test_a_beginning_is_no_deadline(words):
    time = the_time(words, MONDAY)
    assert (time.asks, time.due) == (TimeAsk.AFTER, None)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("volgend overleg", "2026-12-08"),
        ("volgende keer", "2026-12-08"),
        ("bij het volgende ICO", "2026-12-08"),
        ("op de volgende vergadering", "2026-12-08"),
        ("uiterlijk het eerstvolgende casusoverleg", "2026-12-08"),
        ("vóór het volgende overleg", "2026-12-07"),
        ("het volgende ICO op 9/12", "2026-12-09"),
        ("volgend overleg (14 december)", "2026-12-14"),
    ],
)
def test_the_next_meeting_is_a_date_when_the_context_has_one(words, due):
    meeting = date(2026, 12, 8)
    assert str(the_time(words, MONDAY, next_meeting=meeting).due) == due
    if "12" not in words and "14" not in words:
        assert the_time(words, MONDAY).asks is TimeAsk.NO_NEXT_MEETING


@pytest.mark.parametrize(
    ("line", "trigger", "term"),
    [
        ("Bo belt zodra het vonnis er is.", "zodra het vonnis er is", None),
        ("Zodra het vonnis er is, belt Bo", "Zodra het vonnis er is", None),
        ("Zodra het vonnis er is belt Bo", "Zodra het vonnis er is", None),
        ("Bo belt na het vonnis over geld", "na het vonnis", None),
        ("Na de zitting van 3 februari belt Bo", "Na de zitting van 3 februari", None),
        ("Als hij twee keer mist, belt Bo", "Als hij twee keer mist", None),
        ("Bo belt twee weken na het vonnis", "na het vonnis", "P14D"),
        ("Bo belt binnen een maand na de intake", "na de intake", "P1M"),
        ("Bo belt binnen 48 uur nadat hij vrijkomt", "nadat hij vrijkomt", "P2D"),
        (
            "Zodra actie 1, 2 en 8 af zijn, belt Bo",
            "Zodra actie 1, 2 en 8 af zijn",
            None,
        ),
        ("Bo belt na 2 gemiste afspraken", "na 2 gemiste afspraken", None),
        ("Bo belt na de eerste keer", "na de eerste keer", None),
        ("Bo belt zodra het kan is klaar, want ja", None, None),
    ],
)
def test_what_is_waited_for_keeps_its_words(line, trigger, term):
    times = find_times(line, date.fromisoformat(MONDAY))
    assert [(t.trigger, t.term, t.due) for t in times] == [(trigger, term, None)]


def test_a_term_in_working_days_says_so():
    (time,) = find_times("twee werkdagen na het vonnis", date(2026, 11, 23))
    assert (time.trigger, time.term, time.working_days) == (
        "na het vonnis",
        "P2D",
        True,
    )


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("Bo belt dagelijks tot 1 februari", "2027-01-31"),
        ("Bo blijft bellen t/m 1 februari", "2027-02-01"),
        ("Tot 1 februari houdt Bo contact", "2027-01-31"),
        ("Bo belt elke vrijdag tot en met 18 december", "2026-12-18"),
        ("Bo is van 3 t/m 5 december bereikbaar", "2026-12-05"),
        ("Bo volgt hem de komende twee weken", "2026-12-07"),
        ("Bo belt wekelijks, uiterlijk tot 1 februari", "2027-01-31"),
    ],
)
def test_an_ongoing_deed_has_an_end(line, until):
    times = find_times(line, date(2026, 11, 23))
    assert [str(t.until) for t in times if t.until] == [until]
    assert not any(t.due for t in times)


def test_the_caller_may_know_whether_the_deed_goes_on():
    today = date(2026, 11, 23)
    (once,) = find_times("Bo blijft tot 1 februari", today, ongoing=False)
    (lasting,) = find_times("Bo belt tot 1 februari", today, ongoing=True)
    assert (once.due, once.until) == (date(2027, 1, 31), None)
    assert (lasting.due, lasting.until) == (None, date(2027, 1, 31))


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("vrijdag 10 december", TimeAsk.CONTRADICTION),
        ("vrijdag 11 december", None),
        ("uiterlijk op vrijdag 11 december", None),
        ("vrijdag (11 december)", None),
        ("vrijdag 13 november", TimeAsk.PAST),
        ("31 november", TimeAsk.IMPOSSIBLE),
        ("week 60", TimeAsk.IMPOSSIBLE),
        ("vóór vandaag", TimeAsk.PAST),
        ("3 december 2099", None),
    ],
)
def test_a_day_that_cannot_be_is_asked_about(words, asks):
    assert the_time(words, MONDAY).asks is asks


@pytest.mark.parametrize("ask", TimeAsk)
def test_every_question_has_two_languages(ask):
    assert ask.question.nl.endswith("?")
    assert ask.question.en.endswith("?")
    assert ask.question.nl != ask.question.en


def test_days_off_of_the_house_count():
    days_off = {date(2026, 11, 24)}
    (time,) = find_times("binnen 1 werkdag", date(2026, 11, 23), days_off=days_off)
    assert time.due == date(2026, 11, 25)
