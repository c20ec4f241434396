"""The value of a house rule, in words."""

from typing import Any

from django import template

from ...accounts.house_rules import Known
from ..house.house_rule_fields import in_words

register = template.Library()


@register.filter
def worded(value: Any, known: Known) -> Any:
    return in_words(value, known)
