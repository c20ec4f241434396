"""Looking at keys and at what is sealed with them, as the tests do."""

from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.models import Note
from expliciet.vault import key_files
from expliciet.vault.keyring import keyring
from expliciet.vault.models import Epoch
from expliciet.vault.models.epoch import forget_master_keys
from tests.factories import unlock_all

NOW = timezone.now()
LATER = NOW + timedelta(days=36)


def words(note: Note) -> str | None:
    """As a request that comes now would read them, from the files as they are now."""
    forget_master_keys()
    with keyring():
        unlock_all(note.dossier)
        return Note.objects.get(pk=note.pk).text


def file_of(number: int) -> Path:
    return key_files.path_of(Epoch.objects.get(number=number).file)


def lines(action: Action) -> list[Line]:
    return list(Line.objects.filter(action=action))
