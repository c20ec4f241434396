"""A bar that shows how far a long row of documents has come."""

from collections.abc import Iterator
from typing import IO, TypeVar

T = TypeVar("T")

FEW = 4
"""Up to here one has finished reading the bar before the work is done."""
WIDE = 24
CLEAN = "\r\x1b[2K"


def with_bar(work: Iterator[T], how_many: int, stream: IO[str]) -> Iterator[T]:
    """Hand on each result as it comes; while waiting, a terminal shows the count."""
    if how_many < FEW or not stream.isatty():
        yield from work
        return
    done = 0
    try:
        while True:
            full = WIDE * done // how_many
            stream.write(f"{CLEAN}{'█' * full}{'·' * (WIDE - full)} {done}/{how_many}")
            stream.flush()
            try:
                result = next(work)
            except StopIteration:
                return
            stream.write(CLEAN)
            stream.flush()
            yield result
            done += 1
    finally:
        stream.write(CLEAN)
        stream.flush()
