"""A PostgreSQL for the length of the tests: a Unix socket, no port, no password."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

OWNER = "expliciet"


@dataclass(frozen=True)
class Cluster:
    """Where it listens: what a libpq client fills in as host, and as user."""

    host: Path
    user: str = OWNER
    database: str = "postgres"


@cache
def find_binaries() -> Path | None:
    """The folder with initdb; Debian keeps it off the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version)
    on_path = shutil.which("initdb")
    if debian:
        return debian[-1]
    return Path(on_path).resolve().parent if on_path else None


def _version(folder: Path) -> float:
    return float(folder.parent.name)


@contextmanager
def running(*, waits_for_disk: bool = False) -> Iterator[Cluster]:
    """Make a cluster, start it, and leave nothing behind."""
    binaries = find_binaries()
    assert binaries, "guard the test with the marker `postgres`"
    # Not under pytest's own folders: a socket's path may have 107 characters.
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    account = _account()
    os.chown(home, account.pw_uid, account.pw_gid)

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [binaries / program, "-D", home / "data", *arguments],
            check=True,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            **_as(account),
        )

    try:
        run("initdb", "-U", OWNER, "--auth=trust", "--no-sync", "--encoding=UTF8")
        fsync = "on" if waits_for_disk else "off"
        # Counted between two tests a table is empty, and is then taken to stay so.
        options = f"-k {home} -c listen_addresses= -c fsync={fsync} -c autovacuum=off"
        run("pg_ctl", "-w", "-l", str(home / "log"), "-o", options, "start")
        try:
            yield Cluster(host=home)
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _account() -> pwd.struct_passwd:
    """Ourselves; or, since PostgreSQL refuses root, the account it came with."""
    if os.getuid() != 0:
        return pwd.getpwuid(os.getuid())
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _as(account: pwd.struct_passwd) -> dict[str, Any]:
    if account.pw_uid == os.getuid():
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
