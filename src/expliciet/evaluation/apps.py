"""How Django knows this room."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "expliciet.evaluation"
    label = "evaluation"
