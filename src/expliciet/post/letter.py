"""The one mail that ever leaves: there is something for you, and nothing else."""

from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..accounts.models import User


class NotAllowed(Exception):
    """This address lies outside the domains to which mail may go."""


def letter(user: User) -> EmailMessage:
    """The same words whatever it is about: a mailbox is read by more than one.

    No dossier, no name, no house and no kind of thing; not even how many there are.
    """
    require_allowed(user.email)
    site = settings.EXPLICIET_SITE
    with override(user.language):
        subject = _("There is something for you in Expliciet")
        body = _(
            "There is something for you in Expliciet. Sign in to see what it is:\n\n"
            "%(site)s\n\n"
            "This message does not say what it is about, on purpose. Nobody reads "
            "answers to it.\n"
        ) % {"site": site}
    return EmailMessage(
        subject,
        body,
        to=[user.email],
        headers={
            "Auto-Submitted": "auto-generated",
            "Message-ID": make_msgid(domain=urlsplit(site).hostname or "localhost"),
        },
    )


def require_allowed(address: str) -> None:
    allowed = settings.EXPLICIET_MAIL_DOMAINS
    domain = address.rpartition("@")[2].lower()
    if allowed and domain not in allowed:
        raise NotAllowed
