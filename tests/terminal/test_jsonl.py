"""One text a line in, one line of labels out."""

import json
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from expliciet.checking import examine
from expliciet.terminal.jsonl import Malformed, labels, read_row
from tests.terminal.conftest import CLEAR, OPEN


def lines(*rows):
    return "".join(
        f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows
    )


def heard(answer):
    return [json.loads(line) for line in answer.said.splitlines()]


def test_every_text_is_answered_in_its_turn(expliciet, type_in):
    type_in(lines({"id": "b", "text": OPEN}, {"id": 7, "text": CLEAR}))
    answer = expliciet("check", "--jsonl")
    assert answer.status == 1
    assert [row["id"] for row in heard(answer)] == ["b", 7]
    assert heard(answer)[1]["labels"] == []


def test_a_label_has_a_phenomenon_a_code_and_where_it_stands(expliciet, write):
    name = write("in.jsonl", lines({"id": "x", "text": OPEN}))
    (row,) = heard(expliciet("check", "--jsonl", name))
    vague = next(each for each in row["labels"] if each["code"] == "EX103")
    assert vague["category"] == "time_vague"
    assert OPEN[vague["start"] : vague["end"]].rstrip(".") == "z.s.m"


def test_offsets_count_code_points(expliciet, type_in):
    text = f"👩‍👧 Überleg. {OPEN}"
    type_in(lines({"id": 1, "text": text}))
    (row,) = heard(expliciet("check", "--jsonl"))
    spans = {text[each["start"] : each["end"]] for each in row["labels"]}
    assert any("z.s.m" in span for span in spans)


def test_a_malformed_line_is_named_and_the_others_go_on(expliciet, type_in):
    type_in(
        lines(
            {"id": 1, "text": OPEN},
            "geen json",
            "[" * 100_000,
            {"text": "zonder id"},
            {"id": 2, "text": None},
            "",
            {"id": 3, "text": CLEAR},
        )
    )
    answer = expliciet("check", "--jsonl")
    assert answer.status == 2
    assert [row["id"] for row in heard(answer)] == [1, 3]
    complaints = answer.complained.splitlines()
    assert [line.split(":")[0] for line in complaints] == [
        f"standaardinvoer, regel {number}" for number in (2, 3, 4, 5)
    ]


def test_a_line_in_other_signs_than_utf8_is_malformed(expliciet, write):
    name = write("in.jsonl", b'{"id": 1, "text": "\xff"}\n{"id": 2, "text": "x"}\n')
    answer = expliciet("check", "--jsonl", name)
    assert answer.status == 2
    assert [row["id"] for row in heard(answer)] == [2]


def test_nothing_found_ends_in_nought(expliciet, type_in):
    type_in(lines({"id": 1, "text": CLEAR}))
    assert expliciet("check", "--jsonl").status == 0


def test_a_file_that_is_not_there_ends_in_two(expliciet):
    answer = expliciet("check", "--jsonl", "weg.jsonl")
    assert answer.status == 2
    assert "weg.jsonl" in answer.complained


def test_what_comes_out_can_be_counted_against_labels(expliciet, type_in):
    """The counting of a reader who holds labels: per row, does it carry this?"""
    gold = {
        "open": {"text": OPEN, "labels": {"actor_missing", "time_vague"}},
        "clear": {"text": CLEAR, "labels": set()},
    }
    type_in(lines(*({"id": i, "text": row["text"]} for i, row in gold.items())))
    counted = Counter()
    for row in heard(expliciet("check", "--jsonl")):
        given_labels = {label["category"] for label in row["labels"]}
        wanted = gold[row["id"]]["labels"]
        counted["both"] += len(given_labels & wanted)
        counted["missed"] += len(wanted - given_labels)
    assert counted == {"both": 2, "missed": 0}


@given(st.text(max_size=200))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_labels_of_any_text_lie_inside_it(text):
    line = json.dumps({"id": 1, "text": text}).encode()
    row = read_row(line)
    assert row.text == text
    for label in labels(examine(row.text)):
        assert 0 <= label["start"] <= label["end"] <= len(text)


@given(st.binary(max_size=100))
def test_any_line_is_either_read_or_named(line):
    try:
        row = read_row(line)
    except Malformed:
        return
    assert isinstance(row.text, str)
