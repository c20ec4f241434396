"""The addresses of finding in a study; importing the routes classifies them."""

from django.urls import path

from . import (
    chain,
    conversation,
    conversations,
    entering,
    evidence,
    fact_checks,
    finding,
    findings,
    recommendation,
    recommendations,
    routes_finding,  # noqa: F401
)

IN = "<uuid:study>/"
TALK, FOUND, SAID = (
    f"{IN}{each}/<int:number>/"
    for each in ("gesprekken", "bevindingen", "aanbevelingen")
)

urlpatterns = [
    path(f"{IN}gesprekken/", conversations.conversations, name="conversations"),
    path(f"{IN}gesprekken/nieuw/", conversations.plan, name="conversation-plan"),
    path(TALK, conversation.conversation, name="conversation"),
    path(f"{TALK}wijzigen/", conversations.change, name="conversation-change"),
    path(f"{TALK}opschrijven/", entering.enter, name="conversation-enter"),
    path(f"{TALK}instemming/", conversation.consent, name="consent"),
    path(f"{TALK}coderen/", conversation.code, name="code-line"),
    path(f"{TALK}weghalen/", conversation.take_out, name="take-out"),
    path(f"{IN}bevindingen/", findings.findings, name="findings"),
    path(f"{IN}bevindingen/nieuw/", findings.add, name="finding-add"),
    path(f"{IN}bevindingen/voorleggen/", findings.offer, name="offer"),
    path(FOUND, finding.finding, name="finding"),
    path(f"{FOUND}wijzigen/", findings.change, name="finding-change"),
    path(f"{FOUND}bewijs/", evidence.add, name="evidence"),
    path(f"{FOUND}bewijs/<uuid:evidence>/weg/", evidence.take_off, name="evidence-off"),
    path(f"{FOUND}definitief/", finding.final, name="make-final"),
    path(f"{FOUND}nagekeken/<uuid:check>/", finding.check_answer, name="check-answer"),
    path(f"{IN}feiten/", fact_checks.facts, name="facts"),
    path(f"{IN}feiten/<int:number>/", fact_checks.check, name="check"),
    path(
        f"{IN}aanbevelingen/", recommendations.recommendations, name="recommendations"
    ),
    path(f"{IN}aanbevelingen/nieuw/", recommendations.add, name="recommend"),
    path(
        f"{IN}aanbevelingen/voorleggen/",
        recommendations.offer,
        name="offer-recommendations",
    ),
    path(SAID, recommendation.recommendation, name="recommendation"),
    path(f"{SAID}wijzigen/", recommendations.change, name="recommendation-change"),
    path(f"{SAID}antwoord/", recommendation.respond, name="respond"),
    path(f"{IN}keten/<int:number>/", chain.chain, name="chain"),
]
