"""The addresses of the table itself: seats, persons, files, links, headings."""

from django.urls import URLPattern, path

from . import (
    attachments,
    hand_over,
    heading,
    holds,
    inviting,
    links,
    opening,
    persons,
    seats,
)

urlpatterns: list[URLPattern] = [
    # a dossier begins
    path("nieuw/", opening.new, name="open"),
    path("overnemen/", opening.take_over, name="take-over"),
    # who sits there
    path("<uuid:pk>/tafel/", seats.table, name="seats"),
    path("<uuid:pk>/tafel/collega/", inviting.colleague, name="invite"),
    path("<uuid:pk>/tafel/gast/", inviting.guest, name="invite-guest"),
    path("<uuid:pk>/tafel/overdragen/", hand_over.give, name="hand-over"),
    path("<uuid:pk>/tafel/<uuid:other>/", seats.change, name="change-seat"),
    path("<uuid:pk>/tafel/<uuid:other>/einde/", seats.end, name="end-seat"),
    # what it is called and rests on
    path("<uuid:pk>/kop/", heading.history, name="headings"),
    path("<uuid:pk>/kop/<uuid:heading>/", heading.change, name="change-heading"),
    # who is who
    path("<uuid:pk>/personen/nieuw/", persons.add, name="add-person"),
    path("<uuid:pk>/personen/<uuid:person>/", persons.amend, name="correct-person"),
    # files
    path("<uuid:pk>/bestanden/nieuw/", attachments.add, name="add-attachment"),
    path(
        "<uuid:pk>/bestanden/<uuid:attachment>/",
        attachments.take,
        name="take-attachment",
    ),
    # what belongs together
    path("<uuid:pk>/verbinden/", links.tie, name="link"),
    path("<uuid:pk>/verbinding/<uuid:link>/einde/", links.untie, name="end-link"),
    path("<uuid:pk>/tonen/<uuid:record>/", links.point, name="show-elsewhere"),
    # for now nothing is destroyed; asks no seat
    path("<uuid:pk>/slot/", holds.of_dossier, name="holds"),
    path("<uuid:pk>/slot/nieuw/", holds.put, name="hold"),
    path("<uuid:pk>/slot/<uuid:hold>/", holds.lift, name="lift-hold"),
]
