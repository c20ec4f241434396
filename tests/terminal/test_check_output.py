"""Results go where the reader asks, and never over anything else."""

import json
from io import BytesIO

import pytest
from docx import Document as WordDocument

from tests.terminal.conftest import CLEAR, OPEN


@pytest.mark.parametrize("form", ["text", "json", "html", "docx"])
def test_a_result_can_be_written_to_a_file(expliciet, write, folder, form):
    name = write("verslag.txt", OPEN)
    answer = expliciet("check", name, "--format", form, "--output", f"uit.{form}")
    assert answer.status == 1
    assert (folder / f"uit.{form}").stat().st_size
    assert f"uit.{form}" in answer.complained
    assert (folder / name).read_text() == OPEN


def test_word_comes_back_with_comments(expliciet, write, folder):
    name = write("verslag.txt", OPEN)
    expliciet("check", name, "--format", "docx", "--output", "uit.docx")
    made = WordDocument(BytesIO((folder / "uit.docx").read_bytes()))
    assert any("Wie doet dit?" in comment.text for comment in made.comments)


def test_a_page_does_not_tell_in_which_folders_the_minutes_stood(
    expliciet, write, folder
):
    write("diep/verslag.txt", OPEN)
    page = expliciet("check", folder / "diep" / "verslag.txt", "--format", "html").said
    assert "<h1>verslag.txt</h1>" in page
    assert str(folder) not in page


def test_several_documents_each_get_a_file_in_a_folder(expliciet, write, folder):
    names = [write("a.txt", OPEN), write("b.md", CLEAR), write("b.txt", OPEN)]
    answer = expliciet("check", *names, "--format", "html", "-o", "uit")
    assert answer.status == 1
    assert sorted(path.name for path in (folder / "uit").iterdir()) == [
        "a.nagekeken.html",
        "b.md.nagekeken.html",
        "b.txt.nagekeken.html",
    ]


def test_documents_of_one_name_in_two_folders_do_not_meet(expliciet, write, folder):
    names = [write("x/v.txt", OPEN), write("y/v.txt", OPEN)]
    expliciet("check", *names, "--format", "html", "-o", "uit/")
    assert len(list((folder / "uit").iterdir())) == 2


def test_several_documents_without_a_folder_are_refused(expliciet, write):
    answer = expliciet(
        "check", write("a.txt", OPEN), write("b.txt", OPEN), "--format", "docx"
    )
    assert answer.status == 2
    assert "Noem een map" in answer.complained


def test_an_existing_file_is_not_overwritten_unasked(expliciet, write, folder):
    name, there = write("v.txt", OPEN), write("uit.json", "van mij")
    refused = expliciet("check", name, "--format", "json", "-o", there)
    assert refused.status == 2
    assert (folder / there).read_text() == "van mij"
    forced = expliciet("check", name, "--format", "json", "-o", there, "--force")
    assert forced.status == 1
    assert json.loads((folder / there).read_text())["documents"]


@pytest.mark.parametrize("other", ["v.txt", "link.txt", "hard.txt"])
def test_an_original_is_never_overwritten_not_even_when_asked(
    expliciet, write, folder, other
):
    name = write("v.txt", OPEN)
    (folder / "link.txt").symlink_to(folder / name)
    (folder / "hard.txt").hardlink_to(folder / name)
    answer = expliciet("check", name, "--format", "docx", "-o", other, "--force")
    assert answer.status == 2
    assert "zelf een van de documenten" in answer.complained
    assert (folder / name).read_text() == OPEN


def test_word_is_not_poured_over_a_screen(expliciet, write, monkeypatch, screen):
    name = write("verslag.txt", OPEN)
    monkeypatch.setattr("sys.stdout", screen)
    answer = expliciet("check", name, "--format", "docx")
    assert answer.status == 2
    assert "--output verslag.nagekeken.docx" in answer.complained
    assert screen.getvalue() == ""


def test_a_place_that_cannot_be_written_is_named(expliciet, write):
    write("bestand", "x")
    answer = expliciet(
        "check", write("v.txt", OPEN), "--format", "json", "-o", "bestand/uit.json"
    )
    assert answer.status == 2
    assert "kon niet worden geschreven" in answer.complained


def test_nothing_half_written_stays_behind(expliciet, write, folder):
    expliciet("check", write("v.txt", OPEN), "--format", "html", "-o", "uit.html")
    assert {path.name for path in folder.iterdir()} == {".git", "v.txt", "uit.html"}


def test_the_form_of_the_answer_never_changes_the_end(expliciet, write):
    name = write("v.txt", OPEN)
    ends = {
        expliciet("check", name, "--format", form, "-o", f"uit.{form}").status
        for form in ("text", "json", "html", "docx")
    }
    assert ends == {1}


def test_data_names_what_could_not_be_read(expliciet, write):
    answer = expliciet("check", write("v.txt", OPEN), "weg.txt", "--format", "json")
    assert answer.status == 2
    told = json.loads(answer.said)
    assert told["unread"][0]["reason"] == "not-found"
    assert len(told["documents"]) == 1
