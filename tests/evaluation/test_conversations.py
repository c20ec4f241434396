"""F65: a group conversation deepens what the dossiers showed."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from expliciet.accounts.refusal import Refused
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.evaluation.actions.conversations import (
    Said,
    change_conversation,
    code_line,
    enter_lines,
    keep_consent,
    take_out_lines,
    uncode_line,
)
from expliciet.evaluation.guide import guide
from expliciet.evaluation.models import Coding, Conversation, ConversationLine
from tests.evaluation.finding import Found
from tests.evaluation.marks import mark

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def found() -> Found:
    return Found()


def coded(found: Found, line: ConversationLine, words: str = "") -> Coding:
    coding = Coding(line=line, code=found.code())
    return code_line(coding, words, by=found.lead, now=found.now)


def roles(conversation: Conversation) -> list[str]:
    return sorted(each.function or "" for each in conversation.participants.all())


def test_it_is_planned_with_people_by_their_role(found: Found) -> None:
    conversation = found.conversation("wijkagent", "wijkagent", "docent", agreed=False)
    assert conversation.number == 1
    assert roles(conversation) == ["docent", "wijkagent", "wijkagent"]
    with pytest.raises(ValidationError, match="who takes part"):
        found.conversation(" ")


def test_nothing_is_written_down_before_everybody_agreed(found: Found) -> None:
    conversation = found.conversation(agreed=False)
    first, second = conversation.participants.all()
    said = [Said("docent", "Dat herken ik.")]
    for each in (first, second):
        with pytest.raises(ValidationError, match="Not everybody agreed"):
            enter_lines(conversation, said, by=found.lead, now=found.now)
        keep_consent(each, found.today, by=found.lead, now=found.now)
    assert enter_lines(conversation, said, by=found.lead, now=found.now)[0].number == 1
    keep_consent(first, None, by=found.lead, now=found.now)
    with pytest.raises(ValidationError, match="Not everybody agreed"):
        enter_lines(conversation, said, by=found.lead, now=found.now)


def test_nobody_agreed_on_a_day_to_come(found: Found) -> None:
    somebody = found.conversation(agreed=False).participants.all()[0]
    tomorrow = found.today + timedelta(days=1)
    with pytest.raises(ValidationError, match="has come"):
        keep_consent(somebody, tomorrow, by=found.lead, now=found.now)


def test_what_somebody_agreed_to_does_not_change(found: Found) -> None:
    conversation = found.conversation()
    conversation.consent = "Wij publiceren uw naam."
    with pytest.raises(ValidationError, match="agreed to this text"):
        change_conversation(
            conversation,
            roles(conversation),
            read=mark(conversation),
            by=found.lead,
            now=found.now,
        )


def test_who_agreed_stays_and_others_come_and_go(found: Found) -> None:
    conversation = found.conversation("docent", "wijkagent", agreed=False)
    first = conversation.participants.all()[0]
    keep_consent(first, found.today, by=found.lead, now=found.now)
    kept = [first.function or "", "jongerenwerker"]
    change_conversation(
        conversation, kept, read=mark(conversation), by=found.lead, now=found.now
    )
    assert roles(Conversation.objects.get(pk=conversation.pk)) == sorted(kept)
    with pytest.raises(ValidationError, match="stays in this list"):
        change_conversation(
            conversation,
            ["jongerenwerker"],
            read=mark(conversation),
            by=found.lead,
            now=found.now,
        )


def test_what_is_sent_twice_stands_there_once(found: Found) -> None:
    said = [Said("docent", "Dat herken ik."), Said("wijkagent", "Ik ook.")]
    conversation = found.conversation("docent", "wijkagent")
    enter_lines(conversation, said, by=found.lead, now=found.now)
    with pytest.raises(ValidationError, match="already"):
        enter_lines(conversation, said, by=found.coder, now=found.now)
    enter_lines(conversation, said[:1], by=found.lead, now=found.now)
    assert [each.number for each in conversation.lines.all()] == [1, 2, 3]


def test_words_of_a_line_come_under_a_code(found: Found) -> None:
    line = next(found.said("Dat herken ik, elke week."))
    assert coded(found, line, "elke  week").passage == "elke week"
    assert coded(found, line).passage == line.words
    with pytest.raises(ValidationError, match="do not stand"):
        coded(found, line, "elke maand")


def test_a_code_is_taken_off_by_whoever_put_it_there_while_nothing_rests_on_it(
    found: Found,
) -> None:
    line = next(found.said("Dat herken ik."))
    coding = coded(found, line)
    with pytest.raises(Refused):
        uncode_line(coding, by=found.coder, now=found.now)
    found.carry(found.finding(), coding)
    with pytest.raises(ValidationError, match="rests on this passage"):
        uncode_line(coding, by=found.lead, now=found.now)
    other = coded(found, line, "herken")
    assert uncode_line(other, by=found.lead, now=found.now).taken_off_at


def test_who_takes_consent_back_has_their_lines_taken_out_and_findings_stand(
    found: Found,
) -> None:
    first, second = found.said("Dat herken ik.", "Ik niet.")
    finding = found.finding()
    found.carry(finding, coded(found, first))
    conversation = first.conversation
    take_out_lines(conversation, [1], by=found.lead, now=found.now)
    assert list(conversation.lines.all()) == [second]
    assert not Coding.objects.exists()
    finding.refresh_from_db()
    assert finding.words
    assert not finding.evidence.exists()
    assert Line.objects.filter(action=Action.CONVERSATION_CHANGED).exists()
    with pytest.raises(ValidationError, match="Choose the lines"):
        take_out_lines(conversation, [9], by=found.lead, now=found.now)


def test_researchers_of_another_study_do_nothing_in_it(found: Found) -> None:
    conversation, stranger = found.conversation(), Found().lead
    line = enter_lines(
        conversation, [Said("docent", "Ja.")], by=found.lead, now=found.now
    )[0]
    with pytest.raises(Refused):
        enter_lines(conversation, [Said("", "Nee.")], by=stranger, now=found.now)
    with pytest.raises(Refused):
        code_line(Coding(line=line, code=found.code()), "", by=stranger, now=found.now)


def test_the_guide_asks_about_what_was_found_in_the_language_of_the_page(
    found: Found,
) -> None:
    """F65: verdiepend; recognised, when not, what lies behind it, what would help."""
    better, well = found.finding(), found.finding(goes="well", words="Er is koffie.")
    with translation.override("en"):
        words = guide([better, well], [found.code("zwijgen")])
    assert words.index("About: the course of the cooperation") < words.index(
        "can be better: Begeleiders wisselen"
    )
    assert "goes well: Er is koffie." in words
    assert "“zwijgen”" in words
    assert words.count("Do you recognise this?") == 3
    assert words.count("When is it not so?") == 3
    assert words.count("What lies behind it?") == 3
    assert words.count("What would help") == 3


def test_a_code_that_ended_is_given_to_no_line(found: Found) -> None:
    """F63: as in a dossier."""
    (line,) = found.said("Dat herken ik.")
    coding = Coding(line=line, code=found.code(ended_at=found.now))
    with pytest.raises(ValidationError, match="has ended"):
        code_line(coding, "", by=found.lead, now=found.now)
