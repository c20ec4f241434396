"""The addresses of agreements and expectations; and of the part where they stand."""

from django.urls import URLPattern, path

from . import (
    agreements,
    answering,
    as_text,
    asked_together,  # noqa: F401  # enters what they ask
    case_numbers,
    expectations,
    routes_together,  # noqa: F401  # classifies them
    samenwerking,  # noqa: F401  # enters its part
)

AGREED = "<uuid:pk>/afspraken/"
AN_AGREEMENT = f"{AGREED}<uuid:record>/"
EXPECTED = "<uuid:pk>/verwachtingen/"
NUMBER = "<uuid:pk>/zaaknummer/"

urlpatterns: list[URLPattern] = [
    path(f"{AGREED}nieuw/", agreements.make, name="agree"),
    path(f"{AN_AGREEMENT}opnieuw/", agreements.make_anew, name="agree-anew"),
    path(f"{AN_AGREEMENT}antwoord/", agreements.answer, name="reply"),
    path(f"{AN_AGREEMENT}gedaan/", agreements.say_done, name="claim"),
    path(f"{AN_AGREEMENT}bevestigen/", agreements.say_so, name="confirm"),
    path(f"{AN_AGREEMENT}nog-niet/", agreements.say_lacking, name="not-yet"),
    path(f"{EXPECTED}nieuw/", expectations.ask_for, name="expect"),
    path(
        f"{EXPECTED}<uuid:record>/opnieuw/", expectations.ask_anew, name="expect-anew"
    ),
    path(
        f"{EXPECTED}<uuid:record>/antwoord/",
        answering.answer,
        name="answer-expectation",
    ),
    path(NUMBER, case_numbers.give, name="case-number"),
    path(f"{NUMBER}<uuid:record>/", case_numbers.give_anew, name="case-number-anew"),
    path("<uuid:pk>/als-tekst/", as_text.take, name="as-text"),
]
