"""Who may know whom in the house."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "expliciet"
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"


def imported(path: Path) -> set[str]:
    """The outermost names of what a module imports from outside its package."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_imports_point_one_way() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_the_rules_need_nothing_but_python() -> None:
    modules = sorted((PACKAGE / "rules").rglob("*.py"))
    strangers = {
        path.relative_to(PACKAGE).as_posix(): strange
        for path in modules
        if (strange := imported(path) - sys.stdlib_module_names - {"expliciet"})
    }
    assert modules
    assert strangers == {}


def rooms() -> list[str]:
    return sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


@pytest.mark.parametrize("room", rooms())
def test_every_room_has_its_tests_in_a_room_of_the_same_name(room: str) -> None:
    assert list((ROOT / "tests" / room).rglob("test_*.py"))


@pytest.mark.parametrize("room", rooms())
def test_every_room_stands_on_the_plan_of_the_house(room: str) -> None:
    plan = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert f"`{room}`" in plan
