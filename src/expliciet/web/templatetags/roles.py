"""What a role means, where it is named."""

from django import template

from ..house.roles import IN_A_SENTENCE

register = template.Library()


@register.filter
def in_a_sentence(role: str) -> str:
    return str(IN_A_SENTENCE.get(role, ""))
