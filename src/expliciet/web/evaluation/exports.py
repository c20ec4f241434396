"""Files out of a study for other programs: the codebook, and tables without words."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ...dossiers.references import fresh
from ...evaluation.actions.exporting import take_out
from ...evaluation.exports import tables_of
from ...evaluation.filing import codebook_file
from ...evaluation.models import StudyMember
from ...evaluation.tabular import zipped
from ..papers import Form, sent
from .studying import researching

QDC = Form("qdc", "application/xml", lambda paper, house: b"")
ZIP = Form("zip", "application/zip", lambda paper, house: b"")


@researching
@require_safe
def codebook(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """Codes with what they stand for; other programs for research read it."""
    content, number = codebook_file(member.study), fresh("X", 6)
    take_out(number, by=member, now=now)
    return sent(content, f"codeboek-{number}", QDC)


@researching
@require_safe
def export(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """Tables with a dictionary of what their columns mean."""
    content, number = zipped(tables_of(member, now)), fresh("X", 6)
    take_out(number, by=member, now=now)
    return sent(content, f"evaluatie-{number}", ZIP)
