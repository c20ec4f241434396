"""The addresses of limits, of what is held back, and of an impasse."""

from django.urls import URLPattern, path

from . import (
    impasse_note,
    impasses,
    limits,
    routes_stuck,  # noqa: F401  # classifies them
    stuck_waits,  # noqa: F401  # enters what it asks
)

HELD = "<uuid:pk>/achterhouden/"
STUCK = "<uuid:pk>/impasse/"
ONE = f"{STUCK}<uuid:record>/"

urlpatterns: list[URLPattern] = [
    path("<uuid:pk>/grens/", limits.limit, name="limit"),
    path(HELD, limits.hold_back, name="withhold"),
    path(f"{HELD}<uuid:record>/", limits.hold_back_anew, name="withhold-anew"),
    path(STUCK, impasses.declare, name="declare"),
    path(f"{STUCK}uit/<uuid:record>/", impasses.declare_from, name="declare-from"),
    path(f"{ONE}standpunt/", impasses.position, name="position"),
    path(f"{ONE}verder/", impasses.further, name="further"),
    path(f"{ONE}einde/", impasses.end, name="resolve"),
    path(f"{ONE}notitie/", impasse_note.note, name="impasse-note"),
]
