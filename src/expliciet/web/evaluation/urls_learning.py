"""The addresses of learning in a study; importing the routes classifies them."""

from django.urls import URLPattern, path

from . import (
    adopted,
    adopting,
    boards,
    first_step,
    joining,
    routes_learning,  # noqa: F401
    scanning,
    session_paper,
    sessions,
)

SESSION = "<uuid:study>/leersessies/<uuid:session>/"

urlpatterns: list[URLPattern] = [
    # for whoever has the code
    path("leersessie/", joining.entry, name="join"),
    path("leersessie/bord/", joining.board, name="joined-board"),
    path("leersessie/bord/sinds/", joining.since, name="joined-since"),
    path("leersessie/bord/erbij/", joining.direct, name="direct"),
    path("leersessie/bord/stip/<int:number>/", joining.dot, name="dot"),
    # for the house
    path("<uuid:study>/leersessies/", sessions.sessions, name="sessions"),
    path("<uuid:study>/leersessies/nieuw/", sessions.call, name="session-call"),
    path(SESSION, sessions.one, name="session"),
    path(f"{SESSION}anders/", sessions.change, name="session-change"),
    path(f"{SESSION}open/", sessions.open_board, name="session-open"),
    path(f"{SESSION}dicht/", sessions.close_board, name="session-close"),
    path(f"{SESSION}bord/", boards.board, name="board"),
    path(f"{SESSION}bord/sinds/", boards.since, name="board-since"),
    path(f"{SESSION}bord/erbij/", boards.add, name="board-add"),
    path(f"{SESSION}bord/groep/", boards.group, name="group"),
    path(f"{SESSION}bord/<int:number>/eraf/", boards.off, name="take-off"),
    path(f"{SESSION}bord/<int:number>/wie/", first_step.own, name="own"),
    path(f"{SESSION}papier.<slug:ending>", session_paper.paper, name="session-paper"),
    # what became of it
    path("<uuid:study>/overgenomen/", adopted.adoption, name="adoption"),
    path("<uuid:study>/overgenomen/<int:number>/", adopting.make, name="adopt"),
    path(
        "<uuid:study>/overgenomen/<uuid:adoption>/gedaan/",
        adopting.claim,
        name="adoption-claim",
    ),
    path(
        "<uuid:study>/overgenomen/<uuid:adoption>/gezien/",
        adopting.judge,
        name="adoption-judge",
    ),
    # once a year
    path("scan/", scanning.scans, name="scans"),
    path("scan/nieuw/", scanning.begin_one, name="scan-begin"),
    path("scan/<uuid:scan>/", scanning.one, name="scan"),
    path("scan/<uuid:scan>/antwoord/", scanning.answer, name="scan-answer"),
    path("scan/<uuid:scan>/open/", scanning.open_all, name="scan-open"),
]
