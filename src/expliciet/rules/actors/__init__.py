"""Who is meant: words in a line against the people at the table."""

from .party import Party

__all__ = ["Party"]
