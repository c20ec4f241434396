"""The one-line entry: who does what by when, and when it is done, from one line."""

from .entry import Entry, Kind, Lack
from .reading import read_entry

__all__ = ["Entry", "Kind", "Lack", "read_entry"]
