"""A secret, for a telephone to read and for people to type."""

from allauth.mfa.adapter import get_adapter
from django.utils.safestring import SafeString, mark_safe

from ...accounts.models import User


def qr_code(user: User, secret: str) -> SafeString:
    """A drawing within the page itself: nothing is fetched, nothing is kept."""
    adapter = get_adapter()
    drawn: str = adapter.build_totp_svg(adapter.build_totp_url(user, secret))
    # Ours to trust: squares drawn by us, from a secret and an address we know.
    return mark_safe(drawn[drawn.index("<svg") :])  # noqa: S308


def in_fours(secret: str) -> str:
    """As one reads it out, or types it over."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
