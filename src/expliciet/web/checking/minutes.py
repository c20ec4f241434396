"""A visitor's own minutes: read, asked about, given back, forgotten."""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from ...checking import Report, commented_docx, examine
from ...documents import Document
from ...rules import Context, Glossary
from .. import preferences
from .form import MinutesForm
from .marking import (
    AT_MOST,
    Numbered,
    loaded_spans,
    numbered,
    pieces,
    question_spans,
)
from .outline import outline_spans

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHOWN_FIRST = 5
MUCH_DEPENDS_ON = {
    "actor_missing",
    "time_missing",
    "time_vague",
    "reason_missing",
    "expectation_unaccepted",
}


# Exempt, here and below: a check changes nothing, so there is nothing to forge, and a
# token would put a cookie on the machine of a visitor whom we promise to keep nothing.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form; and after it, what the text leaves unsaid."""
    if request.method != "POST":
        return render(request, "checking/minutes.html", {"form": MinutesForm()})
    form = MinutesForm(request.POST, request.FILES)
    chosen = preferences.are_chosen(request)
    if chosen and form.is_blank:
        return preferences.remember(request, preferences.back(request))
    preferences.adopt(request)
    form.is_valid()
    response = answer(
        request, form, result(form.document, form.only) if form.document else {}
    )
    return preferences.remember(request, response)


@csrf_exempt
@require_POST
def as_word(request: HttpRequest) -> HttpResponse:
    """The same document in Word, with every question in the margin."""
    form = MinutesForm(request.POST, request.FILES)
    if not form.is_valid() or form.document is None:
        # One cannot ask for a Word document again; for the page with the form one can.
        setattr(request, "stands_at", reverse("checking:minutes"))  # noqa: B010
        return answer(request, form, {})
    report = examine(form.document.text, context=context())
    content = commented_docx(form.document, report, get_language() or "nl")
    response = HttpResponse(content, content_type=DOCX)
    response.headers["Content-Disposition"] = attachment(form.document.name)
    response.headers["Cache-Control"] = "no-store"
    return response


def answer(
    request: HttpRequest, form: MinutesForm, result: dict[str, Any]
) -> HttpResponse:
    """The page, or for htmx only the part that changes. No copy stays anywhere."""
    in_part = bool(getattr(request, "htmx", False))
    response = render(
        request,
        "checking/_answer.html" if in_part else "checking/minutes.html",
        {
            "form": form if form.document is None else form.refilled(),
            "document": form.document,
            "from_file": bool(request.FILES),
            "in_part": in_part,
            **result,
        },
        status=422 if form.document is None and not form.is_blank else 200,
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def context() -> Context:
    return Context(glossary=Glossary.of_the_field())


def result(document: Document, only: str) -> dict[str, Any]:
    """What the page shows about one text: all of it, or one phenomenon."""
    report = examine(document.text, context=context())
    everything = numbered(report.findings)
    wanted = [q for q in everything if only in ("", q.finding.phenomenon)]
    first, rest = gravest_first(wanted)
    glossary = Glossary.of_the_field()
    words = loaded_spans(report.text, glossary)
    shown = sorted(first + rest[: AT_MOST - len(first)])
    spans = question_spans(shown) + words[:AT_MOST] + outline_spans(report.text)
    return {
        "report": report,
        "first": first,
        "rest": rest[: AT_MOST - len(first)],
        "shown": shown,
        "wanted": len(wanted),
        "too_many": len(wanted) > AT_MOST,
        "at_most": AT_MOST,
        "only": only,
        "phenomena": phenomena(report),
        "pieces": list(pieces(report.text, spans)),
        "words": {span.word: glossary.loaded[span.word] for span in words},
    }


def gravest_first(wanted: list[Numbered]) -> tuple[list[Numbered], list[Numbered]]:
    """Five to begin with, the gravest, and the others; each in the order of the text.

    Among equals a missing owner, day or reason and an open expectation go first: on
    those the deeds of other people wait.
    """
    by_weight = sorted(
        wanted,
        key=lambda q: (
            -q.finding.severity,
            q.finding.phenomenon not in MUCH_DEPENDS_ON,
            q.number,
        ),
    )
    first = sorted(by_weight[:SHOWN_FIRST])
    return first, sorted(set(wanted) - set(first))


def phenomena(report: Report) -> list[tuple[str, str, int]]:
    language = get_language() or "nl"
    return [
        (phenomenon, words.spoken(language), count)
        for phenomenon, words, count in report.phenomena()
    ]


def attachment(name: str) -> str:
    """A download name that says where it came from."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0] or "verslag"
    return f"attachment; filename*=UTF-8''{quote(stem[:100])}-verslagcheck.docx"
