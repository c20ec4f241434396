"""What may stand in the repository, and what may not."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

import expliciet

ROOT = Path(__file__).parents[2]

LOCKS = sorted(ROOT.glob("requirements*.txt"))

# Written in two halves, so that this file does not find itself.
REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "registry." + "npmjs.org",
    "registry." + "yarnpkg.com",
    "unpkg" + ".com",
    "jsdelivr" + ".net",
    "deb." + "debian.org",
]
MACHINE_PATHS = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/"]


def tracked() -> list[Path]:
    """Every file that is kept here; without git, every file not made by a tool."""
    try:
        listing = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True
        ).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        paths = [path for path in ROOT.rglob("*") if not made_by_a_tool(path)]
    else:
        paths = [ROOT / name for name in listing.split("\0") if name]
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def made_by_a_tool(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    made = {".venv", ".git", "var", "__pycache__", "node_modules"}
    return parts[0].endswith("_cache") or not made.isdisjoint(parts)


def words_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def is_borrowed(path: Path) -> bool:
    return "vendor" in path.relative_to(ROOT).parts


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_names_no_host(lock: Path) -> None:
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", words_of(lock))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_pins_every_package_by_hash(lock: Path) -> None:
    logical = re.sub(r"\\\n", " ", words_of(lock)).splitlines()
    pins = [
        line for line in logical if line.strip() and not line.startswith((" ", "#"))
    ]
    assert pins
    for pin in pins:
        assert re.match(r"[a-z0-9.-]+(\[[a-z,]+\])?==\S+", pin), pin
        assert "--hash=sha256:" in pin, pin


def test_the_lock_files_agree_with_each_other() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in re.findall(
            r"^(\S+?)==(\S+)", words_of(lock), re.MULTILINE
        ):
            versions.setdefault(name.partition("[")[0], set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_a_lock_file_of_the_other_kind_resolves_to_no_host() -> None:
    for path in tracked():
        if path.name == "package-lock.json":
            assert '"resolved"' not in words_of(path)


def test_no_file_names_a_package_registry() -> None:
    naming = [
        (path.relative_to(ROOT).as_posix(), host)
        for path in tracked()
        if not is_borrowed(path)
        for host in REGISTRIES
        if host in words_of(path)
    ]
    assert naming == []


def test_no_file_knows_the_machine_it_was_made_on() -> None:
    naming = [
        (path.relative_to(ROOT).as_posix(), place)
        for path in tracked()
        if not is_borrowed(path)
        for place in MACHINE_PATHS
        if re.search(rf"(?<![\w.}}-]){place}", words_of(path))
    ]
    assert naming == []


def test_nothing_is_called_utils() -> None:
    drawers = {"util", "utils", "helpers", "misc", "common"}
    named = [path for path in tracked() if not is_borrowed(path)]
    assert [
        path
        for path in named
        if drawers & set(path.relative_to(ROOT).with_suffix("").parts)
    ] == []


def test_the_version_is_the_same_wherever_it_is_said() -> None:
    project = tomllib.loads(words_of(ROOT / "pyproject.toml"))
    public = yaml.safe_load(words_of(ROOT / "publiccode.yml"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/expliciet/__init__.py"
    assert public["softwareVersion"] == expliciet.__version__


def test_the_public_description_keeps_to_its_lengths() -> None:
    public = yaml.safe_load(words_of(ROOT / "publiccode.yml"))
    assert set(public["description"]) == {"nl", "en"}
    for described in public["description"].values():
        assert len(described["shortDescription"]) <= 150
        assert 150 <= len(described["longDescription"]) <= 10_000
    assert public["legal"]["license"] == "EUPL-1.2"


def test_what_is_borrowed_has_its_licence_beside_it() -> None:
    borrowed = [path for path in tracked() if is_borrowed(path)]
    lacking = [
        path
        for path in borrowed
        if path.suffix != ".license" and not Path(f"{path}.license").exists()
    ]
    assert borrowed
    assert lacking == []
