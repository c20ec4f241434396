"""Files: brought to the table, and given back as they came; never shown here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from ...dossiers.actions.attachments import add_attachment, take_attachment
from ...dossiers.models import Attachment, Seat
from ..forms import ThingForm, begin
from ..upload import TooLarge
from .addresses import of_dossier
from .circle_fields import CircleFields
from .deeds import ask
from .readers import Readers, readers_of
from .table import at_the_table, purpose_of

ACCEPTED = ".pdf,.docx,.odt,.xlsx,.png,.jpg,.jpeg,.txt,.eml"
TOO_LARGE = _(
    "The file is too large: at most 25 MB fits at a time. Nothing was kept, and what "
    "you typed still stands here. Split the file, or take the pictures out."
)
SHUT = "default-src 'none'; sandbox"


@dataclass
class Brought:
    """A file as one seat may know of it."""

    record: Attachment
    is_readable: bool
    at: datetime

    @property
    def readers(self) -> Readers:
        return readers_of(self.record, self.at)


def brought(found: Iterable[Attachment], seat: Seat, moment: datetime) -> list[Brought]:
    """The files that this seat heard of; the last first."""
    told = [Brought(each, each.is_readable_by(seat), moment) for each in found]
    return told[::-1]


class AttachmentForm(CircleFields, ThingForm):
    content = forms.FileField(
        label=_("File"),
        help_text=_(
            "PDF, Word, OpenDocument, Excel, picture, plain text or mail; at most "
            "25 MB. It is checked, sealed, and given back as it came."
        ),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": _("Choose a file.")},
    )

    class Meta:
        model = Attachment
        fields = ("what",)
        widgets = {"what": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"what": _("So that nobody has to open it in order to know.")}

    field_order = ("content", "what")

    def clean_content(self) -> bytes:
        file: UploadedFile[bytes] = self.cleaned_data["content"]
        if isinstance(file, TooLarge):
            raise ValidationError(TOO_LARGE, code="too-large")
        self.instance.name = file.name
        return bytes(file.read())


@at_the_table
def add(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """A file comes to the table."""
    form = begin(
        request,
        AttachmentForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(add_attachment, form.instance):
        messages.success(
            request,
            _("Recorded as %(reference)s.") % {"reference": form.instance.reference},
        )
        return redirect(of_dossier(seat.dossier_id, form.instance.reference))
    return ask(
        request,
        seat,
        form,
        title=_("Bring a file"),
        button=_("Bring it"),
        template="dossiers/attachment_form.html",
    )


@at_the_table
def take(
    request: HttpRequest, seat: Seat, now: datetime, attachment: UUID
) -> HttpResponse:
    """The file as it came; the line of taking it out is committed before it leaves."""
    found = (
        Attachment.objects.visible_to(seat, now)
        .filter(pk=attachment)
        .select_related("dossier", "withdrawal")
        .first()
    )
    if found is None:
        raise Http404
    content = take_attachment(found, by=seat, now=now, purpose=purpose_of(request))
    response = HttpResponse(content, content_type="application/octet-stream")
    name = content_disposition_header(as_attachment=True, filename=found.name or "")
    response.headers["Content-Disposition"] = name
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = SHUT
    response.headers["Cache-Control"] = "no-store"
    return response
