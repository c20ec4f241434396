"""The addresses of leading a talk, following it, and typing a line."""

from django.urls import URLPattern, path

from . import (
    conducting,
    following,
    lines_typed,
    routes_conduct,  # noqa: F401  # classifies them
)

ITEM = "<uuid:pk>/overleg/<uuid:item>/"
POINT = f"{ITEM}<uuid:record>/"

urlpatterns: list[URLPattern] = [
    path(ITEM, conducting.conduct, name="conduct"),
    path(f"{ITEM}stap/", conducting.phase, name="phase"),
    path(f"{ITEM}pauze/", conducting.pause, name="pause"),
    path(f"{ITEM}regel/", lines_typed.enter, name="enter"),
    path(f"{ITEM}nu/", following.since, name="since"),
    path(f"{ITEM}scherm/", following.beamer, name="beamer"),
    path(f"{POINT}ongedaan/", lines_typed.undo, name="undo"),
    path(f"{POINT}afmaken/", lines_typed.complete, name="complete"),
    path(f"{POINT}afhandelen/", lines_typed.end_point, name="settle"),
]
