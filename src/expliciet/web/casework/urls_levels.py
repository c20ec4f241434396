"""The addresses of level, review, telling and ending; and of the timeline."""

from django.urls import URLPattern, path

from . import (
    asked,  # noqa: F401  # enters what it asks
    between,
    closing,
    handing_card,
    informing,
    reviews,
    routes_levels,  # noqa: F401  # classifies them
    scaling,
    timeline,
)

TOLD = "<uuid:pk>/informeren/"

urlpatterns: list[URLPattern] = [
    path("<uuid:pk>/niveau/", scaling.ladder, name="ladder"),
    path("<uuid:pk>/niveau/<uuid:level>/", scaling.step, name="step"),
    path("<uuid:pk>/toets/", reviews.look_again, name="review"),
    path(TOLD, informing.tell, name="inform"),
    path(f"{TOLD}brief/", informing.letter, name="letter"),
    path(f"{TOLD}gesprek/", informing.guide, name="guide"),
    path("<uuid:pk>/afsluiten/", closing.close, name="close"),
    path("<uuid:pk>/nazorgkaart/", closing.card, name="card"),
    path("<uuid:pk>/nazorgkaart/overdragen/", handing_card.give, name="hand-card"),
    path("<uuid:pk>/moment/", timeline.turn, name="turn"),
    path("<uuid:pk>/verschil/", between.between, name="between"),
]
