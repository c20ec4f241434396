"""`expliciet rules` shows every question and the page behind each."""

import json

import pytest

from expliciet.rules.catalogue import catalogue


def test_the_table_holds_every_rule(expliciet):
    answer = expliciet("rules")
    assert answer.status == 0
    for rule in catalogue():
        assert f"\n{rule.code}  {rule.name.nl}" in answer.said


def test_the_table_fits_the_screen(expliciet, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, expliciet("rules").said.splitlines())) <= 80


def test_a_rule_has_a_page_with_its_question_and_why(expliciet):
    answer = expliciet("rules", "ex107")
    assert answer.status == 0
    said = " ".join(answer.said.split())
    rule = next(rule for rule in catalogue() if rule.code == "EX107")
    assert rule.question.nl in said
    assert rule.why.nl in said


def test_a_page_on_the_screen_has_no_signs_of_markdown(expliciet):
    said = expliciet("rules", "EX107").said
    assert not any(line.startswith("#") for line in said.splitlines())
    assert "**" not in said


def test_an_unknown_rule_is_answered_with_the_nearest(expliciet):
    answer = expliciet("rules", "EX177")
    assert answer.status == 2
    assert "Bedoelde u EX117?" in answer.complained


def test_rules_come_as_data_and_as_markdown(expliciet):
    told = json.loads(expliciet("rules", "--format", "json").said)
    assert [rule["code"] for rule in told] == [rule.code for rule in catalogue()]
    assert "| EX101 | Niemand handelt |" in expliciet("rules", "--format=markdown").said
    assert "EX107" in expliciet("rules", "EX107", "--format", "markdown").said


def test_the_table_is_there_in_english(expliciet):
    assert "warning" in expliciet("rules", "--language", "en").said


@pytest.mark.parametrize("words", [[], ["help"], ["--help"]])
def test_help_names_every_command(expliciet, words):
    answer = expliciet(*words)
    assert answer.status == 0
    for command in ("check", "rules", "help", "version"):
        assert f"expliciet {command}" in answer.said


def test_help_about_a_command_is_that_commands_help(expliciet):
    assert "expliciet check" in expliciet("help", "check").said
    assert "expliciet rules" in expliciet("help", "rules").said


def test_the_version_is_told(expliciet):
    assert expliciet("version").said.startswith("expliciet 0.")
    assert expliciet("--version").said == expliciet("version").said


def test_an_unknown_command_is_answered_with_the_nearest(expliciet):
    answer = expliciet("chek")
    assert answer.status == 2
    assert "Bedoelde u 'expliciet check'?" in answer.complained
