"""N14: the chain on one page, from what was read to what changed; and a transcript."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from expliciet.accounts.actions.working_agreements import make_working_agreement
from expliciet.accounts.models import HouseRule, WorkingAgreement
from expliciet.evaluation.actions.adoption import adopt
from expliciet.evaluation.actions.board import add_direction, name_owner
from expliciet.evaluation.actions.learning import call_session, open_session
from expliciet.evaluation.actions.responses import respond
from expliciet.evaluation.models import (
    Adoption,
    Conversation,
    LearningSession,
    Recommendation,
    Response,
    SolutionDirection,
)
from tests.evaluation.finding import Found
from tests.partners import browser

pytestmark = pytest.mark.django_db
DIRECTION = "Bel elkaar op de dag zelf (verzonnen)."
BEFORE, AFTER = "Wij dragen schriftelijk over.", "Wij dragen over in een gesprek."
SPOKEN = """WEBVTT

00:01.000 --> 00:03.000
<v Fatima Zandstra>Wij dragen nooit over.

00:04.000 --> 00:06.000
<v Wouter Dijkema>Dat herken ik.
"""


@pytest.fixture
def found() -> Found:
    return Found(timedelta(days=40))


def page(found: Found, who: object, name: str, *args: object) -> str:
    address = reverse(f"evaluation:{name}", args=[found.study.pk, *args])
    return browser(who).get(address).content.decode()  # type: ignore[arg-type]


def told(day: date, how: str = "j M Y") -> str:
    with override("nl"):
        return date_format(day, how).lower()


def agreed(found: Found, text: str, **facts: object) -> WorkingAgreement:
    found.table.house.unlock()
    return WorkingAgreement(
        house=found.table.house,
        subject=WorkingAgreement.Subject.APPROACH,
        text=text,
        review_on=timezone.localdate() + timedelta(days=200),
        **facts,
    )


def became(found: Found) -> Recommendation:
    """A recommendation that was adopted: a direction, and a new text in place."""
    now = timezone.now()
    made = found.recommendation(offered=True)
    answer = Response(
        recommendation=made,
        says=Response.Says.ADOPT,
        on=timezone.localdate() + timedelta(days=40),
    )
    respond(answer, by=found.partner, now=now)
    session = LearningSession(
        study=found.study,
        house=found.table.house,
        held_on=timezone.localdate(now),
        name="Middag (verzonnen)",
    )
    session.unlock()
    call_session(session, [made], by=found.director, now=now)
    open_session(session, by=found.director, now=now)
    session.refresh_from_db()
    session.unlock()
    line = SolutionDirection(session=session, recommendation=made, words=DIRECTION)
    add_direction(line, by=found.director, now=now)
    line.owner = found.police.organisation
    line.first_step = "Een lijst met nummers maken (verzonnen)."
    line.first_step_on = timezone.localdate() + timedelta(days=9)
    name_owner(line, by=found.director, now=now)
    old = make_working_agreement(agreed(found, BEFORE), by=found.director, now=now)
    adoption = Adoption(
        recommendation=made, direction=line, owner=found.police.organisation
    )
    new = agreed(found, AFTER, supersedes=old)
    adopt(adoption, new, by=found.director, now=now)
    return made


def test_the_chain_goes_on_to_the_text_that_changed(found: Found) -> None:
    """N14: direction, old text and new text, for the partners of the house."""
    made = became(found)
    shown = page(found, found.partner, "chain", made.number)
    for words in (made.words, DIRECTION, BEFORE, AFTER):
        assert str(words) in shown
    assert f"#{Adoption.objects.get().agreement_id}" in shown, "in one click"
    assert "geen vaste begeleider" not in shown, "passages are for researchers"


def test_researchers_read_the_passage_and_no_words_of_a_board(found: Found) -> None:
    """N14, V1: who took a direction up stands there as a function."""
    made = became(found)
    researcher = found.lead.user.appointments.get()
    shown = page(found, researcher, "chain", made.number)
    assert "geen vaste begeleider" in shown
    assert DIRECTION not in shown
    assert found.police.organisation.name not in shown


def test_what_waits_long_stands_apart(found: Found) -> None:
    """F66: an answer that does not come is seen."""
    made = found.recommendation(offered=True)
    researcher = found.lead.user.appointments.get()
    asked = "Duurt lang"
    assert asked in page(found, researcher, "recommendations")
    Recommendation.objects.filter(pk=made.pk).update(offered_at=timezone.now())
    assert asked not in page(found, researcher, "recommendations")


def test_the_house_says_how_long_an_answer_may_take(found: Found) -> None:
    """F66: it takes long by the rule of the house, and not by ours."""
    found.recommendation(offered=True)
    by = told(found.today + timedelta(days=50))
    HouseRule.objects.create(
        house=found.table.house,
        name="recommendation-days",
        value=50,
        source="Besluit van de stuurgroep (verzonnen)",
        source_date=found.today,
        valid_from=found.today,
        set_at=found.now,
    )
    researcher = found.lead.user.appointments.get()
    register = page(found, researcher, "recommendations")
    assert "Duurt lang" not in register
    assert by in register
    assert by in page(found, researcher, "chain", 1)


def test_whoever_it_is_said_to_reads_by_which_day(found: Found) -> None:
    """F66: where it is read and where it is answered; gone with the answer."""
    made = found.recommendation(offered=True)
    Recommendation.objects.filter(pk=made.pk).update(offered_at=timezone.now())
    by = timezone.localdate() + timedelta(days=30)
    asked = f"Antwoord graag uiterlijk op {told(by, 'l j F Y')}."
    for name in ("recommendation", "respond"):
        assert asked in page(found, found.partner, name, made.number)
    assert asked not in page(found, found.director, "recommendation", made.number)
    says = Response(recommendation=made, says=Response.Says.ADOPT, on=by)
    respond(says, by=found.partner, now=timezone.now())
    assert asked not in page(found, found.partner, "recommendation", made.number)


def test_a_transcript_comes_in_without_the_names_of_who_spoke(found: Found) -> None:
    """F65: speakers become numbers; what looks like a name is asked about first."""
    talk = found.conversation()
    researcher = found.lead.user.appointments.get()
    address = reverse(
        "evaluation:conversation-enter", args=[found.study.pk, talk.number]
    )
    file = SimpleUploadedFile("gesprek.vtt", SPOKEN.encode(), "text/vtt")
    answer = browser(researcher).post(address, {"text": "", "file": file})
    assert "Zandstra" not in answer.content.decode()
    if answer.status_code != 302:
        answer = browser(researcher).post(
            address, {"text": "spreker 1: Wij dragen nooit over."}
        )
    lines = Conversation.objects.get(pk=talk.pk).lines.all()
    found.study.unlock_work()
    assert [each.speaker for each in lines][:1] == ["spreker 1"]
    assert "Wij dragen nooit over." in [each.words for each in lines]
