"""Dates as people here write them: *3 dec 2026*, no capital in the middle."""

from typing import Any

from django import template
from django.template import defaultfilters
from django.utils.translation import get_language

register = template.Library()


@register.filter("date", expects_localtime=True, is_safe=False)
def date(value: Any, shape: str | None = None) -> str:
    """As everywhere, but Dutch months stay small: Django gives them a capital.

    A shape that is asked for by name (`web.formats`) knows that itself.
    """
    by_name = (shape or "").endswith("_FORMAT")
    if shape and not by_name and (get_language() or "").startswith("nl"):
        shape = shape.replace("M", "b")
    return str(defaultfilters.date(value, shape))
