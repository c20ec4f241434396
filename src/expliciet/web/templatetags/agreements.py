"""Who expects something of whom, in words."""

from django import template
from django.utils.translation import gettext as _

from ...accounts.models import WorkingAgreement

register = template.Library()


@register.filter
def sides(agreement: WorkingAgreement) -> str:
    """``GGZ expects of all partners``."""
    expects, delivers = agreement.expects, agreement.delivers
    if expects and delivers:
        words = {"from": expects.name, "of": delivers.name}
        return _("%(from)s expects of %(of)s") % words
    if expects:
        return _("%(from)s expects of all partners") % {"from": expects.name}
    if delivers:
        return _("All partners expect of %(of)s") % {"of": delivers.name}
    return _("All partners together")
