"""The addresses of what is decided, and of what is planned and done."""

from django.urls import URLPattern, path

from . import (
    besluit,  # noqa: F401  # enters its part
    course,
    decisions,
    goals,
    interventions,
    parked,
    routes_decide,  # noqa: F401  # classifies them
    waiting,  # noqa: F401  # enters what decisions and plans wait for
)

DECIDED, PLANNED = "<uuid:pk>/besluiten/", "<uuid:pk>/plan/"
ONE = f"{PLANNED}<uuid:record>/"

urlpatterns: list[URLPattern] = [
    path(f"{DECIDED}nieuw/", decisions.decide, name="decide"),
    path(f"{DECIDED}<uuid:record>/opnieuw/", decisions.decide_anew, name="decide-anew"),
    path(f"{DECIDED}<uuid:record>/antwoord/", parked.advice, name="answer-advice"),
    path(f"{DECIDED}al-gedaan/", parked.act, name="act"),
    path(f"{DECIDED}idee/", parked.idea, name="idea"),
    path(f"{PLANNED}klaar-als/", goals.agree, name="exit"),
    path(f"{PLANNED}doel/", goals.aim, name="goal"),
    path(f"{PLANNED}interventie/", interventions.plan, name="plan"),
    path(f"{ONE}opnieuw/", interventions.plan_anew, name="plan-anew"),
    path(f"{ONE}akkoord/", course.approve, name="approve"),
    path(f"{ONE}voortgang/", course.progress, name="progress"),
    path(f"{ONE}resultaat/", course.result, name="result"),
    path(f"{ONE}botst/", course.clash, name="clash"),
]
