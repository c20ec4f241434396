"""The fictional minutes that come with the program, in all their forms."""

import json
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


@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_minutes_come_back_in_word_in_every_form(expliciet, folder, form):
    path = EXAMPLES / f"verslag-esdoorn.{form}"
    before = path.read_bytes()
    answer = expliciet("check", path, "--format", "docx", "-o", "uit.docx")
    assert answer.status == 1
    assert (folder / "uit.docx").read_bytes().startswith(b"PK")
    assert path.read_bytes() == before
