"""The report of a study: what will stand in it, what lacks, and the files (F67)."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ...accounts.models import Appointment
from ...audit.actions import Action
from ...documents.paper import Facts, Paper, Part
from ...dossiers.references import fresh
from ...evaluation.actions.exporting import take_out
from ...evaluation.models import Study, StudyMember
from ...evaluation.models.study import EVALUATOR
from ...evaluation.report import chapters, lacking, parts, standing_of
from ..papers import DOCX, PDF, Form, language, sent, words
from ..people import appointments
from ..reading import show
from .addresses_finding import first_house
from .studying import researching


@researching
@require_safe
def report(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """What a reader will get, before it is made."""
    study = member.study
    stands = standing_of(member)
    return show(
        request,
        "evaluation/report.html",
        {
            "study": study,
            "member": member,
            "chapters": chapters(study, stands, with_pictures=False),
            "lacking": lacking(stands),
            "smallest": study.smallest,
        },
        action=Action.STUDY_READ,
        by=member,
        about=study,
    )


@researching
@require_safe
def pdf(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """To read and to send on."""
    return taken(request, member, now, PDF)


@researching
@require_safe
def docx(request: HttpRequest, member: StudyMember, now: datetime) -> HttpResponse:
    """To work in; whatever is done with it there is no longer this report."""
    return taken(request, member, now, DOCX)


def taken(
    request: HttpRequest, member: StudyMember, now: datetime, form: Form
) -> HttpResponse:
    """The file; its line is committed before it leaves."""
    number, by = fresh("X", 6), capacity(request, member.study)
    made = paper_of(member, by, number, now)
    content = form.setting(made, first_house(member.study))
    take_out(number, by=member, now=now)
    return sent(content, f"evaluatie-{number}", form)


def capacity(request: HttpRequest, study: Study) -> Appointment:
    """As evaluator in one of its houses: without that there was no page."""
    houses = set(study.houses.values_list("house", flat=True))
    return next(
        each
        for each in appointments(request)
        if each.house_id in houses and each.is_(EVALUATOR)
    )


def paper_of(member: StudyMember, by: Appointment, number: str, now: datetime) -> Paper:
    study = member.study
    houses = study.houses.select_related("house")
    told = chapters(study, standing_of(member))
    return Paper(
        title=study.name or "",
        house=", ".join(each.house.name for each in houses),
        number="",
        language=language(),
        confidential=True,
        made_for=f"{by.user.name}, {by.organisation.name}",
        made_at=timezone.localtime(now),
        export_number=number,
        words=words(),
        marks=(
            _("To say anything about a person: it is about texts and cooperation."),
            _("To judge or compare professionals or organisations."),
        ),
        parts=(Part(_("This report"), blocks=(Facts(head(study, now)),)), *parts(told)),
    )


def head(study: Study, now: datetime) -> tuple[tuple[str, str], ...]:
    state = _("goes on") if study.is_going_on(timezone.localdate(now)) else _("ended")
    return (
        (_("Study"), study.name or ""),
        (_("As it stood on"), date_format(timezone.localtime(now), "j F Y, H:i")),
        (_("The study"), state),
    )
