"""The addresses of meetings, each with its name; the routes classify them."""

from django.urls import URLPattern, path

from . import (
    agenda_paper,
    arranging,
    calendar,
    calling,
    leading,
    listing,
    preparing,
    putting,
    routes,  # noqa: F401  # classifies them
)

app_name = "meetings"

ONE = "<uuid:meeting>/"

urlpatterns: list[URLPattern] = [
    path("", listing.listing, name="list"),
    path("nieuw/", calling.call, name="call"),
    path(ONE, preparing.one, name="one"),
    path(f"{ONE}wijzigen/", calling.change, name="change"),
    path(f"{ONE}afzeggen/", leading.call_off_page, name="call-off"),
    path(f"{ONE}volgorde/", arranging.arrange_roster, name="arrange"),
    path(f"{ONE}punt/", putting.put, name="put"),
    path(f"{ONE}overgeven/", leading.hand_over, name="hand-over"),
    path(f"{ONE}eind/", leading.end, name="end"),
    path(f"{ONE}agenda.ics", calendar.calendar, name="calendar"),
    path(f"{ONE}agenda.pdf", agenda_paper.pdf, name="agenda-pdf"),
    path(f"{ONE}agenda.docx", agenda_paper.docx, name="agenda-docx"),
]
