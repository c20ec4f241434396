"""How Django knows this room, and when its errands are registered."""

from importlib import import_module

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "expliciet.dossiers"
    label = "dossiers"

    def ready(self) -> None:
        import_module("expliciet.dossiers.errands")
