"""The script at the root: what it does when all is well."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.conftest import ROOT, House

SHELLS = [name for name in ("sh", "dash", "bash") if shutil.which(name)]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_can_read_it(shell: str) -> None:
    subprocess.run([shell, "-n", ROOT / "expliciet"], check=True)


def test_help_comes_in_dutch(warm_house: House) -> None:
    done = warm_house.run("help", LC_ALL="nl_NL.UTF-8")
    assert done.returncode == 0
    assert "Voor wie meebouwt" in done.stdout
    assert done.stderr == ""


def test_help_comes_in_english_where_english_is_spoken(warm_house: House) -> None:
    done = warm_house.run("help", LC_ALL="en_GB.UTF-8")
    assert "For those who build along" in done.stdout


def test_without_a_command_it_helps(warm_house: House) -> None:
    assert warm_house.run().stdout == warm_house.run("help").stdout


def test_help_names_every_command(warm_house: House) -> None:
    said = warm_house.run("help").stdout
    for command in (
        *("demo", "check", "rules", "found", "worker", "tick"),
        *("test", "lint", "bench", "manage"),
    ):
        assert f"./expliciet {command}" in said


def test_an_unknown_command_is_named_and_refused(warm_house: House) -> None:
    done = warm_house.run("chekc")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "'chekc'" in done.stderr
    assert "./expliciet check" in done.stderr


def test_files_are_sought_in_the_folder_of_the_caller(
    warm_house: House, tmp_path: Path
) -> None:
    done = warm_house.run("check", "verslag van mei.txt", cwd=tmp_path)
    assert done.stdout == f"{tmp_path}|check|verslag van mei.txt\n"
    assert done.stderr == ""


def test_it_may_be_called_by_another_name_in_another_place(
    warm_house: House, tmp_path: Path
) -> None:
    first = tmp_path / "eerste"
    first.symlink_to(warm_house.door)
    second = tmp_path / "tweede"
    second.symlink_to("eerste")
    assert warm_house.run("rules", door=second, cwd=tmp_path).returncode == 0


def test_it_may_be_found_on_the_path(warm_house: House, tmp_path: Path) -> None:
    path = f"{warm_house.root}:/usr/bin:/bin"
    done = warm_house.run("rules", door=Path("expliciet"), cwd=tmp_path, PATH=path)
    assert done.stdout == f"{tmp_path}|rules\n"


def test_how_the_program_ends_is_passed_on(warm_house: House) -> None:
    assert warm_house.run("check", PARROT_EXIT="1").returncode == 1


@pytest.mark.parametrize("command", ["found", "worker", "tick"])
def test_what_keeps_a_house_running_is_a_command_of_its_own(
    house: House, command: str, tmp_path: Path
) -> None:
    django = house.root / "src" / "django"
    django.mkdir()
    (django / "__init__.py").touch()
    (django / "__main__.py").write_text(
        "import os, sys; print(os.environ['EXPLICIET_DATA'], *sys.argv[1:], sep='|')"
    )
    done = house.run(command, "--pause", "1", EXPLICIET_DATA="kast", cwd=tmp_path)
    assert done.stdout == f"{tmp_path}/kast|{command}|--pause|1\n"


def test_a_file_of_the_caller_cannot_pass_for_a_module(
    warm_house: House, tmp_path: Path
) -> None:
    (tmp_path / "expliciet.py").write_text("raise SystemExit('ingedrongen')")
    (tmp_path / "os.py").write_text("raise SystemExit('ingedrongen')")
    assert warm_house.run("rules", cwd=tmp_path).returncode == 0


def test_a_warm_start_leaves_everything_as_it_is(warm_house: House) -> None:
    before = {path: path.stat().st_mtime_ns for path in warm_house.venv.iterdir()}
    assert warm_house.run("rules").returncode == 0
    assert {
        path: path.stat().st_mtime_ns for path in warm_house.venv.iterdir()
    } == before


def test_a_benchmark_that_is_not_there_brings_a_list(warm_house: House) -> None:
    folder = warm_house.root / "bench"
    folder.mkdir(exist_ok=True)
    (folder / "vlug.py").write_text("print('gemeten')")
    done = warm_house.run("bench", "traag")
    assert done.returncode == 2
    assert "vlug" in done.stderr
    assert warm_house.run("bench", "vlug").stdout == "gemeten\n"
