"""The door: a link alone opens nothing, and says nothing of what lies behind it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from ...casework.actions.guest_questions import FIGURES, open_for_guest, try_code
from ...casework.models import GuestQuestion
from ..accounts.forms import code_field
from ..forms import PlainForm

SALT = "guests.ticket"
A_SITTING = 4 * 60 * 60
"""For how long a page that was opened takes an answer; the code opens it anew."""

CLOSED = _(
    "This code does not open this link. It may be mistyped, used already, or too old. "
    "Call whoever sent you the link; after five wrong codes it is closed."
)
Visit = Callable[..., HttpResponse]


class CodeForm(PlainForm):
    """The half that was told by telephone."""

    code = code_field(
        _("Code"),
        help_text=_("Eight figures, told to you by telephone."),
        min_length=FIGURES,
        error_messages={"min_length": CLOSED, "max_length": CLOSED},
    )


class KeptForm(CodeForm):
    """The same, with what was typed on a page that stood open for too long."""

    def __init__(self, *args: Any, kept: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in kept.items():
            self.fields[name] = forms.CharField(
                initial=words, required=False, widget=forms.HiddenInput
            )


def for_a_guest(view: Visit) -> Visit:
    """What every answer to a guest has: kept nowhere, told to nobody, found by none."""

    @wraps(view)
    def answer(request: HttpRequest, word: str) -> HttpResponse:
        request.stands_at = reverse("guests:door", args=[word])  # type: ignore[attr-defined]
        response = view(request, word)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answer


@for_a_guest
def door(request: HttpRequest, word: str) -> HttpResponse:
    """Asks for the code. The same page for any link, also for one that never was."""
    return ask_code(request, word, CodeForm(), status=200)


@sensitive_post_parameters("code")
@for_a_guest
def question(request: HttpRequest, word: str) -> HttpResponse:
    """With both halves: the one sentence. With anything else: the same door again."""
    from .answering import show_question, typed

    form = KeptForm(request.POST, kept=typed(request))
    if form.is_valid():
        found = try_code(word, form.cleaned_data["code"], now=timezone.now())
        if found is not None:
            about = open_for_guest(found)
            return show_question(request, word, found, about, typed(request))
        form.add_error("code", str(CLOSED))
    return ask_code(request, word, form)


def ask_code(
    request: HttpRequest, word: str, form: CodeForm, status: int = 422
) -> HttpResponse:
    return render(
        request,
        "guests/door.html",
        {"form": form, "to": reverse("guests:question", args=[word])},
        status=status,
    )


def ticket_of(question: GuestQuestion) -> str:
    """What the page of a question carries, so that its code need not be typed twice."""
    return signing.dumps(str(question.pk), salt=SALT)


def with_ticket(ticket: str, word: str) -> GuestQuestion | None:
    """The question of a page that was opened with the code, and not too long ago."""
    try:
        pk = signing.loads(ticket, salt=SALT, max_age=A_SITTING)
    except signing.BadSignature:
        return None
    return (
        GuestQuestion.objects.open(timezone.now())
        .of_link(word)
        .filter(pk=pk)
        .select_related(
            "guest__organisation",
            "guest__dossier__house",
            "made_by__dossier__house",
            "about__dossier__house",
            "about__circle",
        )
        .first()
    )
