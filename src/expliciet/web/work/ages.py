"""How long something waits, as people say it."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

WEEKS_FROM = 14
MONTHS_FROM = 70


def age(since: date, today: date) -> str:
    """Today, three days, two weeks, four months."""
    days = (today - since).days
    if days <= 0:
        return _("since today")
    if days < WEEKS_FROM:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    if days < MONTHS_FROM:
        weeks = days // 7
        return ngettext("%(count)d week", "%(count)d weeks", weeks) % {"count": weeks}
    months = days // 30
    return ngettext("%(count)d month", "%(count)d months", months) % {"count": months}
