"""A factor in the language of the page."""

from django import template
from django.utils.translation import get_language

from ...casework.models import Factor

register = template.Library()


@register.filter
def named(factor: Factor) -> str:
    return factor.name(get_language() or "nl")


@register.filter
def meant(factor: Factor) -> str:
    return factor.meaning(get_language() or "nl")
