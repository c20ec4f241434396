"""Who is meant: words in a line against the people at the table."""

from .actor import Actor, ActorAsk
from .finding import find_actors, resolve
from .party import Party

__all__ = ["Actor", "ActorAsk", "Party", "find_actors", "resolve"]
