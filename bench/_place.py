"""A database of the occasion: made, filled with a made-up table, and thrown away."""

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

ENGINES = ("sqlite", "postgresql")


@contextmanager
def place(engine: str) -> Iterator[None]:
    """Django, set up over an empty database that keeps what it says it keeps."""
    with ExitStack() as stack:
        data = stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-"))
        Path(data, "static").mkdir()
        os.environ["DJANGO_SETTINGS_MODULE"] = "expliciet.settings"
        os.environ["EXPLICIET_DATA"] = data
        os.environ["EXPLICIET_KEYS"] = f"{data}/keys"
        os.environ["EXPLICIET_DATABASE"] = ""
        if engine == "postgresql":
            from tests import postgres

            cluster = stack.enter_context(postgres.running(waits_for_disk=True))
            host = quote(str(cluster.host), safe="")
            os.environ["EXPLICIET_DATABASE"] = (
                f"postgresql://{cluster.user}@{host}/{cluster.database}"
            )
        import django
        from django.core.management import call_command
        from django.db import connections
        from django.test import override_settings

        warnings.simplefilter("ignore")
        django.setup()
        call_command("migrate", verbosity=0)
        stack.enter_context(override_settings(RATES_ARE_KEPT=False))
        stack.callback(connections.close_all)
        yield


def past() -> Iterator[datetime]:
    """Moments one after the other, all of them before now."""
    begin = datetime.now(UTC) - timedelta(hours=3)
    return (begin + timedelta(seconds=number) for number in count())


def lacking(engine: str) -> str:
    """What this machine lacks for that engine, or nothing."""
    try:
        import factory  # noqa: F401
    except ImportError:
        return "the packages for tests are not here: run ./expliciet test once"
    if engine == "sqlite":
        return ""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "psycopg is not here, so nothing ran on PostgreSQL"
    from tests import postgres

    if not postgres.find_binaries():
        return "no initdb here, so nothing ran on PostgreSQL: apt install postgresql"
    return ""


def on_each_engine(script: str, *arguments: str) -> int:
    """Each engine in a process of its own: Django can be set up only once."""
    worst = 0
    for engine in ENGINES:
        if reason := lacking(engine):
            print(f"{engine}: {reason}")
            continue
        command = [sys.executable, script, "--on", engine, *arguments]
        status = subprocess.run(command, check=False).returncode
        if status:
            print(f"{engine}: stopped with status {status}")
            worst = status
    return worst
