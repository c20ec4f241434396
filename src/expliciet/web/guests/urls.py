"""The addresses of guests, and of whoever asks them; importing classifies them."""

from django.urls import URLPattern, path

from . import (
    answering,
    asking,
    door,
    routes,  # noqa: F401
)

app_name = "guests"

urlpatterns: list[URLPattern] = [
    # for whoever has the link and the code
    path("gast/<slug:word>/", door.door, name="door"),
    path("gast/<slug:word>/vraag/", door.question, name="question"),
    path("gast/<slug:word>/antwoord/", answering.answer, name="answer"),
    # for whoever chairs or keeps the record
    path("dossiers/<uuid:pk>/gasten/<uuid:other>/", asking.ask_one, name="ask"),
    path("dossiers/<uuid:pk>/gastvraag/<uuid:asked>/", asking.end, name="end"),
]
