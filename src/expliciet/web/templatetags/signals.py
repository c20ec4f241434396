"""Words for the days of a stall signal, and for a rule that is known by its code."""

from django import template
from django.utils.translation import get_language

from ...rules.course import course_rules
from ...rules.in_words import DAYS

register = template.Library()


@register.filter
def happened(what: str) -> str:
    """What happened on a day, or was to happen by it: *asked on*, *answer asked by*."""
    return DAYS[what].spoken(get_language() or "nl")


@register.filter
def rule_name(code: str) -> str:
    """What a rule on the course of things is called; its code where it is gone."""
    language = get_language() or "nl"
    for rule in course_rules():
        if rule.code == code:
            return rule.name.spoken(language)
    return code
