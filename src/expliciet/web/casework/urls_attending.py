"""The addresses of coming to a meeting, and of being up to date before it."""

from django.urls import URLPattern, path

from . import (
    attending,
    brief,
    routes_attending,  # noqa: F401  # classifies them
    taking_off,
)

ITEM = "<uuid:pk>/overleg/<uuid:item>/"

urlpatterns: list[URLPattern] = [
    path(f"{ITEM}aanwezig/", attending.attend, name="attend"),
    path(f"{ITEM}eraf/", taking_off.take_off, name="take-off"),
    path(f"{ITEM}bij/", brief.brief, name="brief"),
]
