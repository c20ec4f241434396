"""The fictional minutes that come with the program, in all their forms."""

import json
from collections import Counter
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FORMS = ("txt", "md", "html", "docx", "odt", "pdf")


@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_minutes_get_questions_in_every_form(expliciet, form):
    path = EXAMPLES / f"verslag-esdoorn.{form}"
    answer = expliciet("check", path, "--format", "json")
    assert answer.status == 1
    document = json.loads(answer.said)["documents"][0]
    assert document["format"] == form
    asked = {(each["code"], each["words"]) for each in document["findings"]}
    assert ("EX103", "zo snel mogelijk") in asked
    assert ("EX101", "wordt contact gezocht") in {
        (code, words.removeprefix("Er ")) for code, words in asked
    }


def asked_about(expliciet, form):
    path = EXAMPLES / f"verslag-esdoorn.{form}"
    said = expliciet("check", path, "--format", "json").said
    findings = json.loads(said)["documents"][0]["findings"]
    return Counter((each["code"], " ".join(each["words"].split())) for each in findings)


@pytest.mark.parametrize("form", ["md", "html", "docx", "odt"])
def test_the_same_minutes_get_the_same_questions_in_every_form(expliciet, form):
    assert asked_about(expliciet, form) == asked_about(expliciet, "txt")


def test_a_pdf_gets_the_same_questions_but_for_the_rows_of_its_table(expliciet):
    text = (EXAMPLES / "verslag-esdoorn.txt").read_text(encoding="utf-8")
    cells = {
        cell.strip()
        for line in text.splitlines()
        if " | " in line
        for cell in line.split("|")
    }
    about_text = Counter(
        {
            asked: count
            for asked, count in asked_about(expliciet, "txt").items()
            if asked[1] not in cells
        }
    )
    missing = asked_about(expliciet, "txt") - asked_about(expliciet, "pdf")
    assert sum(about_text.values()) > 20
    assert asked_about(expliciet, "pdf") >= about_text
    assert {words for _, words in missing} <= cells


@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_minutes_come_back_in_word_in_every_form(expliciet, folder, form):
    path = EXAMPLES / f"verslag-esdoorn.{form}"
    before = path.read_bytes()
    answer = expliciet("check", path, "--format", "docx", "-o", "uit.docx")
    assert answer.status == 1
    assert (folder / "uit.docx").read_bytes().startswith(b"PK")
    assert path.read_bytes() == before
