"""Whatever somebody sends, the answer is quick, clear and costs little."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from expliciet.documents import Limits, Reason, Unreadable, read
from expliciet.documents.unreadable import DUTCH, ENGLISH

from .hostile import HOSTILE
from .pdfs import page_of, pdf

SECONDS = 10.0
MEGABYTES = 200


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_quickly_and_for_the_right_reason(case):
    name, make, reason = HOSTILE[case]
    data = make()
    began = time.process_time()
    with pytest.raises(Unreadable) as refusal:
        read(name, data)
    assert refusal.value.reason is reason
    assert time.process_time() - began < SECONDS


# The kernel's own high-water mark: what getrusage tells is inherited from pytest.
MEASURE = """
import re, sys
from pathlib import Path
from expliciet.documents import Unreadable, read
import lxml.etree, pypdf, defusedxml.ElementTree
def peak():
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1])
name, path = sys.argv[1:]
data = Path(path).read_bytes()
before = peak()
try:
    read(name, data)
except Unreadable:
    pass
print(peak() - before)
"""
needs_proc = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="only Linux tells its peak memory"
)


@pytest.mark.parametrize(
    "case",
    [
        "a flat zip bomb",
        "a bomb in the story",
        "a huge story",
        "too many elements",
        "five thousand deep",
        "quadratic blow-up",
        "a million html tags",
        "a flood of brackets",
        "a tag without end",
        "a pdf bomb",
        "compressed rubbish",
    ],
)
@needs_proc
def test_a_hostile_file_takes_little_memory(case, tmp_path):
    name, make, _ = HOSTILE[case]
    path = tmp_path / "file"
    path.write_bytes(make())
    assert megabytes_to_read(name, path) < MEGABYTES


@needs_proc
def test_ten_megabytes_of_text_take_little_memory(tmp_path):
    path = tmp_path / "file"
    path.write_bytes("Mw. Yıldız belt vóór vrijdag.\n".encode() * 320_000)
    # No less than the text itself: the gauge works.
    assert 9 < megabytes_to_read("a.txt", path) < MEGABYTES


def megabytes_to_read(name, path):
    """Peak growth in a fresh process, so that nothing else is counted."""
    command = [sys.executable, "-c", MEASURE, name, str(path)]
    environment = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True
    )
    return int(done.stdout) / 1024


@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_says_what_happened_what_was_kept_and_what_to_do(reason):
    refusal = Unreadable(reason)
    for sentence, words in ((refusal.nl, DUTCH), (refusal.en, ENGLISH)):
        happened, advice = words[reason]
        assert sentence.startswith(happened)
        assert sentence.endswith(advice)
        assert sentence.count(". ") >= 2
    assert "Er is niets bewaard" in str(refusal)


def test_a_slow_pdf_is_stopped_in_time():
    slow = pdf([page_of("Mw. De Wit belt vrijdag.")] * 20)
    with pytest.raises(Unreadable) as refusal:
        read("a.pdf", slow, limits=Limits(pdf_seconds=0.0))
    assert refusal.value.reason is Reason.TOO_SLOW


def test_limits_can_be_set_tighter():
    with pytest.raises(Unreadable) as refusal:
        read("a.txt", b"Besluit", limits=Limits(text_characters=3))
    assert refusal.value.reason is Reason.TOO_LARGE


def test_importing_the_room_fetches_no_parsers():
    command = (
        "import sys, expliciet.documents;"
        "print(sorted({'lxml', 'pypdf', 'docx', 'defusedxml'} & set(sys.modules)))"
    )
    environment = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", command],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
