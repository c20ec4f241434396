"""The program as a whole, started as a reader starts it."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.terminal.conftest import CLEAR, OPEN

HEAVY = ("django", "docx", "lxml", "pypdf", "expliciet.documents.pdf")


def start(*words, **how):
    return subprocess.Popen(
        [sys.executable, "-m", "expliciet", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **how,
    )


@pytest.mark.parametrize(("text", "status"), [(OPEN, 1), (CLEAR, 0), ("", 2)])
def test_the_end_of_the_program_tells_how_it_went(text, status):
    program = start("check", "-")
    program.communicate(text.encode(), timeout=60)
    assert program.returncode == status


def test_a_reader_who_has_seen_enough_hears_no_complaint():
    program = start("check", "--jsonl")
    try:
        program.stdout.close()
        row = b'{"id": 1, "text": "Er wordt z.s.m. gebeld."}\n'
        _, complained = program.communicate(row * 2000, timeout=60)
    except BrokenPipeError:
        complained = program.stderr.read()
        program.wait(timeout=60)
    assert complained == b""
    assert program.returncode == 141


def test_a_reader_who_stops_the_program_hears_no_complaint():
    program = start("check", "--jsonl")
    program.stdin.write(b'{"id": 1, "text": "Er wordt gebeld."}\n')
    program.stdin.flush()
    assert program.stdout.readline()
    time.sleep(0.1)
    program.send_signal(signal.SIGINT)
    _, complained = program.communicate(timeout=60)
    assert complained == b""
    assert program.returncode == 130


def test_every_line_is_answered_before_the_next_is_asked_for():
    program = start("check", "--jsonl")
    for number in range(3):
        program.stdin.write(b'{"id": %d, "text": "Er wordt gebeld."}\n' % number)
        program.stdin.flush()
        assert b'"id": %d' % number in program.stdout.readline()
    program.communicate(timeout=60)


def test_a_small_text_fetches_nothing_heavy():
    script = (
        "import sys; from expliciet.__main__ import main; main(['check', '-']); "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input=OPEN.encode(), capture_output=True
    )
    assert done.stdout.splitlines()[-1] == b"[]"


def test_a_machine_that_cannot_write_our_signs_still_gets_an_answer():
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    program = start("check", "-", "--all", env=environment)
    said, complained = program.communicate(f"Coördinatie …\n\n{OPEN}".encode())
    assert program.returncode == 1
    assert b"Wie doet dit?" in said
    assert complained == b""
