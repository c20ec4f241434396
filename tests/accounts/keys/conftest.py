"""Keys of one test alone, something sealed with them, and a place for a second copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from expliciet.dossiers.models import Note
from expliciet.vault.models.epoch import forget_master_keys
from tests.factories import Table


@pytest.fixture(autouse=True)
def from_file(key_folder: Path) -> Iterator[None]:
    """Keys of one test alone, read from their files."""
    forget_master_keys()
    yield
    forget_master_keys()


@pytest.fixture
def note() -> Note:
    table = Table()
    return table.note(table.chair, "een kanarie zingt")


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Path]:
    """Where a second copy is kept by itself."""
    folder = tmp_path / "tweede"
    folder.mkdir()
    with override_settings(EXPLICIET_KEYS_COPY=str(folder)):
        yield folder
