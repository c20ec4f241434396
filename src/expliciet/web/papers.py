"""What leaves as a file: set on paper, and sent under a name that tells nothing."""

import logging
from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.http import HttpResponse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from ..accounts.models import House, HouseTemplate
from ..documents.paper import Paper, TemplateRefused, Words, as_docx, as_pdf
from ..documents.paper.sheet import Language
from .dossiers.attachments import SHUT

log = logging.getLogger("expliciet")


class Form(NamedTuple):
    """One kind of file in which a paper leaves."""

    ending: str
    kind: str
    setting: Callable[[Paper, House], bytes]


def to_read(paper: Paper, house: House) -> bytes:
    """A pdf, on paper of ours: a template of the house is of Word."""
    return as_pdf(paper)


def to_work_in(paper: Paper, house: House) -> bytes:
    """A Word file, on the letter paper of the house where it brought any."""
    template = HouseTemplate.objects.standing().filter(house=house).first()
    if template is None or template.content is None:
        return as_docx(paper)
    house.unlock()
    try:
        return as_docx(paper, template.content)
    except TemplateRefused:  # by rules that became stricter since: then on ours
        log.warning("the template of house %s is not filled in any more", house.pk)
        return as_docx(paper)


PDF = Form("pdf", "application/pdf", to_read)
DOCX = Form(
    "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    to_work_in,
)
FORMS: Mapping[str, Form] = {each.ending: each for each in (PDF, DOCX)}


def sent(content: bytes, name: str, form: Form) -> HttpResponse:
    """To be kept, never shown here nor remembered on the way."""
    response = HttpResponse(content, content_type=form.kind)
    named = f'attachment; filename="{name}.{form.ending}"'
    response.headers["Content-Disposition"] = named
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = SHUT
    response.headers["Cache-Control"] = "no-store"
    return response


def language() -> Language:
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def words() -> Words:
    """What stands around the content of every paper."""
    return Words(
        confidential=_("Confidential"),
        made_for=_("Made for"),
        export=_("copy"),
        page=_("page"),
        of=pgettext("page 1 of 2", "of"),
        marks=_("For what this may not be used"),
    )
