"""How Django knows this room."""

from django.apps import AppConfig
from django.core.checks import register


class VaultConfig(AppConfig):
    name = "expliciet.vault"
    label = "vault"

    def ready(self) -> None:
        from .checks import every_seal_is_its_own

        register(every_seal_is_its_own)
