"""`expliciet check` reads minutes, asks, and says how it went."""

import json

import pytest

from tests.terminal.conftest import CLEAR, OPEN


def test_minutes_that_leave_things_open_get_questions_and_end_in_one(expliciet, write):
    answer = expliciet("check", write("verslag.txt", OPEN))
    assert answer.status == 1
    assert "verslag.txt:3" in answer.said
    assert "Wie doet dit?" in answer.said


def test_minutes_that_leave_nothing_open_end_in_nought(expliciet, write):
    answer = expliciet("check", write("verslag.txt", CLEAR))
    assert answer.status == 0
    assert "geen vragen" in answer.said


def test_a_missing_file_ends_in_two_and_the_others_are_still_checked(expliciet, write):
    answer = expliciet("check", "weg.txt", write("verslag.txt", OPEN))
    assert answer.status == 2
    assert "weg.txt: Dit bestand bestaat niet." in answer.complained
    assert "Wie doet dit?" in answer.said
    assert "1 niet gelezen" in answer.said.splitlines()[-1]


def test_when_nothing_could_be_read_it_does_not_say_there_are_no_questions(expliciet):
    answer = expliciet("check", "weg.txt")
    assert answer.status == 2
    assert answer.said == "Geen document gelezen; 1 niet gelezen.\n"


def test_it_ends_with_one_line_of_counts_in_words(expliciet, write):
    answer = expliciet("check", write("a.txt", OPEN), write("b.txt", CLEAR))
    last = answer.said.splitlines()[-1]
    assert last.startswith("In 2 documenten: ")
    assert "waarschuwing" in last


def test_standard_input_is_read_when_asked_for(expliciet, type_in):
    type_in(OPEN)
    answer = expliciet("check", "-")
    assert answer.status == 1
    assert "standaardinvoer:3" in answer.said


def test_standard_input_is_read_when_no_file_is_named(expliciet, type_in):
    type_in(OPEN)
    assert expliciet("check").status == 1


@pytest.mark.parametrize("nothing", [b"", b" \n"])
def test_when_nothing_comes_in_it_says_so(expliciet, type_in, nothing):
    type_in(nothing)
    answer = expliciet("check", "-")
    assert answer.status == 2
    assert "Er kwam geen tekst binnen." in answer.complained
    assert "bestand" not in answer.complained


def test_somebody_who_names_nothing_at_a_terminal_is_told_what_to_do(
    expliciet, monkeypatch, screen
):
    monkeypatch.setattr("sys.stdin", screen)
    answer = expliciet("check")
    assert answer.status == 2
    assert "Noem een document" in answer.complained


def test_a_folder_is_walked_for_what_can_be_read(expliciet, write):
    write("map/diep/verslag.md", OPEN)
    write("map/foto.png", b"\x89PNG")
    write("map/.verborgen.txt", OPEN)
    write("map/oud.nagekeken.html", OPEN)
    answer = expliciet("check", "map")
    assert answer.status == 1
    assert answer.said.splitlines()[-1].startswith("In 1 document:")


def test_a_folder_without_documents_is_named(expliciet, folder):
    (folder / "leeg").mkdir()
    answer = expliciet("check", "leeg")
    assert answer.status == 2
    assert "geen document" in answer.complained


def test_a_document_named_twice_is_checked_once(expliciet, write):
    name = write("verslag.txt", OPEN)
    assert "In 1 document:" in expliciet("check", name, name).said


@pytest.mark.parametrize("threshold", ["fout", "error"])
def test_only_what_reaches_the_threshold_counts_for_the_end(
    expliciet, write, threshold
):
    name = write("verslag.txt", OPEN)
    answer = expliciet("check", name, "--threshold", threshold)
    assert answer.status == 0
    assert "Wie doet dit?" in answer.said


def test_only_some_rules_may_be_asked_for(expliciet, write):
    name = write("verslag.txt", OPEN)
    found = expliciet("check", name, "--only", "time_vague", "--format", "json")
    codes = {f["code"] for f in json.loads(found.said)["documents"][0]["findings"]}
    assert codes == {"EX103"}


def test_some_rules_may_be_left_out(expliciet, write):
    name = write("verslag.txt", OPEN)
    found = expliciet("check", name, "--without", "ex103,EX101", "--format", "json")
    codes = {f["code"] for f in json.loads(found.said)["documents"][0]["findings"]}
    assert not codes & {"EX101", "EX103"}


def test_an_unknown_rule_is_answered_with_the_nearest(expliciet, write):
    answer = expliciet("check", write("v.txt", OPEN), "--only", "EX177")
    assert answer.status == 2
    assert "Bedoelde u EX117?" in answer.complained


def test_five_come_first_and_all_when_asked(expliciet, write):
    lines = "\n".join(f"Er wordt z.s.m. contact {n} gezocht." for n in range(9))
    name = write("verslag.txt", lines)
    few, every = expliciet("check", name), expliciet("check", name, "--all")
    assert few.said.count("verslag.txt:") == 5
    assert "--all" in few.said
    assert every.said.count("verslag.txt:") > 5


def test_explaining_says_why(expliciet, write):
    name = write("verslag.txt", OPEN)
    assert "Waarom:" in expliciet("check", name, "--explain").said


def test_an_english_machine_gets_english_answers(expliciet, write, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    answer = expliciet("check", write("verslag.txt", OPEN), "weg.txt")
    assert "Who does this?" in answer.said
    assert "There is no such file." in answer.complained


def test_the_reader_has_the_last_word_on_the_language(expliciet, write, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    answer = expliciet("check", write("verslag.txt", OPEN), "--language", "nl")
    assert "Wie doet dit?" in answer.said


def test_colour_comes_only_when_asked_or_on_a_screen(expliciet, write, monkeypatch):
    name = write("verslag.txt", OPEN)
    assert "\x1b[" not in expliciet("check", name).said
    assert "\x1b[4;1m" in expliciet("check", name, "--color", "always").said
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in expliciet("check", name).said


def test_without_colour_a_line_beneath_points_at_the_span(expliciet, write):
    assert "^^^" in expliciet("check", write("verslag.txt", OPEN)).said


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--nogwat"], "onbekend: --nogwat"),
        (["--format"], "achter --format hoort iets te staan"),
        (["--format", "xml"], "'xml' bestaat niet; kies uit text, json, html, docx"),
        (["--date", "morgen"], "'morgen' is geen datum"),
        (["--threshold", "hoog"], "Kies tip, waarschuwing of fout"),
        (["--all=ja"], "staat alleen"),
    ],
)
def test_what_cannot_be_meant_gets_a_sentence_and_ends_in_two(expliciet, words, says):
    answer = expliciet("check", "v.txt", *words)
    assert answer.status == 2
    assert says in answer.complained


def test_help_is_dutch_first(expliciet):
    answer = expliciet("check", "--help")
    assert answer.status == 0
    assert answer.said.startswith("gebruik: expliciet check [keuzes] [BESTAND …]")
    assert "usage:" in expliciet("check", "--help", "--language=en").said
