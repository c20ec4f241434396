"""F64, F65: what was coded in a group conversation shows in its words, and blind."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from expliciet.evaluation.actions.comparing import compare_coders
from expliciet.evaluation.actions.conversations import code_line, uncode_line
from expliciet.evaluation.evidence import usable
from expliciet.evaluation.models import (
    Coding,
    Comparison,
    ConversationLine,
    StudyMember,
)
from expliciet.web.evaluation.passages import BLIND_HERE, read
from tests.evaluation.coding import Coders
from tests.signing_in import force_login

pytestmark = pytest.mark.django_db
SAID = "Dat herken ik, <elke> week weer."


@pytest.fixture
def coders() -> Coders:
    return Coders()


@pytest.fixture
def line(coders: Coders) -> ConversationLine:
    found: ConversationLine = next(coders.said(SAID))
    return found


def gives(
    coders: Coders, line: ConversationLine, by: StudyMember, words: str, name: str
) -> Coding:
    coding = Coding(line=line, code=coders.named(name))
    return code_line(coding, words, by=by, now=coders.now)


def page(coders: Coders, by: StudyMember) -> str:
    client = Client()
    force_login(client, by.user)
    address = reverse("evaluation:conversation", args=[coders.study.pk, 1])
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def underlined(html: str) -> list[str]:
    return re.findall(r'<mark class="coded">(.*?)</mark>', html)


def numbers(html: str) -> list[str]:
    return re.findall(r'<sup class="coded__number" data-label>(.*?)</sup>', html)


def compared(coders: Coders, first: StudyMember, second: StudyMember) -> None:
    pair = Comparison(first=first, second=second)
    compare_coders(pair, by=coders.lead, now=coders.now)


def test_words_that_one_coded_are_underlined_with_their_number(
    coders: Coders, line: ConversationLine
) -> None:
    """As in a dossier; what was typed stays words, whatever stands in it."""
    assert underlined(page(coders, coders.lead)) == []
    gives(coders, line, coders.lead, "<elke> week", "vaak")
    herkend = gives(coders, line, coders.lead, "herken ik", "herkend")
    html = page(coders, coders.lead)
    assert underlined(html) == ["herken ik", "&lt;elke&gt; week"]
    assert numbers(html) == ["[1]", "[2]"]
    beside = re.findall(
        r'codings__number">(.*?)</span> <q dir="auto">(.*?)</q>.*?dir="auto">(.*?)<',
        html,
    )
    assert beside == [
        ("[1]", "herken ik", "herkend"),
        ("[2]", "&lt;elke&gt; week", "vaak"),
    ]
    uncode_line(herkend, by=coders.lead, now=coders.now)
    assert underlined(page(coders, coders.lead)) == ["&lt;elke&gt; week"]


def test_a_line_that_was_coded_whole_is_underlined_whole(
    coders: Coders, line: ConversationLine
) -> None:
    gives(coders, line, coders.lead, "", "vaak")
    assert underlined(page(coders, coders.lead)) == [
        SAID.replace("<elke>", "&lt;elke&gt;")
    ]


def test_nobody_sees_what_the_other_coded_before_they_were_compared(
    coders: Coders, line: ConversationLine
) -> None:
    """F64: not in the words, not beside them, and not that it was done at all."""
    both_code_a_dossier(coders)
    gives(coders, line, coders.lead, "herken ik", "herkend")
    gives(coders, line, coders.coder, "week weer", "vaak")
    coders.done(coders.lead)
    for by, own in ((coders.lead, "herken ik"), (coders.coder, "week weer")):
        html = page(coders, by)
        assert underlined(html) == [own]
        assert numbers(html) == ["[1]"]
        assert html.count('class="codings__number"') == 1
        assert "een andere codeur" not in html
    coders.done(coders.coder)
    assert underlined(page(coders, coders.lead)) == ["herken ik"], "done, not compared"
    compared(coders, coders.coder, coders.lead)
    for by in (coders.lead, coders.coder):
        html = page(coders, by)
        assert underlined(html) == ["herken ik", "week weer"]
        assert html.count("een andere codeur") == 1
        assert html.count('name="off"') == 1, "one takes off only what is one's own"


def both_code_a_dossier(coders: Coders) -> None:
    for by in (coders.lead, coders.coder):
        coders.gives(by)


def test_where_there_is_nothing_to_compare_a_conversation_is_coded_together(
    coders: Coders, line: ConversationLine
) -> None:
    """Such as where one of them codes no dossier, or each codes another one."""
    gives(coders, line, coders.coder, "herken ik", "herkend")
    coders.gives(coders.coder)
    assert underlined(page(coders, coders.lead)) == ["herken ik"]
    coders.gives(coders.lead)
    assert underlined(page(coders, coders.lead)) == []


def test_what_another_coded_in_a_conversation_is_blind_under_a_finding_too(
    coders: Coders, line: ConversationLine
) -> None:
    """Nor can it be laid there before; and it says when it can be read."""
    both_code_a_dossier(coders)
    theirs = gives(coders, line, coders.coder, "herken ik", "herkend")

    def told(by: StudyMember) -> tuple[str | None, object]:
        passage = read([theirs], by, coders.now).by_coding[theirs.pk]
        return passage.words, passage.gone

    assert told(coders.coder) == ("herken ik", "")
    assert told(coders.lead) == (None, BLIND_HERE)
    assert not usable(coders.lead, coders.now).filter(pk=theirs.pk).exists()
    coders.done(coders.lead, coders.coder)
    compared(coders, coders.lead, coders.coder)
    assert told(coders.lead) == ("herken ik", "")
    assert usable(coders.lead, coders.now).filter(pk=theirs.pk).exists()
