"""At the board with a code: no account, no name, from one's own screen (F68)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from ...audit import trail
from ...audit.actions import Action
from ...evaluation.actions.board import add_direction, client_key, find, put_dot
from ...evaluation.actions.learning import (
    attendee_of,
    functions_at,
    join,
    session_of,
)
from ...evaluation.models import Attendee, LearningSession, SolutionDirection
from ..dossiers.deeds import REFUSED
from ..forms import PlainForm
from ..inventory import Rate
from ..rates import too_often, was_too_often
from ..reading import show
from ..whence import network_of
from .board_shown import board_of, mark_of
from .tickets import give_ticket, ticket_of
from .typed import whole

WRONG = _(
    "This code opens no board. Look at the wall, or ask whoever leads the session. It "
    "works on the day itself, until the board is closed."
)
Visit = Callable[..., HttpResponse]


class CodeForm(PlainForm):
    """The code from the wall; once it fits, from where one comes."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters"}
        ),
        error_messages={"required": _("Type the code from the wall.")},
    )

    def __init__(
        self, *args: Any, functions: list[str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if functions is not None:
            self.fields["code"].widget = forms.HiddenInput()
            self.fields["function"] = forms.ChoiceField(
                label=_("From where do you come?"),
                choices=[(each, each) for each in functions],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose from where you come.")},
            )


def told_to_nobody(view: Visit) -> Visit:
    """Kept nowhere, told to nobody, found by none."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answer


def at_the_board(view: Visit) -> Visit:
    """For whoever joined today, in this browser: `view(request, attendee, now, …)`."""

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        now = timezone.now()
        attendee = attendee_of(ticket_of(request), now)
        if attendee is None:
            if request.headers.get("HX-Request"):
                raise Http404
            return redirect("evaluation:join")
        return view(request, attendee, now, **kwargs)

    return told_to_nobody(answer)


@sensitive_post_parameters("code")
@told_to_nobody
def entry(request: HttpRequest) -> HttpResponse:
    """Asks for the code, then from where one comes; says of no session that it is
    there before the code fits."""
    form = CodeForm()
    if request.method == "POST":
        form = CodeForm(request.POST)
        found = found_by(request, form)
        if found is not None:
            response = seated(request, found)
            if response is not None:
                return response
            form = asks_function(request, found)
    return render(
        request,
        "evaluation/join.html",
        {"form": form, "asks_function": "function" in form.fields},
        status=REFUSED if form.is_bound and form.errors else 200,
    )


def found_by(request: HttpRequest, form: CodeForm) -> LearningSession | None:
    """The session of this code. Wrong ones are counted by network; after too many in
    a minute none is looked at."""
    who = f"leersessie:{network_of(request)}"
    if not form.is_valid():
        return None
    if was_too_often(Rate.ENTERING, who):
        form.add_error("code", str(_("Too many wrong codes from here. Wait a minute.")))
        return None
    found = session_of(form.cleaned_data["code"], timezone.now())
    if found is None:
        too_often(Rate.ENTERING, who)
        with trail.own_transaction():
            trail.record(Action.REFUSED, allowed=False, rule="learning.code")
        form.add_error("code", str(WRONG))
    return found


def asks_function(request: HttpRequest, session: LearningSession) -> CodeForm:
    functions = functions_at(session, timezone.now())
    if "asked" in request.POST or "function" in request.POST:
        return CodeForm(request.POST, functions=functions)
    return CodeForm(initial={"code": request.POST["code"]}, functions=functions)


def seated(request: HttpRequest, session: LearningSession) -> HttpResponse | None:
    """At the board, with a cookie of its own that no other page is sent."""
    if "function" not in request.POST:
        return None
    try:
        joined = join(session, request.POST["function"], now=timezone.now())
    except ValidationError:
        return None
    response = redirect("evaluation:joined-board")
    give_ticket(response, joined.token, reverse("evaluation:join"))
    return response


@at_the_board
def board(request: HttpRequest, attendee: Attendee, now: Any) -> HttpResponse:
    """The case, and the board as it grows."""
    return shown(request, attendee, "evaluation/joined.html")


@at_the_board
def since(request: HttpRequest, attendee: Attendee, now: Any) -> HttpResponse:
    """Whether anything changed on the board; and if so, the board anew. Unchanged
    costs one question and writes nothing."""
    mark = f'"{mark_of(attendee.session)}"'
    if request.headers.get("If-None-Match") == mark:
        return HttpResponse(status=304, headers={"ETag": mark})
    return shown(request, attendee, "evaluation/_board.html")


@at_the_board
def direct(request: HttpRequest, attendee: Attendee, now: Any) -> HttpResponse:
    """A line on the board; what could not be added still stands in its field."""
    words = request.POST.get("words", "").strip()
    attendee.session.unlock()
    wrong = ""
    if words:
        wrong = put_line(request, attendee, words, now)
    return back(request, attendee, wrong, words if wrong else "")


def put_line(request: HttpRequest, attendee: Attendee, words: str, now: Any) -> str:
    session = attendee.session
    recommendation = session.recommendations.filter(
        number=whole(request.POST.get("at", ""))
    ).first()
    if recommendation is None:
        raise Http404
    line = SolutionDirection(
        session=session, recommendation=recommendation, words=words
    )
    if key := client_key(request.POST.get("key", "")):
        line.pk = key
    try:
        add_direction(line, by=attendee, now=now)
    except ValidationError as wrong:
        return wrong.messages[0]
    return ""


@at_the_board
def dot(
    request: HttpRequest, attendee: Attendee, now: Any, number: int
) -> HttpResponse:
    """There, or away again; of others one sees none until the board is closed."""
    found = find(attendee.session, number)
    if found is None:
        raise Http404
    wrong = ""
    try:
        put_dot(found, by=attendee, now=now)
    except ValidationError as complaint:
        wrong = complaint.messages[0]
    return back(request, attendee, wrong)


def back(
    request: HttpRequest, attendee: Attendee, wrong: str, words: str = ""
) -> HttpResponse:
    """The board anew to a page that asked from within; else the page again."""
    if wrong or request.headers.get("HX-Request"):
        inside = bool(request.headers.get("HX-Request"))
        name = "evaluation/_board.html" if inside else "evaluation/joined.html"
        return shown(request, attendee, name, wrong, words)
    return redirect("evaluation:joined-board")


def shown(
    request: HttpRequest,
    attendee: Attendee,
    template: str,
    wrong: str = "",
    words: str = "",
) -> HttpResponse:
    found = board_of(attendee.session, attendee, *had(request, template))
    response = show(
        request,
        template,
        {
            "session": found.session,
            "board": found,
            "attendee": attendee,
            "wrong": wrong,
            "kept": words,
            "at": whole(request.POST.get("at", "")),
        },
        action=Action.BOARD_READ,
        by=attendee,
        about=found.session,
        count=found.size,
        status=REFUSED if wrong else 200,
    )
    response.headers["ETag"] = f'"{found.mark}"'
    return response


def had(request: HttpRequest, template: str) -> tuple[int, str]:
    """Up to which line the page has the board, and in which shape."""
    if not template.endswith("_board.html"):
        return 0, ""
    sent = request.POST if request.method == "POST" else request.GET
    return whole(sent.get("na", "")), sent.get("vorm", "")
