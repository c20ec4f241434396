"""F65, F66, F67, N14: conversing, finding, checking, recommending; who reads what."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import Appointment
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.evaluation.models import Conversation, FactCheck, Finding, StudyMember
from tests.evaluation.finding import Found, destroyed
from tests.partners import browser

pytestmark = pytest.mark.django_db
PASSAGE = "geen vaste begeleider"
WORDS = "Begeleiders wisselen zonder overdracht."
ADVICE = "Draag een casus altijd over in een gesprek."


@pytest.fixture
def found() -> Found:
    return Found(timedelta(days=40))


def capacity(who: StudyMember | Appointment) -> Appointment:
    return who if isinstance(who, Appointment) else who.user.appointments.get()


def page(found: Found, who: object, name: str, *args: object) -> tuple[int, str]:
    address = reverse(f"evaluation:{name}", args=[found.study.pk, *args])
    answer = browser(capacity(who)).get(address)  # type: ignore[arg-type]
    return answer.status_code, answer.content.decode()


def send(found: Found, who: object, name: str, /, *args: object, **said: object) -> int:
    return sent(found, who, name, *args, **said)[0]


def sent(
    found: Found, who: object, name: str, /, *args: object, **said: object
) -> tuple[int, str]:
    address = reverse(f"evaluation:{name}", args=[found.study.pk, *args])
    answer = browser(capacity(who)).post(address, said)  # type: ignore[arg-type]
    return answer.status_code, answer.content.decode()


RESEARCHED = (
    ("conversations",),
    ("conversation-plan",),
    ("conversation", 1),
    ("conversation-change", 1),
    ("conversation-enter", 1),
    ("findings",),
    ("finding-add",),
    ("finding", 1),
    ("finding-change", 1),
    ("evidence", 1),
    ("recommend",),
)
"""Pages for whoever researches the study; there is no such page for anybody else."""


@pytest.mark.parametrize("address", RESEARCHED, ids=lambda each: each[0])
def test_only_researchers_have_these_pages(
    found: Found, address: tuple[object, ...]
) -> None:
    list(found.said("Dat herken ik."))
    found.offered()
    name, *args = address
    assert page(found, found.lead, str(name), *args)[0] == 200
    for other in (found.partner, found.director, found.officer, found.outsider()):
        assert page(found, other, str(name), *args)[0] == 404


def test_a_draft_of_a_conversation_is_kept_under_its_study(found: Found) -> None:
    """Also where a field of the form is called as what the draft is about."""
    status, html = page(found, found.lead, "conversation-plan")
    assert status == 200
    assert f'data-draft-about="{found.study.pk}"' in html


def test_partners_read_what_was_offered_and_never_what_it_rests_on(
    found: Found,
) -> None:
    """V1"""
    finding = found.finding(carried=True)
    assert WORDS not in page(found, found.partner, "facts")[1]
    found.offered_again(finding)
    for who in (found.partner, found.director, found.officer):
        status, html = page(found, who, "facts")
        assert (status, WORDS in html, PASSAGE in html) == (200, True, False)
    assert page(found, found.outsider(), "facts")[0] == 404


def test_researchers_read_the_passages_and_leave_a_line_at_the_dossier(
    found: Found,
) -> None:
    found.finding(carried=True)
    assert PASSAGE in page(found, found.lead, "finding", 1)[1]
    line = Line.objects.get(action=Action.STUDY_TEXTS_READ)
    assert line.dossier == found.table.dossier.pk


def test_destroying_a_dossier_empties_the_passage_and_leaves_the_finding(
    found: Found,
) -> None:
    found.finding(carried=True)
    destroyed(found.dossier)
    html = page(found, found.lead, "finding", 1)[1]
    assert WORDS in html
    assert PASSAGE not in html


def test_a_dossier_taken_back_shows_no_passage(found: Found) -> None:
    found.finding(carried=True)
    found.dossier.taken_back_at = timezone.now()
    found.dossier.save()
    assert PASSAGE not in page(found, found.lead, "finding", 1)[1]


def test_who_still_codes_blind_reads_no_passage_of_another(found: Found) -> None:
    """F64: also not by way of a finding."""
    found.finding(carried=True)
    status, html = page(found, found.coder, "finding", 1)
    assert (status, WORDS in html, PASSAGE in html) == (200, True, False)


def test_a_finding_is_written_carried_and_offered_on_the_screens(found: Found) -> None:
    coding = found.coding()
    said = {"subject": "cooperation", "goes": "well", "words": "Er is koffie."}
    assert send(found, found.lead, "finding-add", **said) == 302
    day = (timezone.localdate() + timedelta(days=9)).isoformat()
    offered = {"findings": "1", "check_by": day}
    assert send(found, found.lead, "offer", **offered) == 422
    laid = {"what": f"passage-{coding.pk}", "speaks": "for", "note": "zie ook"}
    assert send(found, found.lead, "evidence", 1, **laid) == 302
    assert send(found, found.coder, "offer", **offered) == 403
    assert send(found, found.lead, "offer", **offered) == 302
    anew = {"words": "Er is altijd koffie.", "why_changed": "Preciezer."}
    assert send(found, found.lead, "finding-change", 1, **anew) == 302
    assert "Er is altijd koffie." not in page(found, found.partner, "facts")[1]
    evidence = Finding.objects.current().get().evidence.get()
    assert send(found, found.lead, "evidence-off", 1, evidence.pk) == 302


def test_two_who_change_one_finding_at_once_read_each_other(found: Found) -> None:
    """V14: the second keeps what was typed, with what the first wrote beside it."""
    found.finding()
    form = page(found, found.lead, "finding-change", 1)[1]
    read = read_in(form)
    said = {"subject": "cooperation", "goes": "well", "limits": ""}
    first = {**said, "words": "Er is altijd koffie.", "read": read}
    assert send(found, found.coder, "finding-change", 1, **first) == 302
    second = {**said, "words": "Er is zelden koffie.", "read": read}
    status, refused = sent(found, found.lead, "finding-change", 1, **second)
    assert status == 422
    assert "Iemand anders wijzigde dit terwijl u schreef." in refused
    assert "Er is altijd koffie." in refused
    assert "Er is zelden koffie." in refused
    assert Finding.objects.get().words == "Er is altijd koffie."
    second["read"] = read_in(refused)
    assert send(found, found.lead, "finding-change", 1, **second) == 302
    assert Finding.objects.get().words == "Er is zelden koffie."


def read_in(form: str) -> str:
    """The mark that the form carries along, of what its writer reads."""
    (mark,) = re.findall(r'name="read" value="(\w+)"', form)
    return str(mark)


def test_a_partner_checks_the_facts_and_reads_what_became_of_it(found: Found) -> None:
    found.offered()
    nothing_said = {"says": "otherwise", "words": ""}
    assert send(found, found.partner, "check", 1, **nothing_said) == 422
    address = reverse("evaluation:check", args=[found.study.pk, 1])
    unchosen = browser(found.partner).post(address, {"words": "Anders."})
    assert "Kies een van de antwoorden." in unchosen.content.decode()
    assert page(found, found.officer, "check", 1)[0] == 403
    words = {"says": "otherwise", "words": "Er was wel een gesprek."}
    assert 'id="asked"' in page(found, found.partner, "facts")[1]
    assert send(found, found.partner, "check", 1, **words) == 302
    assert 'id="asked"' not in page(found, found.partner, "facts")[1]
    assert "Er was wel een gesprek." in page(found, found.lead, "finding", 1)[1]
    check = FactCheck.objects.get()
    became = {"became": "Wij schreven het anders."}
    assert send(found, found.coder, "check-answer", 1, check.pk, **became) == 403
    assert send(found, found.lead, "check-answer", 1, check.pk, **became) == 302
    assert became["became"] in page(found, found.partner, "facts")[1]
    assert became["became"] not in page(found, found.director, "facts")[1]
    assert send(found, found.lead, "make-final", 1) == 302


def test_a_researcher_reads_no_name_of_an_organisation(found: Found) -> None:
    """N13: a function, never a name."""
    organisation = found.police.organisation
    organisation.name = "Korps Kanarievogel"
    organisation.save()
    finding = found.offered()
    found.check(finding)
    made = found.recommendation(found.final(), offered=True)
    for name, *args in (
        ("finding", 1),
        ("recommend",),
        ("recommendations",),
        ("recommendation", made.number),
        ("chain", made.number),
    ):
        status, html = page(found, found.lead, name, *args)
        assert status == 200
        assert "Kanarievogel" not in html
        assert str(organisation.pk) not in html
        assert str(found.table.dossier.pk) not in html
    assert "Kanarievogel" in page(found, found.partner, "recommendations")[1]


def test_recommendations_are_read_once_offered_and_answered_by_the_addressee(
    found: Found,
) -> None:
    made = found.recommendation()
    assert page(found, found.partner, "recommendation", made.number)[0] == 404
    chosen = {"recommendations": str(made.number)}
    assert send(found, found.coder, "offer-recommendations", **chosen) == 403
    assert send(found, found.lead, "offer-recommendations", **chosen) == 302
    assert ADVICE in page(found, found.partner, "recommendation", made.number)[1]
    assert page(found, found.outsider(), "recommendation", made.number)[0] == 404
    said = {"says": "adapt", "words": "", "on": timezone.localdate().isoformat()}
    assert send(found, found.partner, "respond", made.number, **said) == 422
    said["words"] = "Alleen bij jongeren."
    assert send(found, found.colleague(), "respond", made.number, **said) == 403
    assert 'id="asked"' not in page(found, found.colleague(), "recommendations")[1]
    assert 'id="asked"' in page(found, found.partner, "recommendations")[1]
    assert send(found, found.partner, "respond", made.number, **said) == 302
    assert 'id="asked"' not in page(found, found.partner, "recommendations")[1]
    assert "Alleen bij jongeren." in page(found, found.lead, "recommendations")[1] or (
        "Alleen bij jongeren." in page(found, found.lead, "chain", made.number)[1]
    )


def test_a_recommendation_is_written_and_changed_on_the_screens(found: Found) -> None:
    found.final()
    said = {"subject": "scaling", "words": "Zeg waarom.", "why": "Anders raadt men."}
    assert send(found, found.lead, "recommend", **said) == 422
    said |= {"said_to": "1", "rests_on": "1"}
    assert send(found, found.lead, "recommend", **said) == 302
    status, html = page(found, found.lead, "recommendation-change", 1)
    assert status == 200
    assert "checked" in html
    said["words"] = "Zeg altijd waarom."
    assert send(found, found.lead, "recommendation-change", 1, **said) == 302
    assert "Zeg altijd waarom." in page(found, found.lead, "recommendations")[1]


def test_the_chain_shows_passages_to_researchers_and_partners_the_rest(
    found: Found,
) -> None:
    """N14: in one click."""
    made = found.recommendation(offered=True)
    html = page(found, found.lead, "chain", made.number)[1]
    places = [html.index(each) for each in (PASSAGE, WORDS, ADVICE)]
    assert places == sorted(places)
    assert re.search(r'href="[^"]+/lezen/\d+/#tekst-\d+"', html), "to its place"
    theirs = page(found, found.partner, "chain", made.number)[1]
    assert "/lezen/" not in theirs
    assert (WORDS in theirs, ADVICE in theirs, PASSAGE in theirs) == (True, True, False)


def test_a_conversation_is_planned_with_a_guide_and_agreed_to(found: Found) -> None:
    found.finding()
    said = {
        "held_on": timezone.localdate().isoformat(),
        "about": "Overdragen",
        "roles": "docent\nwijkagent",
        "findings": "1",
    }
    assert send(found, found.lead, "conversation-plan", **said) == 302
    assert WORDS in page(found, found.lead, "conversation", 1)[1]
    there = Conversation.objects.get().participants.all()
    for each in there:
        agreed = {"participant": each.pk, "agreed_on": said["held_on"]}
        assert send(found, found.lead, "consent", 1, **agreed) == 302
    back = {"participant": there[0].pk, "back": "1"}
    assert send(found, found.lead, "consent", 1, **back) == 302
    assert not Conversation.objects.get().all_agreed


def test_what_looks_like_a_name_is_asked_about_and_nothing_typed_is_lost(
    found: Found,
) -> None:
    found.conversation("docent", "wijkagent")
    text = "docent: Toen belde Mohammed mij op.\nwijkagent: Dat herken ik."
    status, html = sent(found, found.lead, "conversation-enter", 1, text=text)
    assert status == 422
    assert "Toen belde Mohammed mij op." in html
    assert 'name="found" value="Mohammed"' in html
    answer = {"text": text, "found": "Mohammed", "shown_as": "de jongen"}
    assert send(found, found.lead, "conversation-enter", 1, **answer) == 302
    html = page(found, found.lead, "conversation", 1)[1]
    assert "Mohammed" not in html
    assert "de jongen" in html
    said = [line.speaker for line in Conversation.objects.get().lines.all()]
    assert said == ["docent", "wijkagent"]


def test_words_of_a_line_are_coded_and_taken_out_again(found: Found) -> None:
    line = next(found.said("Dat herken ik, elke week."))
    code = found.code()
    html = page(found, found.lead, "conversation", 1)[1]
    assert "?regel=1" in html
    wrong = {"number": 1, "choice": code.pk, "words": "elke maand"}
    status, html = sent(found, found.lead, "code-line", 1, **wrong)
    assert (status, "elke maand" in html) == (422, True)
    assert send(found, found.lead, "code-line", 1, **wrong | {"words": "week"}) == 302
    coding = line.codings.get()
    off = {"off": coding.pk}
    assert send(found, found.coder, "code-line", 1, **off) == 403
    assert send(found, found.lead, "code-line", 1, **off) == 302
    assert send(found, found.lead, "take-out", 1, line=1) == 302
    assert not line.conversation.lines.exists()


def test_no_draft_is_kept_of_a_note_that_repeats_words_of_a_dossier(
    found: Found,
) -> None:
    """V18: it would outlive the dossier, under the key of the house."""
    found.finding()
    told, shown = page(found, found.lead, "evidence", 1)
    assert told == 200
    assert "data-draft" not in shown
    refused, again = sent(found, found.lead, "evidence", 1, note="De jongen.")
    assert refused == 422
    assert "De jongen." in again
