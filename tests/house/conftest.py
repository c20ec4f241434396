"""A small house with the real front door, to try its behaviour on."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PARROT = """
import os, sys
print(os.getcwd(), *sys.argv[1:], sep="|")
sys.exit(int(os.environ.get("PARROT_EXIT", "0")))
"""


@dataclass
class House:
    """A copy of the front door, with a parrot for a program behind it."""

    root: Path
    surroundings: dict[str, str] = field(default_factory=dict)

    @property
    def door(self) -> Path:
        return self.root / "expliciet"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def start(
        self,
        *arguments: str,
        door: Path | None = None,
        cwd: Path | None = None,
        **env: str,
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [door or self.door, *arguments],
            cwd=cwd or self.root.parent,
            env=os.environ | {"LC_ALL": "nl_NL.UTF-8"} | self.surroundings | env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(
        self,
        *arguments: str,
        door: Path | None = None,
        cwd: Path | None = None,
        **env: str,
    ) -> subprocess.CompletedProcess[str]:
        process = self.start(*arguments, door=door, cwd=cwd, **env)
        out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)


@pytest.fixture(scope="session")
def quick_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python whose `-m venv` copies one made earlier: the same, but sooner."""
    folder = tmp_path_factory.mktemp("python")
    template = folder / "template"
    subprocess.run([sys.executable, "-m", "venv", template], check=True)
    return program(
        folder / "python",
        f"""
        case "$1 $2" in
            "-m venv") exec cp -R "{template}" "$4" ;;
            *realpath*) echo "$0" ;;
            *) exec "{sys.executable}" "$@" ;;
        esac
        """,
    )


def program(path: Path, script: str) -> Path:
    """Write a shell script that can be run."""
    path.write_text(f"#!/bin/sh\n{script}")
    path.chmod(0o755)
    return path


@pytest.fixture
def make_program(tmp_path: Path) -> Callable[[str, str], Path]:
    return lambda name, script: program(tmp_path / name, script)


def build(root: Path) -> House:
    package = root / "src" / "expliciet"
    package.mkdir(parents=True)
    shutil.copy(ROOT / "expliciet", root)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(PARROT)
    for lock in ROOT.glob("requirements*.txt"):
        (root / lock.name).write_text("# nothing\n")
    return House(root)


@pytest.fixture
def house(tmp_path: Path, quick_python: Path) -> House:
    """A house in which nothing has been set up yet."""
    house = build(tmp_path / "een map met spaties" / "Expliciet")
    house.surroundings["PYTHON"] = str(quick_python)
    return house


@pytest.fixture(scope="module")
def warm_house(tmp_path_factory: pytest.TempPathFactory, quick_python: Path) -> House:
    """A house that has been lived in; leave it as you find it."""
    house = build(tmp_path_factory.mktemp("warm") / "Expliciet")
    house.surroundings["PYTHON"] = str(quick_python)
    assert house.run("check").returncode == 0
    return house
