"""The manual of `expliciet check` says what the program does."""

import json
import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from expliciet.checking import read_people, read_settings
from expliciet.rules import read_glossary
from expliciet.terminal.wishes import command_line

MANUAL = (
    Path(__file__).resolve().parents[2] / "docs/handleiding/controle-op-de-computer.md"
).read_text(encoding="utf-8")


def samples(language):
    return re.findall(rf"```{language}\n(.*?)```", MANUAL, re.DOTALL)


def sample(language, words):
    return next(text for text in samples(language) if words in text)


def test_every_choice_stands_in_the_manual_and_no_other():
    told = set(re.findall(r"^\| `.*?(?=\|)", MANUAL, re.MULTILINE))
    told = {name for row in told for name in re.findall(r"`(--[a-z]+)", row)}
    known = {
        option
        for action in command_line("nl")._actions
        for option in action.option_strings
        if option.startswith("--")
    }
    assert told == known


def test_the_settings_in_the_manual_are_understood(write, folder):
    write("expliciet.toml", sample("toml", "[[ignore]]"))
    assert read_settings(folder / "expliciet.toml").ignore[0].rule == "EX117"


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [("text", "# naam", "a.txt"), ("toml", "[[people]]", "a.toml")],
)
def test_the_people_in_the_manual_are_understood(language, words, name):
    people = read_people(sample(language, words), name)
    assert people[0].organisation == "politie"


def test_the_glossary_in_the_manual_is_understood():
    glossary = read_glossary(sample("text", "Beladen woorden"))
    assert glossary.knows("MDO")
    assert "zorgelijk" in glossary.loaded


def test_the_form_of_the_data_is_as_the_manual_says(expliciet, type_in):
    type_in("Er wordt z.s.m. contact gezocht met de moeder.")
    told = json.loads(expliciet("check", "--format", "json").said)
    assert all(f"| `{field}` |" in MANUAL for field in told)
    for field in (*told["documents"][0], *told["documents"][0]["findings"][0]):
        assert f"`{field}`" in MANUAL


def test_the_lines_in_the_manual_are_answered_as_it_says(expliciet, type_in):
    question, answer = sample("sh", "echo '{"), json.loads(sample("json", "labels"))
    type_in(question.split("'")[1])
    assert json.loads(expliciet("check", "--jsonl").said) == answer


def test_the_toml_in_the_manual_is_toml():
    assert all(tomllib.loads(text) for text in samples("toml"))


def test_the_questions_in_the_manual_are_asked(expliciet, write):
    shown = sample("text", "EX106")
    lines = shown.splitlines()
    sentences = [s for at, s in pairwise(lines) if at.startswith("verslag.txt:")]
    write("verslag.txt", "\n".join(["Verslag", "", "", *map(str.strip, sentences)]))
    assert expliciet("check", "verslag.txt").said == shown
