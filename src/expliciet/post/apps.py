"""How Django knows this room, and when its errands are registered."""

from importlib import import_module

from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "expliciet.post"
    label = "post"

    def ready(self) -> None:
        import_module("expliciet.post.by_the_clock")
