"""A command for whoever runs the house says what lacks before it begins."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from expliciet.audit.prepared import PreparedCommand

FIRST = {"load_demo": "the demo prepares its own database before it asks this"}


def test_nothing_is_done_over_a_database_that_was_not_prepared(tmp_path: Path) -> None:
    """What happened, what was kept, what to do; and no traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "django", "tick"],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "expliciet.settings",
            "EXPLICIET_DATA": str(tmp_path),
            "EXPLICIET_DATABASE": "",
            "LANG": "nl_NL.UTF-8",
            "LC_ALL": "nl_NL.UTF-8",
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "./expliciet manage migrate" in done.stderr
    assert "niets gedaan" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "name",
    sorted(
        name
        for name, app in get_commands().items()
        if str(app).startswith("expliciet") and name not in FIRST
    ),
)
def test_every_command_of_ours_looks_first(name: str) -> None:
    app = str(get_commands()[name])
    assert isinstance(load_command_class(app, name), PreparedCommand)
