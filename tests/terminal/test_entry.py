"""One typed line, taken apart at a terminal or for a program."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expliciet.terminal.entry_lines import as_data, read_object
from expliciet.terminal.jsonl import Malformed

LINE = "Politie (Bo) belt school vóór vrijdag over rooster, klaar als gesprek gepland"
BO = {"name": "Bo", "function": "wijkagent", "organisation": "Politie"}
ROW = {"id": "a", "text": LINE, "today": "2026-11-26", "people": [BO]}
TABLE = ("--people", "Bo/wijkagent/Politie", "--today", "2026-11-26")


def lines(*rows):
    return "".join(
        f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows
    )


def test_a_program_gets_the_parts_of_each_line_in_turn(expliciet, type_in):
    type_in(lines(ROW, {**ROW, "id": 2, "text": "idee: samen eten"}))
    answer = expliciet("entry", "--jsonl")
    assert answer.status == 0
    first, second = map(json.loads, answer.said.splitlines())
    assert first == {
        "id": "a",
        "kind": "agreement",
        "owner": {"name": "Bo", "organisation": "Politie", "at_table": True},
        "due": "2026-11-26",
        "deed": "belt school over rooster",
        "verb": "bellen",
        "done_when": "gesprek gepland",
        "asks": [],
    }
    assert second == {"id": 2, "kind": "idea", "deed": "samen eten", "asks": []}


def test_i_is_whoever_the_object_says_that_types(expliciet, type_in):
    type_in(lines({**ROW, "text": "Ik bel vrijdag school", "by": "Bo"}))
    assert json.loads(expliciet("entry", "--jsonl").said)["owner"] == {
        "name": "Bo",
        "organisation": "Politie",
        "at_table": True,
    }


def test_the_next_meeting_counts_when_it_is_known(expliciet, type_in):
    row = {**ROW, "text": "Bo belt school vóór het volgende overleg"}
    type_in(lines({**row, "next_meeting": "2026-12-08"}))
    assert json.loads(expliciet("entry", "--jsonl").said)["due"] == "2026-12-07"


def test_a_bad_line_is_named_in_dutch_and_the_others_go_on(expliciet, type_in):
    bad = (
        "geen json",
        "[" * 100_000,
        {"text": "zonder id"},
        {**ROW, "text": 3},
        {**ROW, "today": "morgen"},
        {**ROW, "today": None},
        {**ROW, "people": "Bo"},
        {**ROW, "people": [{"name": 3}]},
        {**ROW, "next_meeting": 8},
        {**ROW, "by": []},
    )
    type_in(lines(*bad, "", ROW))
    answer = expliciet("entry", "--jsonl")
    assert answer.status == 2
    assert [json.loads(line)["id"] for line in answer.said.splitlines()] == ["a"]
    complaints = answer.complained.splitlines()
    assert [line.split(":")[0] for line in complaints] == [
        f"standaardinvoer, regel {number}" for number in range(1, 11)
    ]
    assert all(line.endswith("; overgeslagen.") for line in complaints)


def test_a_person_reads_the_parts_under_each_other(expliciet):
    answer = expliciet("entry", LINE, *TABLE)
    assert answer.status == 0
    shown = dict(line.split(maxsplit=1) for line in answer.said.splitlines()[:4])
    assert shown == {
        "soort": "afspraak",
        "wie": "Bo (Politie)",
        "wat": "belt school over rooster",
        "uiterlijk": "2026-11-26",
    }


def test_what_is_lacking_is_asked_and_ends_in_one(expliciet):
    answer = expliciet("entry", "School bellen", *TABLE)
    assert answer.status == 1
    assert answer.said.count("?           ") == 2
    assert "Wie doet dit?" in answer.said


def test_it_answers_in_english_and_as_json(expliciet):
    assert (
        "at the table"
        in expliciet("entry", "Pieter belt school", "--language", "en").said
    )
    answer = expliciet("entry", LINE, *TABLE, "--json")
    assert json.loads(answer.said)["done_when"] == "gesprek gepland"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("Bo belt", "--today", "morgen"),
        ("Bo belt", "--people", "a/b/c/d"),
        ("Bo belt", "--jsonl"),
        ("Bo belt", "--onbekend"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(expliciet, words):
    answer = expliciet("entry", *words)
    assert answer.status == 2
    assert answer.complained.startswith("expliciet entry: ")
    assert answer.complained.count("\n") == 1


def test_a_line_cannot_steer_the_terminal(expliciet):
    answer = expliciet("entry", "Bo belt \x1b[2J\u202e school", *TABLE)
    assert not set(answer.said) & set("\x1b\u202e")


def test_help_tells_what_it_does(expliciet):
    for asked in (("entry", "--help"), ("help", "entry")):
        answer = expliciet(*asked)
        assert answer.status == 0
        assert "--jsonl" in answer.said
    assert "expliciet entry" in expliciet("help").said


@given(st.binary(max_size=100))
def test_any_line_is_either_read_or_named(line):
    try:
        asked = read_object(line)
    except Malformed:
        return
    assert json.dumps(as_data(asked.read()))


@given(st.text(max_size=200), st.dates())
def test_any_text_is_answered(text, today):
    row = {"id": 1, "text": text, "today": today.isoformat(), "people": [BO]}
    data = as_data(read_object(json.dumps(row).encode()).read())
    assert set(data["asks"]) <= {"owner", "due"}
    assert json.dumps(data)
