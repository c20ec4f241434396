"""What a house has agreed on about checking, found and understood."""

from datetime import date

import pytest

from expliciet.checking import Ignored, Refused, find_settings, read_settings
from expliciet.rules import Severity


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "expliciet.toml"
        path.write_text(text, encoding="utf-8")
        return read_settings(path)

    return write


def test_all_that_can_be_agreed_on_is_read(written, tmp_path):
    agreed = written(
        'glossary = "begrippen.txt"\npeople = "wie.txt"\ndate = 2026-11-24\n'
        'language = "en"\nthreshold = "waarschuwing"\n'
        '[[ignore]]\nrule = "ex117"\nreason = "Staan voorin."\n'
    )
    assert agreed.glossary == tmp_path / "begrippen.txt"
    assert agreed.people == tmp_path / "wie.txt"
    assert agreed.today == date(2026, 11, 24)
    assert agreed.language == "en"
    assert agreed.threshold is Severity.WARNING
    assert agreed.ignore == (Ignored("EX117", "Staan voorin."),)


def test_a_day_may_be_written_the_dutch_way(written):
    assert written('date = "24-11-2026"').today == date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        'ignore = ["EX117"]',
        "ignore = true",
        '[[ignore]]\nrule = "EX117"',
        '[[ignore]]\nrule = "EX117"\nreason = "  "',
        '[[ignore]]\nreason = "Zomaar."',
    ],
)
def test_a_rule_is_not_left_out_without_a_reason(written, text):
    with pytest.raises(Refused, match="zonder reden"):
        written(text)


def test_an_unknown_rule_cannot_be_left_out(written):
    with pytest.raises(Refused, match="EX117"):
        written('[[ignore]]\nrule = "EX177"\nreason = "Zo is het."')


def test_an_unknown_setting_is_refused_with_what_was_probably_meant(written):
    with pytest.raises(Refused, match="'threshold'"):
        written('treshold = "tip"')


@pytest.mark.parametrize(
    "text",
    ["date = 3", 'date = "morgen"', 'threshold = "hoog"', 'language = "fr"', "= 1"],
)
def test_a_value_that_means_nothing_is_refused(written, text):
    with pytest.raises(Refused):
        written(text)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused):
        read_settings(tmp_path / "expliciet.toml")


def test_the_nearest_settings_are_found_above(tmp_path):
    (tmp_path / "expliciet.toml").touch()
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_settings(below) == tmp_path / "expliciet.toml"


def test_settings_above_a_repository_or_the_home_folder_are_not_ours(tmp_path):
    (tmp_path / "expliciet.toml").touch()
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_settings(below, home=tmp_path / "a") is None
    (tmp_path / "a" / ".git").mkdir()
    assert find_settings(below) is None
