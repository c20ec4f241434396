"""Where things of a dossier stand."""

from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode


def of_dossier(dossier: UUID, place: str = "", part: str = "") -> str:
    """The page of a dossier, or one place on it; in which part, if not the first."""
    page = reverse("dossiers:detail", args=[dossier])
    if part:
        page = f"{page}?{urlencode({'deel': part})}"
    return f"{page}#{place}" if place else page
