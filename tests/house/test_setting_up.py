"""The script at the root: a first start, and a first start that goes wrong."""

import os
import shutil
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.conftest import House

MakeProgram = Callable[[str, str], Path]


def test_a_first_start_talks_on_stderr_only(house: House) -> None:
    done = house.run("rules")
    assert done.returncode == 0
    assert done.stdout == f"{house.root.parent}|rules\n"
    assert "Eerste keer" in done.stderr


def test_changed_requirements_are_noticed(house: House) -> None:
    house.run("rules")
    (house.root / "requirements.txt").write_text("# nothing else\n")
    assert "Pakketten ophalen" in house.run("rules").stderr
    assert house.run("rules").stderr == ""


def test_two_first_starts_at_once_wait_for_each_other(house: House) -> None:
    starts = [house.start("rules") for _ in range(3)]
    talk = [start.communicate(timeout=120)[1] for start in starts]
    assert [start.returncode for start in starts] == [0, 0, 0], talk
    assert sum("Eerste keer" in said for said in talk) == 1
    assert [path.name for path in house.root.glob(".venv*")] == [".venv"]


@pytest.mark.parametrize("moment", ["bin", "made", "unfinished"])
def test_a_start_that_was_broken_off_repairs_itself(house: House, moment: str) -> None:
    """Killed while the environment was begun, was made, and was being filled."""
    start = house.start("rules")
    while not (house.venv / moment).exists() and start.poll() is None:
        time.sleep(0.002)
    os.killpg(start.pid, signal.SIGKILL)
    start.communicate()
    assert (house.root / ".venv.lock").exists(), "killed too late to mean something"
    done = house.run("rules")
    assert done.returncode == 0, done.stderr
    assert not (house.root / ".venv.lock").exists()


def test_ctrl_c_leaves_no_lock_behind(house: House) -> None:
    start = house.start("rules")
    while not (house.root / ".venv.lock" / "pid").exists():
        time.sleep(0.002)
    os.killpg(start.pid, signal.SIGINT)
    start.communicate(timeout=60)
    assert start.returncode == 130
    assert not (house.root / ".venv.lock").exists()
    assert house.run("rules").returncode == 0


def test_an_environment_whose_python_has_left_is_made_anew(house: House) -> None:
    house.run("rules")
    (house.venv / "bin" / "python").unlink()
    done = house.run("rules")
    assert done.returncode == 0
    assert "Eerste keer" in done.stderr


def test_the_house_may_be_moved(house: House) -> None:
    house.run("rules")
    moved = House(house.root.rename(house.root.parent / "elders"))
    done = moved.run("rules")
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_network_it_says_so_and_recovers(house: House) -> None:
    lock = house.root / "requirements.txt"
    lock.write_text(f"onvindbaar==1.0 --hash=sha256:{'0' * 64}\n")
    done = house.run("rules", PIP_NO_INDEX="1")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "netwerkverbinding" in done.stderr
    assert "docs/installation.md" in done.stderr
    lock.write_text("# nothing\n")
    assert house.run("rules").returncode == 0


def test_an_old_python_is_named(house: House, make_program: MakeProgram) -> None:
    old = make_program(
        "python3.9", 'case "$2" in *print*) echo 3.9 ;; *) exit 1 ;; esac'
    )
    done = house.run("rules", PYTHON=str(old))
    assert done.returncode == 2
    assert "Python 3.9" in done.stderr
    assert "3.11 of nieuwer" in done.stderr
    assert not (house.root / ".venv.lock").exists()


def test_a_python_that_does_not_start_is_named(house: House) -> None:
    done = house.run("rules", PYTHON="geen-python", LC_ALL="en_US.UTF-8")
    assert done.returncode == 2
    assert "PYTHON=geen-python is not a Python" in done.stderr


def only(folder: Path, *names: str) -> str:
    """A PATH with just these programs on it."""
    folder.mkdir()
    for name in names:
        found = shutil.which(name)
        assert found, name
        (folder / name).symlink_to(found)
    return str(folder)


ORDINARY = ["sh", "cat", "cksum", "xargs", "mkdir", "rm", "sed"]


def test_no_python_at_all_brings_advice(house: House, tmp_path: Path) -> None:
    done = house.run("rules", PYTHON="", PATH=only(tmp_path / "bin", *ORDINARY))
    assert done.returncode == 2
    assert "apt install python3" in done.stderr


def test_a_newer_python_beside_an_old_one_is_found(
    house: House, make_program: MakeProgram, tmp_path: Path, quick_python: Path
) -> None:
    path = only(tmp_path / "bin", *ORDINARY, "cp", "grep", "tail")
    old = make_program("old", 'case "$2" in *print*) echo 3.9 ;; *) exit 1 ;; esac')
    (tmp_path / "bin" / "python3").symlink_to(old)
    (tmp_path / "bin" / "python3.12").symlink_to(quick_python)
    done = house.run("rules", PYTHON="", PATH=path)
    assert done.returncode == 0, done.stderr


def test_a_python_without_venv_brings_advice(
    house: House, make_program: MakeProgram
) -> None:
    bare = make_program(
        "python",
        f"""
        case "$1 $2" in
            "-m venv") mkdir -p "$4/bin"; echo "ensurepip is not available"; exit 1 ;;
            *realpath*) echo "$0" ;;
            *) exec "{sys.executable}" "$@" ;;
        esac
        """,
    )
    done = house.run("rules", PYTHON=str(bare))
    assert done.returncode == 2
    assert "apt install python3-venv" in done.stderr
    assert not house.venv.exists()
    assert house.run("rules").returncode == 0


def test_a_folder_that_cannot_be_written_to_brings_advice(house: House) -> None:
    done = house.run("rules", EXPLICIET_VENV="/proc/expliciet/.venv")
    assert done.returncode == 2
    assert "EXPLICIET_VENV=" in done.stderr


def test_the_packages_may_live_elsewhere(house: House, tmp_path: Path) -> None:
    elsewhere = tmp_path / "pakketten"
    done = house.run("rules", cwd=tmp_path, EXPLICIET_VENV="pakketten")
    assert done.returncode == 0
    assert (elsewhere / "made").exists()
    assert not house.venv.exists()


def test_a_taken_port_brings_advice(warm_house: House) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = warm_house.run("demo", PORT=port)
    assert done.returncode == 2
    assert f"Poort {port} is bezet" in done.stderr
    assert "PORT=8001 ./expliciet demo" in done.stderr


@pytest.mark.parametrize("port", ["tachtig", "70000", "-1"])
def test_a_port_that_is_none_brings_advice(warm_house: House, port: str) -> None:
    done = warm_house.run("demo", PORT=port)
    assert done.returncode == 2
    assert f"Poort {port}" in done.stderr


def test_data_without_a_place_brings_advice(warm_house: House) -> None:
    done = warm_house.run("demo", EXPLICIET_DATA="/proc/expliciet")
    assert done.returncode == 2
    assert "EXPLICIET_DATA=" in done.stderr
