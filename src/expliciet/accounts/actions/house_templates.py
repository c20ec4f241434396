"""A house brings its own letter paper, or goes back to ours."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ...audit import trail
from ...audit.actions import Action
from ...documents import Unreadable
from ...documents.paper import Refusal, TemplateRefused, check_template
from ..models import Appointment, House, HouseTemplate
from ..models.house_template import HouseTemplateQuerySet
from ..refusal import require

REFUSED: Mapping[Refusal, Promise] = {
    Refusal.FILE: _("This is not a Word file (.docx) that can be used."),
    Refusal.TOO_LARGE: _(
        "This file is too large for letter paper. Use fewer pictures."
    ),
    Refusal.REACHES_OUT: _(
        "This file fetches or starts something elsewhere (%(what)s). Save it anew "
        "without links to other files."
    ),
    Refusal.UNKNOWN_PLACE: _(
        "Between braces stands ‘%(what)s’, and that is no name that we know. Begin "
        "with our own template: all names stand in it."
    ),
    Refusal.NOT_A_PLACE: _(
        "Between braces stands more than a name. Only names of places may stand there."
    ),
    Refusal.LACKS_PLACE: _(
        "The place ‘%(what)s’ lacks: without it something that must be on every page "
        "would not be there."
    ),
    Refusal.STORY_PLACE: _(
        "The place of the text itself ({{p story }}) stands once, on a line of its own."
    ),
}
"""What is wrong with a template, in plain words."""


@transaction.atomic
def set_template(content: bytes, *, by: Appointment, now: datetime) -> HouseTemplate:
    """From now on every Word file of this house is set on it. The process director
    does so; text never becomes part of the template."""
    require(by.is_(Appointment.Role.PROCESS_DIRECTOR), "house_template.set")
    look_at_template(content)
    house = locked(by.house)
    standing_of(house).update(ended_at=now)
    house.unlock()
    template = HouseTemplate(
        house=house, content=content, size=len(content), set_by=by.user, set_at=now
    )
    template.full_clean(exclude=["content"])
    template.save(force_insert=True)
    trail.record(Action.HOUSE_TEMPLATE_SET, by=by, about=template)
    return template


@transaction.atomic
def end_template(*, by: Appointment, now: datetime) -> None:
    """Back to our own paper."""
    require(by.is_(Appointment.Role.PROCESS_DIRECTOR), "house_template.end")
    house = locked(by.house)
    template = standing_of(house).first()
    if template is None:
        raise ValidationError(_("This house uses our own paper already."))
    template.ended_at = now
    template.save(update_fields=["ended_at"])
    trail.record(Action.HOUSE_TEMPLATE_ENDED, by=by, about=template)


def standing_of(house: House) -> HouseTemplateQuerySet:
    return HouseTemplate.objects.standing().filter(house=house)


def locked(house: House) -> House:
    """Until this transaction ends nobody else changes its paper."""
    return House.objects.select_for_update().get(pk=house.pk)


def look_at_template(content: bytes) -> None:
    try:
        check_template(content)
    except TemplateRefused as wrong:
        told = str(REFUSED[wrong.reason]).replace("%(what)s", wrong.what)
        if wrong.because:
            file = Unreadable(wrong.because)
            told = file.en if (get_language() or "nl").startswith("en") else file.nl
        raise ValidationError(told, code=wrong.reason.value) from None
