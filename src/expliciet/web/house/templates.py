"""The letter paper of a house: which is in use, since when, by whom; and our own."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from ...accounts.actions.house_templates import end_template, set_template
from ...accounts.models import House, HouseTemplate
from ...accounts.refusal import require
from ...audit.actions import Action
from ...documents.paper import PLACES, own_template
from ..dossiers.attachments import TOO_LARGE
from ..forms import PlainForm, begin
from ..papers import DOCX, sent
from ..reading import leave_line, show
from ..upload import TooLarge
from .visiting import MANAGING, Role, visit_or_404


class TemplateForm(PlainForm):
    """A Word file with places in it."""

    file = forms.FileField(
        label=gettext_lazy("Word file with your letter paper"),
        help_text=gettext_lazy(
            "Begin with our own template, change how it looks, and keep the names "
            "between braces."
        ),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={"required": gettext_lazy("Choose a file.")},
    )

    def clean_file(self) -> bytes:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if isinstance(file, TooLarge):
            raise ValidationError(TOO_LARGE, code="too-large")
        return bytes(file.read())


@require_http_methods(["GET", "HEAD", "POST"])
def template(request: HttpRequest, house: UUID) -> HttpResponse:
    """What is in use and what was; bringing another one."""
    visit, now = visit_or_404(request, house, *MANAGING), timezone.now()
    directs = visit.is_(Role.PROCESS_DIRECTOR)
    by = visit.acting(Role.PROCESS_DIRECTOR)
    if request.method == "POST":
        require(directs, "house_template.set")
    form = begin(request, TemplateForm, house=visit.house, about=visit.house.id)
    if request.method == "POST" and form.carries_out(
        lambda: set_template(form.cleaned_data["file"], by=by, now=now)
    ):
        messages.success(
            request, _("From now on every Word file of this house looks like that.")
        )
        return redirect("house:template", house)
    return show(
        request,
        "house/template.html",
        {
            "visit": visit,
            "form": form if directs else None,
            "templates": kept_in(visit.house),
            "places": PLACES,
        },
        action=Action.HOUSE_READ,
        by=by,
        about=visit.house,
        status=422 if form.is_bound else 200,
    )


def kept_in(house: House) -> list[HouseTemplate]:
    """The last one first, without the files themselves."""
    found = HouseTemplate.objects.filter(house=house).defer("content")
    return list(found.select_related("set_by"))


@require_safe
def own(request: HttpRequest, house: UUID) -> HttpResponse:
    """Our own template, to begin with."""
    visit = visit_or_404(request, house, *MANAGING)
    content = own_template()
    leave_line(Action.HOUSE_READ, by=visit.by, about=visit.house)
    return sent(content, "sjabloon", DOCX)


@require_http_methods(["POST"])
def end(request: HttpRequest, house: UUID) -> HttpResponse:
    """Back to our own paper."""
    visit, now = visit_or_404(request, house, *MANAGING), timezone.now()
    require(visit.is_(Role.PROCESS_DIRECTOR), "house_template.end")
    try:
        end_template(by=visit.acting(Role.PROCESS_DIRECTOR), now=now)
    except ValidationError as wrong:
        messages.error(request, wrong.messages[0])
    else:
        messages.success(request, _("This house uses our own paper again."))
    return redirect("house:template", house)
