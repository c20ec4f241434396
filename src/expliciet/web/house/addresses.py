"""Where things of a house stand."""

from django.urls import reverse

from ...accounts.models import WorkingAgreement


def place_on_page(agreement: WorkingAgreement) -> str:
    """Where an agreement stands on the page of its house."""
    page = reverse("house:how-we-work-in", args=[agreement.house_id])
    return f"{page}#{agreement.id}"
