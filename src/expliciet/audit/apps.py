"""How Django knows this room, and when the trail is guarded anew."""

from typing import Any

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "expliciet.audit"
    label = "audit"

    def ready(self) -> None:
        from .checks import the_trail_is_guarded

        register(the_trail_is_guarded, Tags.database)
        post_migrate.connect(guard_anew, sender=self)


def guard_anew(using: str = "default", **_: Any) -> None:
    """After every migrate: one may have rebuilt a table without its triggers."""
    from .guard import install

    install(using)
