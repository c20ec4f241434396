"""Sentences that carry both languages, said in the one the visitor reads."""

from django import template
from django.utils.translation import get_language

from ...rules import Words

register = template.Library()


@register.filter
def spoken(words: Words) -> str:
    return words.spoken(get_language() or "nl")
