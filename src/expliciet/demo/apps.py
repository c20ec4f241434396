"""How Django knows this room."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "expliciet.demo"
    label = "demo"
