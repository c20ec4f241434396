"""The verifier finds the first thing that is not right, and accuses nobody wrongly."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from expliciet.audit import verifying
from expliciet.audit.verifying import Head, name_of, verify
from tests.audit.exports import (
    HEADS,
    MINE,
    PUBLIC,
    SIZE,
    Export,
    broken,
    head_of,
    line_of,
    seals_of,
)

PROGRAM = Path(verifying.__file__)


@pytest.fixture
def export(tmp_path: Path) -> Export:
    return Export(tmp_path / "uit").fill()


def test_a_trail_that_nobody_touched_is_right(export: Export) -> None:
    verdicts = verify(export.folder, PUBLIC, export.kept())
    assert broken(verdicts) == []
    assert [verdict.verified for verdict in verdicts] == [SIZE, SIZE]
    assert [verdict.signed for verdict in verdicts] == [SIZE, SIZE]


def test_what_is_not_signed_yet_and_what_has_no_number_yet_is_told(
    export: Export,
) -> None:
    export.put(MINE, [line_of(MINE, number) for number in range(SIZE + 3)], HEADS)
    export.path("unsealed.jsonl").write_bytes(b"{}\n{}\n")
    (verdict,) = verify(export.folder, PUBLIC, house=MINE)
    assert (verdict.verified, verdict.signed, verdict.unsealed) == (SIZE + 3, SIZE, 2)


@pytest.mark.parametrize("at", [1, 17, SIZE - 1])
def test_the_first_break_is_where_it_was_made(export: Export, at: int) -> None:
    lines = export.lines()
    lines[at] = lines[at].replace(b"2026", b"2025")
    export.write_lines(lines)
    (mine, theirs) = verify(export.folder, PUBLIC)
    assert mine.broken is not None
    assert (mine.broken.number, mine.verified) == (at + 1, at)
    assert theirs.broken is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("seals.jsonl", b"geen json\n"),
        ("seals.jsonl", b"[]\n"),
        ("seals.jsonl", b""),
        ("lines.jsonl", b""),
        ("lines.jsonl", b"\n"),
        ("heads.jsonl", b"{}\n"),
        ("heads.jsonl", b"null\n"),
        ("heads.jsonl", b"\xff\xfe\n"),
    ],
)
def test_nonsense_is_a_break_and_not_a_crash(
    export: Export, name: str, text: bytes
) -> None:
    export.path(name).write_bytes(text)
    assert broken(verify(export.folder, PUBLIC)) == [MINE]


@pytest.mark.parametrize("name", ["seals", "lines", "heads", "unsealed"])
def test_a_file_that_is_not_there_is_a_break(export: Export, name: str) -> None:
    export.path(f"{name}.jsonl").unlink()
    assert broken(verify(export.folder, PUBLIC)) == [MINE]


def run(*arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """As a partner runs it: the file alone, in a Python that knows no Expliciet."""
    return subprocess.run(
        [sys.executable, "-I", PROGRAM, *arguments],
        env={"LC_ALL": "en", **surroundings},
        capture_output=True,
        text=True,
    )


ASK = """
import sys, expliciet.audit.verifying
print([name for name in sys.modules if name.startswith("django")])
"""


def test_nothing_of_django_is_fetched_for_it() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_the_program_runs_by_itself_and_says_what_it_found(
    export: Export, tmp_path: Path
) -> None:
    done = run(str(export.folder))
    assert done.returncode == 0, done.stderr
    assert f"{MINE}: 40 lines verified. Signed up to 40" in done.stdout
    assert "Is it the one you were given before?" in done.stdout
    assert "heads that you kept" in done.stdout
    key, kept = tmp_path / "sleutel.txt", tmp_path / "koppen.jsonl"
    shutil.copy(export.folder / "public-key.txt", key)
    shutil.copy(export.path("heads.jsonl"), kept)
    given = ["--key", str(key), "--kept", str(kept)]
    done = run(str(export.folder), *given)
    assert (done.returncode, done.stdout.count("\n")) == (0, 3)
    export.put(MINE, export.lines()[:25], [10, 20])
    done = run(str(export.folder), *given)
    assert done.returncode == 1
    assert f"{MINE}: BROKEN at 26: lines that were signed are lacking." in done.stdout
    assert "Something was changed" in done.stdout


def test_the_program_speaks_dutch_to_the_dutch(export: Export) -> None:
    done = run(str(export.folder), LC_ALL="nl_NL.UTF-8")
    assert "regels nagerekend" in done.stdout


def test_where_there_is_nothing_to_verify_it_says_so(
    export: Export, tmp_path: Path
) -> None:
    (tmp_path / "leeg").mkdir()
    key = ["--key", str(export.folder / "public-key.txt")]
    for arguments in (
        [str(tmp_path / "leeg"), *key],
        [str(tmp_path / "nergens"), *key],
        [str(export.folder), "--key", str(export.path("lines.jsonl"))],
        [str(export.folder), "--kept", str(export.path("lines.jsonl"))],
    ):
        done = run(*arguments)
        assert done.returncode == 2
        assert "Nothing verified" in done.stderr
        assert "Traceback" not in done.stderr
    done = run(str(export.folder), "--house", "een-ander", *key)
    assert done.returncode == 1
    assert "not among these" in done.stdout


def test_what_the_house_writes_is_what_the_verifier_reads() -> None:
    """Two programs, written apart, that agree on one format."""
    from expliciet.audit.models import Head as Written
    from expliciet.audit.models.seal import START, chained
    from expliciet.vault.key_files import fingerprint

    assert bytes.fromhex(START) == verifying.START
    (seal,) = seals_of(MINE, [line_of(MINE, 1)])
    assert chained(START, line_of(MINE, 1)) == seal["hash"]
    assert fingerprint(PUBLIC) == name_of(PUBLIC)
    head = Head(**head_of(seal))
    at = datetime.strptime(head.at, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    written = Written(house=UUID(MINE), size=1, hash=head.hash, at=at)
    assert written.said() == head.said


@pytest.mark.long
def test_a_million_good_lines_give_no_false_alarm(tmp_path: Path) -> None:
    """T21: in less than ten seconds on a common machine; here only that it is right."""
    export = Export(tmp_path)
    size = 1_000_000
    export.put(MINE, [line_of(MINE, number) for number in range(size)], [size])
    (verdict,) = verify(export.folder, PUBLIC)
    assert (verdict.broken, verdict.signed) == (None, size)
