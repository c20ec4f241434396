"""What holds for every change of the house, and for every line that can be left."""

import ast
from pathlib import Path

from expliciet.audit.actions import Action

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "expliciet"

WRITES = {"save", "create", "get_or_create", "bulk_create", "update", "delete"}
LEAVE_NO_LINE = {
    "keep_draft": "nothing was said yet",
    "drop_draft": "nothing was said yet",
    "keep_questions": "what was asked goes with the record, whose line is left",
    "notify": "what it tells of left one",
    "remind_of_impasses": "the turn of the clock leaves one",
    "remind_of_working_agreements": "the turn of the clock leaves one",
    "remind_of_due": "the turn of the clock leaves one",
    "tell_of_stalls": "the turn of the clock leaves one",
}
"""Changes without a line of their own, each with the reason."""


def functions() -> dict[str, ast.FunctionDef]:
    found: dict[str, ast.FunctionDef] = {}
    for path in sorted(PACKAGE.glob("*/actions/*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                room = path.relative_to(PACKAGE).parts[0]
                found[f"{room}.{path.stem}.{node.name}"] = node
    return found


def called(node: ast.AST) -> set[str]:
    return {
        call.func.id
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    }


def does(node: ast.AST, names: set[str], of: str = "") -> bool:
    """Calls one of these methods (of this name)."""
    return any(
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in names
        and (not of or ast.unparse(call.func.value) == of)
        for call in ast.walk(node)
    )


def reaching(start: set[str], known: dict[str, ast.FunctionDef]) -> set[str]:
    """The names of functions that come to one of these, through one another."""
    reached = set(start)
    while True:
        more = {
            node.name for node in known.values() if called(node) & reached
        } - reached
        if not more:
            return reached
        reached |= more


def names_outside_actions() -> set[str]:
    """Every name that something outside the actions imports or calls."""
    return {
        alias.name
        for path in PACKAGE.rglob("*.py")
        if "actions" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and "actions" in (node.module or "")
        for alias in node.names
    }


def test_every_change_leaves_a_line() -> None:
    """V9: a function that writes comes to `trail.record`, or is only a part of one
    that does."""
    known = functions()
    assert len(known) > 40
    writing = reaching(
        {node.name for node in known.values() if does(node, WRITES)}, known
    )
    leaving = reaching(
        {node.name for node in known.values() if does(node, {"record"}, "trail")},
        known,
    )
    silent = writing - leaving - set(LEAVE_NO_LINE)
    callers = {
        name: {node.name for node in known.values() if name in called(node)}
        for name in silent
    }
    outside = names_outside_actions()
    lacking = {
        name
        for name in silent
        if name in outside
        or not callers[name]
        or not callers[name] <= leaving | silent | set(LEAVE_NO_LINE)
    }
    assert lacking == set()
    assert set(LEAVE_NO_LINE) <= writing - leaving, "take it off the list"


def test_every_change_is_one_transaction() -> None:
    """V20: nothing half done, also where an action calls others."""
    loose = {
        name
        for name, node in functions().items()
        if does(node, WRITES)
        and does(node, {"record"}, "trail")
        and not any("atomic" in ast.unparse(each) for each in node.decorator_list)
        and not node.name.startswith("_")
    }
    assert loose <= {"dossiers.opening_dossiers.first_seat"}


def test_every_action_of_the_closed_list_is_done_somewhere() -> None:
    """A line that can never be left only misleads whoever reads the list."""
    used = {
        node.attr
        for path in PACKAGE.rglob("*.py")
        if path != PACKAGE / "audit" / "actions.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Action"
    }
    assert {action.name for action in Action} - used == set()


def test_a_screen_writes_nothing_itself() -> None:
    """A view, a form or a template tag hands its thing to an action."""
    loose = {
        path.relative_to(PACKAGE).as_posix()
        for path in (PACKAGE / "web").rglob("*.py")
        if does(
            ast.parse(path.read_text(encoding="utf-8")),
            {"create", "bulk_create", "get_or_create", "update_or_create"},
        )
    }
    assert loose == set()


MODELS_WRITE = {
    "create_user": "what Django asks of a user; adding people is an action",
    "of": "a circle is made inside the action that says something in it",
    "begin": "the first epoch begins by itself",
    "make": "a key is made when the first text is sealed with it",
    "visit": "when a seat was last seen; the page itself leaves the line",
}
"""Functions of models that write, each with the reason."""


def test_models_answer_questions_and_change_nothing() -> None:
    writing = {
        node.name
        for path in PACKAGE.glob("*/models/*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and writes_rows(node)
    }
    assert writing == set(MODELS_WRITE)


def writes_rows(node: ast.AST) -> bool:
    """Saves or makes something; or updates, which sets and mappings do too."""
    return does(node, WRITES - {"update"}) or any(
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "update"
        and "objects" in ast.unparse(call.func.value)
        for call in ast.walk(node)
    )
