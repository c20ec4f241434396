"""The first page, its example, and how the Verslagcheck works."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from ...rules import CourseRule, RecordRule, TextRule
from ...rules.catalogue import catalogue
from .example import GAPS, example
from .form import MinutesForm

PAGE = "checking/opening.html"


@require_safe
def welcome(request: HttpRequest) -> HttpResponse:
    """What this is, in five seconds; the example; your own minutes."""
    return render(request, PAGE, {"example": example({}), "form": MinutesForm()})


@csrf_exempt  # for the reason given in minutes.py
@require_http_methods(["GET", "HEAD", "POST"])
def repair(request: HttpRequest) -> HttpResponse:
    """The example with a visitor's answers in it."""
    answers = {name: request.POST.get(name, "") for name in GAPS}
    if "fill" in request.POST:
        answers = {name: answers[name] or gap.suggestion for name, gap in GAPS.items()}
    context = {
        "example": example(
            answers,
            reopened=request.POST.get("reopen", ""),
            used=request.POST.get("used", ""),
        ),
        "form": MinutesForm(),
        "answering": request.method == "POST",
    }
    in_part = bool(getattr(request, "htmx", False))
    response = render(request, f"{PAGE}#example" if in_part else PAGE, context)
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def explain(request: HttpRequest) -> HttpResponse:
    """Every question the checker can ask, why, what helps, and where it is silent."""
    rules = catalogue()
    return render(
        request,
        "checking/explanation.html",
        {
            "rules": [rule for rule in rules if isinstance(rule, TextRule)],
            "record_rules": [rule for rule in rules if isinstance(rule, RecordRule)],
            "course_rules": [rule for rule in rules if isinstance(rule, CourseRule)],
        },
    )
