"""What a house has agreed on is found and kept to."""

import json

import pytest

from tests.terminal.conftest import OPEN


def found(answer):
    return json.loads(answer.said)["documents"][0]["findings"]


def test_settings_above_the_reader_are_used(expliciet, write, folder, monkeypatch):
    write("expliciet.toml", 'threshold = "fout"\nlanguage = "en"\n')
    write("diep/verslag.txt", OPEN)
    monkeypatch.chdir(folder / "diep")
    answer = expliciet("check", "verslag.txt")
    assert answer.status == 0
    assert "Who does this?" in answer.said


def test_the_command_goes_before_the_settings(expliciet, write):
    write("expliciet.toml", 'threshold = "fout"\nlanguage = "en"\n')
    name = write("verslag.txt", OPEN)
    answer = expliciet("check", name, "--threshold", "tip", "--language", "nl")
    assert answer.status == 1
    assert "Wie doet dit?" in answer.said


def test_a_rule_left_out_with_a_reason_stays_silent_and_is_told(expliciet, write):
    write("expliciet.toml", '[[ignore]]\nrule = "EX101"\nreason = "Staat in de kop."\n')
    answer = expliciet("check", write("v.txt", OPEN), "--format", "json")
    assert "EX101" not in {each["code"] for each in found(answer)}
    assert json.loads(answer.said)["ignored"][0]["reason"] == "Staat in de kop."


def test_a_rule_left_out_without_a_reason_stops_the_check(expliciet, write):
    write("mijn.toml", 'ignore = ["EX101"]\n')
    answer = expliciet("check", write("v.txt", OPEN), "--config", "mijn.toml")
    assert answer.status == 2
    assert "zonder reden" in answer.complained
    assert answer.said == ""


def test_an_abbreviation_in_the_house_glossary_is_known(expliciet, write):
    name = write("v.txt", "De coach vraagt het XQZ op 3 december 2026 om advies.\n")
    only = ("--only", "EX117", "--format", "json")
    assert found(expliciet("check", name, *only))
    write("begrippen.txt", "XQZ = een verzonnen commissie\n")
    assert not found(expliciet("check", name, "--glossary", "begrippen.txt", *only))
    write("expliciet.toml", 'glossary = "begrippen.txt"\n')
    assert not found(expliciet("check", name, *only))


def test_people_and_a_day_can_be_handed_in(expliciet, write):
    people = write("wie.txt", "Bo Visser; wijkagent; politie\n")
    name = write("v.txt", OPEN)
    answer = expliciet("check", name, "--people", people, "--date", "24-11-2026")
    assert answer.status == 1


def test_a_list_of_people_that_is_not_there_stops_the_check(expliciet, write):
    answer = expliciet("check", write("v.txt", OPEN), "--people", "weg.txt")
    assert answer.status == 2
    assert "deelnemerslijst weg.txt" in answer.complained
    assert "Dit bestand bestaat niet." in answer.complained


@pytest.mark.parametrize("option", ["--people", "--glossary", "--config"])
def test_a_folder_is_not_a_list(expliciet, write, folder, option):
    (folder / "map").mkdir()
    answer = expliciet("check", write("v.txt", OPEN), option, "map")
    assert answer.status == 2
    assert "Dit is een map, geen bestand." in answer.complained
    assert "directory" not in answer.complained


def test_a_list_that_is_no_text_is_told_to_be_saved_as_such(expliciet, write):
    people = write("wie.txt", "Zoë".encode("cp1252"))
    answer = expliciet("check", write("v.txt", OPEN), "--people", people)
    assert answer.status == 2
    assert "geen tekst in UTF-8" in answer.complained


def test_a_glossary_without_a_word_is_told_and_the_check_goes_on(expliciet, write):
    glossary = write("begrippen.txt", "# Afkortingen\n\n")
    answer = expliciet("check", write("v.txt", OPEN), "--glossary", glossary)
    assert answer.status == 1
    assert "Geen begrippen gevonden in begrippen.txt." in answer.complained
