"""A reader at a terminal, in a folder of their own."""

import io
import sys

import pytest

from expliciet.__main__ import main

OPEN = "Overleg.\n\nEr wordt z.s.m. contact gezocht met de moeder.\n"
"""Minutes that leave it open who, and when."""
CLEAR = "Bo Visser (politie) belt de moeder op 3 december 2026 over het rooster.\n"
"""Minutes that leave nothing open."""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Where the reader works; no settings or language of this machine reach here."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def write(folder):
    def written(name, text):
        data = text if isinstance(text, bytes) else text.encode()
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        return name

    return written


@pytest.fixture
def type_in(monkeypatch):
    """Put something on standard input."""

    def given(text):
        data = text if isinstance(text, bytes) else text.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return given


class Answer:
    """How a command ended, and what it said."""

    def __init__(self, status, said, complained):
        self.status = status
        self.said = said
        self.complained = complained


@pytest.fixture
def expliciet(capsys):
    """Give a command, and hear how it ends and what it says."""

    def give(*words):
        capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:
            status = end.code
        heard = capsys.readouterr()
        return Answer(status or 0, heard.out, heard.err)

    return give


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def screen():
    return Screen()
