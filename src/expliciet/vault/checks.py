"""What must be true of every sealed field before anything starts."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error

from .fields import Sealed


def every_seal_is_its_own(
    app_configs: Sequence[AppConfig] | None, **_: Any
) -> list[CheckMessage]:
    """Two fields with one seal name could have their texts swapped unseen."""
    problems: list[CheckMessage] = []
    taken: dict[str, Sealed] = {}
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if not isinstance(field, Sealed):
                continue
            if not hasattr(model, "seal_place"):
                problems.append(
                    Error("A model with sealed fields tells its place.", obj=field)
                )
            if field.seal in taken:
                problems.append(
                    Error(f"{taken[field.seal]} has the same seal.", obj=field)
                )
            taken[field.seal] = field
    return problems
