"""What `./expliciet manage keys` says to whoever keeps this running."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from expliciet.dossiers.models import Note
from tests.accounts.keys.keeping import file_of

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def heard(*typed: str, english: bool = True) -> str:
    out = StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "en_GB.UTF-8" if english else "nl_NL.UTF-8")
        call_command("keys", *typed, stdout=out)
    return out.getvalue()


def test_the_command_tells_how_the_keys_are(note: Note, second: Path) -> None:
    with pytest.raises(CommandError, match="asks for attention") as refusal:
        heard("status")
    assert refusal.value.returncode == 1
    assert "key file lies in" in heard("copy", str(second))
    told = heard("status")
    assert "Epoch 1, begun on" in told
    assert "in use" in told


def test_the_command_says_what_to_do_next(note: Note, tmp_path: Path) -> None:
    told = heard("rotate")
    assert "Epoch 2 has begun" in told
    assert "keys copy FOLDER" in told
    assert "nothing to destroy" in heard("destroy-old")
    file_of(2).unlink()
    with pytest.raises(CommandError, match="keys restore FOLDER"):
        heard("rotate")
    assert "Still lacking" in heard("restore", str(tmp_path))


def test_the_command_speaks_dutch_to_the_dutch(note: Note) -> None:
    assert "Sleutelperiode 2 is begonnen" in heard("rotate", english=False)


def test_an_impossible_folder_is_refused_in_words(note: Note, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(CommandError, match="is not a folder"):
        heard("copy", str(tmp_path / "bestand"))
