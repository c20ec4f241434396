"""The addresses of what is brought in, and of what is read in factors."""

from django.urls import URLPattern, path

from . import (
    contributions,
    laid,  # noqa: F401  # enters what forms lay before the checker
    other_use,
    picture,  # noqa: F401  # enters its part
    questions,
    reading_factors,
    routes_picture,  # noqa: F401  # classifies them
)

BROUGHT = "<uuid:pk>/inbreng/"
FACTORS = "<uuid:pk>/factoren/"

urlpatterns: list[URLPattern] = [
    path(f"{BROUGHT}nieuw/", contributions.contribute, name="contribute"),
    path(f"{BROUGHT}vragen/", questions.ask_about, name="questions"),
    path(
        f"{BROUGHT}<uuid:record>/verbeteren/",
        contributions.amend,
        name="correct-contribution",
    ),
    path(f"{BROUGHT}<uuid:record>/ander-gebruik/", other_use.allow, name="other-use"),
    path(FACTORS, reading_factors.pick, name="factors"),
    path(f"{FACTORS}<uuid:factor>/", reading_factors.read, name="read-factor"),
    path(
        f"{FACTORS}<uuid:record>/anders/", reading_factors.read_anew, name="read-anew"
    ),
    path("<uuid:pk>/instrumenten/nieuw/", reading_factors.assess, name="assess"),
]
