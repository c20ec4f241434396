"""What may come to a table, and what is turned away before it is sealed (C9)."""

import subprocess
import sys
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from expliciet.documents import Limits, Reason, Unreadable
from expliciet.documents.accepting import KINDS, TEST_VIRUS, accept

from .test_refusing import MEGABYTES, SECONDS, needs_proc
from .unwelcome import UNWELCOME
from .welcome import WELCOME, png
from .word import p, word


def test_the_test_virus_is_the_one_that_everybody_tests_with() -> None:
    """Told by its hash, so that nothing here is taken for it."""
    assert sha256(TEST_VIRUS).hexdigest() == (
        "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"
    )


def test_there_are_enough_of_both() -> None:
    assert len(UNWELCOME) >= 60
    assert len(WELCOME) >= 60


@pytest.mark.parametrize("case", UNWELCOME)
def test_an_unwelcome_file_is_turned_away_quickly_and_for_the_right_reason(
    case: str,
) -> None:
    """C9: nothing of it is opened further than was needed to see what it is."""
    name, make, reason = UNWELCOME[case]
    data = make()
    began = time.process_time()
    with pytest.raises(Unreadable) as refusal:
        accept(name, data)
    assert refusal.value.reason is reason
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("case", WELCOME)
def test_a_good_file_is_let_in_and_quickly(case: str) -> None:
    name, make = WELCOME[case]
    data = make()
    began = time.process_time()
    accepted = accept(name, data)
    assert accepted.kind == KINDS[accepted.extension]
    assert name.lower().replace("jpeg", "jpg").endswith(f".{accepted.extension}")
    assert time.process_time() - began < SECONDS


MEASURE = """
import re, sys
from pathlib import Path
from expliciet.documents import Unreadable
from expliciet.documents.accepting import accept
import puremagic, defusedxml.ElementTree
def peak():
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1])
name, path = sys.argv[1:]
data = Path(path).read_bytes()
before = peak()
try:
    accept(name, data)
except Unreadable:
    pass
print(peak() - before)
"""


@pytest.mark.parametrize(
    "case",
    [
        "a bomb in a picture",
        "a bomb in a sheet",
        "many small bombs, as for reading",
        "a pdf that unpacks large",
        "a mail with a bomb",
        "a picture of a million blocks",
        "a mail of boundaries",
        "zips in zips, as for reading",
    ],
)
@needs_proc
def test_an_unwelcome_file_takes_little_memory(case: str, tmp_path: Path) -> None:
    name, make, _ = UNWELCOME[case]
    path = tmp_path / "file"
    path.write_bytes(make())
    command = [sys.executable, "-c", MEASURE, name, str(path)]
    environment = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True
    )
    assert int(done.stdout) / 1024 < MEGABYTES


def test_the_bound_on_size_is_a_bound_on_bytes() -> None:
    limits = Limits(file_bytes=100)
    assert accept("a.txt", b"a" * 100, limits=limits).extension == "txt"
    with pytest.raises(Unreadable) as refusal:
        accept("a.txt", b"a" * 101, limits=limits)
    assert refusal.value.reason is Reason.TOO_LARGE


def test_the_bound_on_pixels_is_kept_to_the_pixel() -> None:
    limits = Limits(pixels=100)
    assert accept("a.png", png(10, 10), limits=limits).extension == "png"
    with pytest.raises(Unreadable):
        accept("a.png", png(10, 11), limits=limits)


@pytest.mark.parametrize("byte", range(0, 1_200, 37))
def test_a_damaged_file_is_let_in_or_refused_but_never_stumbled_over(byte: int) -> None:
    good = bytearray(word(p("Verzonnen verslag.")))
    good[byte % len(good)] ^= 0xFF
    with suppress(Unreadable):
        accept("a.docx", bytes(good))
