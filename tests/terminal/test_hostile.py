"""A bad document among good ones gets a sentence, and the good ones their questions."""

import io
import zipfile

import pytest

from tests.terminal.conftest import OPEN


def zip_bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 300_000_000)
    return packed.getvalue()


def xml_bomb():
    packed = io.BytesIO()
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><x>&l9;</x>',
        )
    return packed.getvalue()


BAD = {
    "leeg.txt": b"",
    "wit.txt": b" \n\t ",
    "binair.txt": bytes(range(256)) * 20,
    "foto.docx": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "kapot.docx": b"PK\x03\x04 en dan niets",
    "kapot.odt": b"PK\x03\x04" + b"\xff" * 200,
    "kapot.pdf": b"%PDF-1.7\nen dan niets",
    "tekst.pdf": b"gewoon tekst",
    "bom.docx": zip_bomb,
    "xml.docx": xml_bomb,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_one_sentence_and_the_others_are_checked(
    expliciet, write, name
):
    data = BAD[name]() if callable(BAD[name]) else BAD[name]
    answer = expliciet(
        "check", write("a.txt", OPEN), write(name, data), write("z.txt", OPEN)
    )
    assert answer.status == 2
    assert answer.complained.startswith(f"{name}: ")
    assert answer.complained.count("\n") == 1
    assert "Traceback" not in answer.complained
    assert {"a.txt:3", "z.txt:3"} <= set(answer.said.split())


def test_a_document_cannot_steer_the_terminal(expliciet, write):
    steering = "Er wordt z.s.m. contact \x1b]0;x\x07\x1b[2J\u202e gezocht.\n"
    answer = expliciet("check", write("v.txt", steering), "--color", "never")
    assert not set(answer.said) & set("\x1b\x07\u202e")


def test_a_file_name_cannot_steer_the_terminal(expliciet, write):
    answer = expliciet("check", write("v\x1b[2J.txt", OPEN), "weg\x1b[2J.txt")
    assert answer.status == 2
    assert "\x1b" not in answer.said + answer.complained


def test_a_line_without_end_shows_excerpts_only(expliciet, write):
    line = "woord " * 160_000 + "Er wordt z.s.m. contact gezocht."
    answer = expliciet("check", write("v.txt", line))
    assert answer.status == 1
    assert len(answer.said) < 10_000
    assert max(map(len, answer.said.splitlines())) <= 88


def test_a_page_of_windows_signs_is_read(expliciet, write):
    answer = expliciet("check", write("v.txt", f"Coördinatie: {OPEN}".encode("cp1252")))
    assert answer.status == 1


def test_a_word_document_on_standard_input_is_known_by_its_content(
    expliciet, type_in, write, folder
):
    expliciet("check", write("v.txt", OPEN), "--format", "docx", "-o", "v.docx")
    type_in((folder / "v.docx").read_bytes())
    assert expliciet("check", "-").status == 1
