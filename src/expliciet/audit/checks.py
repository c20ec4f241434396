"""What `./expliciet manage check --database default` asks of the trail."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage
from django.core.checks import Warning as Caution
from django.db import connections

from .guard import KEYS, lacking


def the_trail_is_guarded(
    databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """A warning and no error: the migrate that mends it asks this first.

    Before the first migrate there is no trail yet, and nothing to say.
    """
    return [
        Caution(
            f"The trail could be changed: {', '.join(missing)} lacking.",
            hint="Run `./expliciet manage migrate`; Expliciet does not start before.",
            id="audit.W001",
        )
        for using in databases or ()
        if KEYS.keys() <= set(connections[using].introspection.table_names())
        and (missing := lacking(using))
    ]
