"""How Django knows this room, its errands, and when its own factors are brought."""

from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CaseworkConfig(AppConfig):
    name = "expliciet.casework"
    label = "casework"

    def ready(self) -> None:
        post_migrate.connect(bring, sender=self)
        import_module("expliciet.casework.errands")


def bring(using: str = "default", **_: Any) -> None:
    """After every migrate; a table that is not there yet is filled the next time."""
    from django.db import connections

    from .lists import bring_ours

    tables = connections[using].introspection.table_names()
    if "casework_factor" in tables:
        bring_ours()
