"""Transcripts of group conversations: who said what, and no names (F65, V1)."""

from io import BytesIO

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as some

from expliciet.evaluation.not_taken import NotTaken
from expliciet.evaluation.transcripts import Line, read

TXT = """Gespreksverslag

Jan de Vries: Wij waren op tijd.
[00:01:05] Fatima El Amrani (politie): Dat zag Jan anders dan ik.
En de school ook.
Jan de Vries: Let op: dat wil ik uitleggen aan Fatima.
"""
SAID = [
    Line(None, "Gespreksverslag", None),
    Line("spreker 1", "Wij waren op tijd.", None),
    Line("spreker 2", "Dat zag spreker 1 anders dan ik.", 65),
    Line("spreker 2", "En de school ook.", None),
    Line("spreker 1", "Let op: dat wil ik uitleggen aan spreker 2.", None),
]


def word(*paragraphs: str) -> bytes:
    document, data = Document(), BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(data)
    return data.getvalue()


def test_a_text_is_read_line_by_line_and_names_become_numbers() -> None:
    assert read("gesprek.txt", TXT.encode()) == SAID


def test_a_word_file_is_read_likewise() -> None:
    assert read("gesprek.docx", word(*TXT.splitlines())) == SAID


def test_a_heading_with_name_and_time_tells_who_speaks_below() -> None:
    data = word(
        "Jan de Vries   0:05", "Goedemorgen.", "Anna Smit   1:00:07", "Dag Jan."
    )
    assert read("gesprek.docx", data) == [
        Line("spreker 1", "Goedemorgen.", 5),
        Line("spreker 2", "Dag spreker 1.", 3607),
    ]


VTT = """WEBVTT

NOTE gemaakt door Jan de Vries

1
00:00:01.000 --> 00:00:04.000
<v Jan de Vries>Wij waren &amp; bleven <i>op tijd</i>.</v>

00:01:05.500 --> 00:01:07.000 align:start
<v Fatima>Nee, Jan.</v>
<v Jan de Vries>Ja.</v>

01:00:00.000 --> 01:00:02.000
Anna: Wat zei Fatima?
"""


def test_subtitles_are_read_with_their_voices_and_times() -> None:
    assert read("gesprek.vtt", VTT.encode()) == [
        Line("spreker 1", "Wij waren & bleven op tijd.", 1),
        Line("spreker 2", "Nee, spreker 1.", 65),
        Line("spreker 1", "Ja.", 65),
        Line("spreker 3", "Wat zei spreker 2?", 3600),
    ]


@pytest.mark.parametrize("name", ["gesprek.txt", "gesprek.docx", "gesprek.vtt"])
def test_no_name_of_a_speaker_is_left(name: str) -> None:
    data = {"txt": TXT.encode(), "docx": word(*TXT.splitlines()), "vtt": VTT.encode()}
    told = str(read(name, data[name.rpartition(".")[2]]))
    for part in ("Jan", "Vries", "Fatima", "Amrani", "Anna"):
        assert part not in told


@pytest.mark.parametrize(
    "sentence",
    [
        "Vraag: wie belde?",
        "Let op: dit is belangrijk.",
        "Om 10:30 belde zij.",
        "Zie http://x",
    ],
)
def test_a_sentence_with_a_colon_stays_whole(sentence: str) -> None:
    assert read("a.txt", sentence.encode()) == [Line(None, sentence, None)]


@pytest.mark.parametrize("label", ["JAN", "jan", "Jan"])
def test_a_name_is_known_however_its_label_is_written(label: str) -> None:
    lines = read("a.txt", f"{label}: Hoi.\nAnna: Dag Jan.".encode())
    assert lines[1] == Line("spreker 2", "Dag spreker 1.", None)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", b"%PDF-1.7", "Dit soort bestand"),
        ("a", b"Jan: hoi", "Dit soort bestand"),
        ("a.txt", b"", "leeg"),
        ("a.vtt", b"", "leeg"),
        ("a.txt", b"  \n ", "geen tekst"),
        ("a.txt", b"\x00\x01\x02\x03", "geen leesbare tekst"),
        ("a.vtt", b"\x00\x01\x02\x03", "geen leesbare tekst"),
        ("a.vtt", b"Jan: hoi", "niet de vorm van ondertitels"),
        ("a.vtt", b"WEBVTT\n\n99:99:99.999 --> 1\nhoi", "Er is niets gezegd"),
        ("a.vtt", b"WEBVTT\n\n", "Er is niets gezegd"),
        ("a.txt", b"Jan:\n", "Er is niets gezegd"),
        ("a.docx", b"PK\x03\x04word/", "beschadigd"),
        ("a.docx", b"Jan: hoi", "spreken elkaar tegen"),
        ("a.txt", b"<html><p>Jan: hoi</p></html>", "spreken elkaar tegen"),
        ("a.txt", b"hoi\n" * 20_001, "te lang"),
        ("a.vtt", b"WEBVTT\n" + b"a" * 3 * 1024 * 1024, "te groot"),
        ("a.txt", b"a" * 11 * 1024 * 1024, "te groot"),
        ("a.txt", "\n".join(f"Jan{at}: x" for at in range(101)).encode(), "is dit wel"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(
    name: str, data: bytes, why: str
) -> None:
    with pytest.raises(NotTaken) as refused:
        read(name, data)
    assert why in refused.value.why.nl
    assert "Er is niets bewaard" in refused.value.why.nl
    assert "Nothing was kept" in refused.value.why.en


ACCENTED = "Jose\u0301 Pe\u0301rez"
"""With each accent as a sign of its own, as some programs write it."""


SUBTITLES = f"<v {ACCENTED}>Hallo.\n<v Karin>Dag José, en Jose\u0301."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.txt", f"{ACCENTED}: Hallo.\nKarin: Dag José, en Jose\u0301."),
        (
            "a.vtt",
            f"WEBVTT\n\n00:01.000 --> 00:02.000\n{SUBTITLES}\n",
        ),
    ],
)
def test_a_name_is_known_however_its_accent_was_typed(name: str, said: str) -> None:
    """F65: no name of somebody who spoke stays in what is kept."""
    lines = read(name, said.encode())
    assert [(each.speaker, each.text) for each in lines] == [
        ("spreker 1", "Hallo."),
        ("spreker 2", "Dag spreker 1, en spreker 1."),
    ]


def test_a_name_with_the_ending_of_a_genitive_goes_too() -> None:
    """F65: *Karins voorstel* names Karin."""
    lines = read("a.txt", b"Karin: Hallo.\nJan: Karins voorstel, Jans idee.")
    assert lines[1].text == "spreker 1s voorstel, spreker 2s idee."


signs = some.text(
    some.one_of(
        some.sampled_from(list("<v>/:-& \n.0123456789JanWEBVTT")), some.characters()
    ),
    max_size=200,
)


@given(some.sampled_from(["a.txt", "a.vtt"]), signs)
@settings(max_examples=200, deadline=None)
def test_any_signs_are_read_or_refused(name: str, text: str) -> None:
    opening = "WEBVTT\n\n00:01.000 --> 00:02.000\n" if name == "a.vtt" else ""
    try:
        lines = read(name, (opening + text).encode("utf-8", "replace"))
    except NotTaken:
        return
    assert all(line.text.strip() for line in lines)


@pytest.mark.parametrize("name", ["a.txt", "a.vtt"])
def test_long_runs_of_one_sign_are_read_too(name: str) -> None:
    """A pattern that looks again from every sign would never come to an end here."""
    opening = "WEBVTT\n\n00:01.000 --> 00:02.000\n" if name == "a.vtt" else ""
    for sign in (" ", "<", "<v ", ":", "1:", "(", "Jan ", "&"):
        long = sign * (300_000 // len(sign))
        try:
            lines = read(name, f"{opening}a{long}b".encode())
        except NotTaken:
            continue
        assert lines
