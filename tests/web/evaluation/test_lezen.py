"""F63, F64, F69, N13: the reading room, coding, the codebook and comparing."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.models import Question
from expliciet.evaluation.models import Coding, StudyMember, StudyText
from expliciet.web.dossiers.moments import spelled
from tests.evaluation.coding import Coders
from tests.evaluation.finding import WORDS, destroyed
from tests.evaluation.test_codebook_files import FROM_ELSEWHERE
from tests.signing_in import force_login

pytestmark = pytest.mark.django_db
AGO = timedelta(days=2)


@pytest.fixture
def coders() -> Coders:
    return Coders(AGO)


def as_(member: StudyMember) -> Client:
    client = Client()
    force_login(client, member.user)
    return client


def to(coders: Coders, name: str, *args: object) -> str:
    return reverse(f"evaluation:{name}", args=[coders.study.pk, *args])


def dossier(coders: Coders) -> str:
    return to(coders, "dossier", coders.dossier.number)


def page(coders: Coders, by: StudyMember, **asked: str) -> HttpResponse:
    answer: HttpResponse = as_(by).get(dossier(coders), asked)
    return answer


def words(answer: HttpResponse) -> str:
    said = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(said.split())


def text(
    coders: Coders,
    number: int,
    said: str,
    after: timedelta,
    kind: str = "note",
    heard: str = "[]",
) -> StudyText:
    record = coders.table.note(coders.police, "Nog iets.", now=coders.now + after)
    return StudyText.objects.create(
        study_dossier=coders.dossier,
        record_id=record.pk,
        number=number,
        kind=kind,
        recorded_at=coders.now + after,
        voice="gemeente-1",
        words=said,
        heard=heard,
    )


def heard(role: str, moment: datetime) -> str:
    return f'[["{role}", "{moment.isoformat()}"]]'


def walked(coders: Coders) -> tuple[StudyText, StudyText]:
    """A decision, something that came later, and a scaling after that."""
    hour = timedelta(hours=1)
    school = heard("school-1", coders.now + 4 * hour)
    first = text(coders, 2, "Besluit: eerst met moeder.", hour, "decision", school)
    text(coders, 3, "Pas later bleek de schuld.", 2 * hour)
    last = text(coders, 4, "Opschalen naar het casusoverleg.", 3 * hour, "scaling")
    return first, last


# --- reading --------------------------------------------------------------------------


def test_whoever_does_not_research_a_study_finds_no_reading_room(
    coders: Coders,
) -> None:
    """V6, V8: nor does the one who let it look."""
    other = Coders()
    number = coders.dossier.number
    for name, more in (
        ("reading", []),
        ("dossier", [number]),
        ("codebook", []),
        ("comparing", []),
        ("settle", [number, 1, coders.word.pk]),
    ):
        for user in (other.lead.user, coders.director.user, coders.police.user):
            client = Client()
            force_login(client, user)
            assert client.get(to(coders, name, *more)).status_code == 404
    assert as_(coders.lead).get(to(coders, "dossier", 99)).status_code == 404


def test_one_walks_from_decision_to_decision_and_reads_what_was_known(
    coders: Coders,
) -> None:
    """F69: by number; the one before, the one after, and nothing beyond."""
    walked(coders)
    there = page(coders, coders.coder, moment="2").content.decode()
    assert WORDS in there
    assert "eerst met moeder" in there
    assert 'rel="next" href="' + dossier(coders) + '?moment=4"' in there
    assert 'rel="prev"' not in there
    again = page(coders, coders.coder, moment="4").content.decode()
    assert 'rel="prev" href="' + dossier(coders) + '?moment=2"' in again
    assert 'rel="next"' not in again


def test_what_became_known_later_is_nowhere_on_the_page_until_asked_for(
    coders: Coders,
) -> None:
    """F69: against hindsight; not closed, but absent, from the pane as well."""
    walked(coders)
    there = page(coders, coders.coder, moment="2").content.decode()
    assert "Wat pas later bekend werd" in there or "only later" in there
    for never in ("Pas later bleek", "Opschalen naar"):
        assert never not in there
    asked = page(coders, coders.coder, moment="2", later="ja").content.decode()
    known, _, later = asked.partition('id="later"')
    assert "Pas later bleek" not in known
    assert "Pas later bleek" in later


def test_a_day_and_a_minute_are_moments_too(coders: Coders) -> None:
    """F69: and so is the exact moment of a decision."""
    first, last = walked(coders)
    exactly = page(coders, coders.coder, moment=spelled(first.recorded_at))
    assert "Pas later bleek" not in exactly.content.decode()
    day = timezone.localdate(last.recorded_at) + timedelta(days=1)
    assert "Pas later bleek" in words(page(coders, coders.coder, moment=str(day)))


def test_one_reads_what_a_role_knew_at_that_moment(coders: Coders) -> None:
    """N13"""
    walked(coders)
    asked = {"moment": "4", "rol": "school-1"}
    there = page(coders, coders.coder, **asked).content.decode()
    assert "eerst met moeder" not in there
    there = page(coders, coders.coder, later="ja", **asked).content.decode()
    assert "eerst met moeder" in there.partition('id="later"')[2]
    assert WORDS not in there
    said = words(page(coders, coders.coder, moment="2"))
    assert "politie-1" in said
    assert page(coders, coders.coder, rol="rechter-9").status_code == 404


def test_whoever_codes_at_a_moment_stays_at_that_moment(coders: Coders) -> None:
    """F69: what came later does not come along with the answer, right or wrong."""
    walked(coders)
    asked = "?moment=2&rol=politie-1"
    there = to(coders, "code", coders.dossier.number) + asked
    client = as_(coders.coder)
    told = {"number": 1, "words": "geen vaste begeleider", "choice": coders.word.pk}
    answer = client.post(there, told | {"words": "stond hier nooit"})
    assert answer.status_code == 422
    assert "Pas later bleek" not in answer.content.decode()
    done = client.post(there, told)
    assert done.headers["Location"] == f"{dossier(coders)}{asked}#tekst-1"
    assert client.post(there, told | {"number": 3}).status_code == 422


def test_a_moment_that_is_none_is_said_in_words(coders: Coders) -> None:
    answer = page(coders, coders.coder, moment="gisteren")
    assert answer.status_code == 302


def test_nothing_is_done_at_a_moment_that_is_none(coders: Coders) -> None:
    client = Client()
    force_login(client, coders.coder.user)
    for name in ("code", "memo"):
        there = reverse(
            f"evaluation:{name}", args=[coders.study.pk, coders.dossier.number]
        )
        answer = client.post(f"{there}?moment=gisteren", {})
        assert answer.status_code == 404


def test_open_questions_of_the_checker_show_without_the_words_they_were_about(
    coders: Coders,
) -> None:
    """F69, V1: rule and outcome alone."""
    asked = Question(
        record=coders.text.record,
        rule="EX101",
        place="text",
        outcome=Question.Outcome.STAYS,
        about="KANARIE-woord",
        why="KANARIE-reden",
    )
    coders.police.unlock(coders.table.now)
    Question.objects.bulk_create([asked])
    there = words(page(coders, coders.coder))
    from expliciet.rules.catalogue import catalogue

    question = next(each for each in catalogue() if each.code == "EX101").question
    assert question.nl in there.replace("&#x27;", "'") or question.en in there
    assert "KANARIE" not in there


def test_no_name_number_or_key_of_the_house_stands_on_any_page(coders: Coders) -> None:
    """V1: two who code, every page."""
    coders.gives(coders.lead)
    coders.done(coders.lead, coders.coder)
    number, code = coders.dossier.number, coders.word.pk
    casus = coders.table.dossier
    for name, more in (
        ("reading", []),
        ("dossier", [number]),
        ("codebook", []),
        ("comparing", []),
        ("settle", [number, 1, code]),
    ):
        said = as_(coders.coder).get(to(coders, name, *more)).content.decode()
        for never in (
            str(casus.pk),
            str(casus.number),
            str(casus.working_name),
            str(coders.text.record_id),
            coders.police.organisation.name,
            coders.police.user.name,
            "Verzonnen.",
        ):
            assert never not in said, (name, never)
        if name in ("reading", "dossier"):
            assert coders.lead.user.name not in said


def test_reading_leaves_a_line_that_says_how_many(coders: Coders) -> None:
    """V9"""
    walked(coders)
    page(coders, coders.coder)
    line = Line.objects.filter(action=Action.STUDY_TEXTS_READ).latest("at")
    assert line.count == 4


def test_as_many_questions_for_many_texts_as_for_few(coders: Coders) -> None:
    coders.gives(coders.coder)
    client = as_(coders.coder)
    there = to(coders, "dossier", coders.dossier.number)
    client.get(there)
    counts = []
    for numbers in (range(2, 3), range(3, 15)):
        for number in numbers:
            made = text(coders, number, WORDS, timedelta(minutes=number), "decision")
            coders.gives(coders.coder, text=made)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(there)
        counts.append(len(asked))
    assert counts[0] == counts[1]


# --- coding ---------------------------------------------------------------------------


def sent(coders: Coders, by: StudyMember, **said: object) -> HttpResponse:
    told = {"number": 1, "words": "geen vaste begeleider", "choice": coders.word.pk}
    there = to(coders, "code", coders.dossier.number)
    answer: HttpResponse = as_(by).post(there, told | said)
    return answer


def test_words_become_a_coding_that_shows_in_the_text(coders: Coders) -> None:
    """F63: numbers beside the words, overlapping ones too."""
    assert sent(coders, coders.coder, memo="let op").status_code == 302
    sent(coders, coders.coder, words="vaste begeleider meer")
    first, second = Coding.objects.order_by("begins")
    assert (first.passage, second.passage) == (
        "geen vaste begeleider",
        "vaste begeleider meer",
    )
    there = page(coders, coders.coder).content.decode()
    assert "data-label>[1]</sup>" in there
    assert "data-label>[2]</sup>" in there
    assert "let op" in there
    assert '<q dir="auto">vaste begeleider meer</q>' in there
    off = to(coders, "uncode", coders.dossier.number, first.pk)
    as_(coders.coder).post(off)
    assert "data-label>[2]</sup>" not in page(coders, coders.coder).content.decode()


def test_what_was_typed_wrong_stays_and_is_told(coders: Coders) -> None:
    answer = sent(coders, coders.coder, words="stond hier nooit", memo="bewaar mij")
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "stond hier nooit" in said
    assert "bewaar mij" in said
    answer = sent(coders, coders.coder, choice="")
    assert answer.status_code == 422
    memo = to(coders, "memo", coders.dossier.number)
    assert as_(coders.coder).post(memo, {"words": " "}).status_code == 422


def test_done_closes_the_pane_and_memos_stay_open(coders: Coders) -> None:
    sent(coders, coders.coder)
    as_(coders.coder).post(to(coders, "done", coders.dossier.number))
    there = page(coders, coders.coder).content.decode()
    assert "data-coding" not in there
    assert sent(coders, coders.coder, words="De jongen").status_code == 422
    memo = to(coders, "memo", coders.dossier.number)
    as_(coders.coder).post(memo, {"words": "Mij viel op."})
    assert "Mij viel op." in page(coders, coders.coder).content.decode()


def test_nobody_takes_off_what_another_coded(coders: Coders) -> None:
    """F64: for who may not see it, it is not there; 403 for who may."""
    coding = coders.gives(coders.lead)
    off = to(coders, "uncode", coders.dossier.number, coding.pk)
    assert as_(coders.coder).post(off).status_code == 404
    coders.done(coders.lead, coders.coder)
    assert as_(coders.coder).post(off).status_code == 403


def everything(coders: Coders, by: StudyMember) -> list[str]:
    """All that answers to a coder, without what differs at each request."""
    number = coders.dossier.number
    client, found = as_(by), []
    for there in (
        to(coders, "reading"),
        to(coders, "dossier", number),
        to(coders, "codebook"),
        to(coders, "code-change", coders.word.pk),
        to(coders, "comparing"),
        to(coders, "settle", number, 1, coders.word.pk),
    ):
        answer = client.get(there)
        said = re.sub(
            r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode()
        )
        found.append(f"{answer.status_code} {said}")
    return found


@pytest.mark.parametrize("other_is_done", [False, True])
def test_two_worlds_look_the_same_until_both_are_done(
    coders: Coders, other_is_done: bool
) -> None:
    """F64, V1: in one the other coded nothing, in the other much; one cannot tell."""
    sent(coders, coders.coder)
    quiet = everything(coders, coders.coder)
    coders.gives(coders.lead, memo="KANARIE")
    coders.gives(coders.lead, "De jongen")
    as_(coders.lead).post(
        to(coders, "memo", coders.dossier.number), {"words": "KANARIE"}
    )
    busy = everything(coders, coders.coder)
    assert busy == quiet
    if other_is_done:
        coders.done(coders.lead)
        assert everything(coders, coders.coder) == quiet
    else:
        coders.done(coders.lead, coders.coder)
        assert "KANARIE" in "".join(everything(coders, coders.coder))


# --- the codebook ---------------------------------------------------------------------


def test_a_code_is_added_sharpened_and_ended(coders: Coders) -> None:
    """F63"""
    client = as_(coders.coder)
    told = {"name": "stilte", "definition": "Niemand zegt iets.", "under": ""}
    told["under"] = str(coders.word.pk)
    assert client.post(to(coders, "code-add"), told).status_code == 302
    made = next(e for e in coders.study.codes.all() if e.name == "stilte")
    assert made.parent == coders.word
    change = to(coders, "code-change", made.pk)
    assert "Niemand zegt iets." in client.get(change).content.decode()
    client.post(change, told | {"definition": "Niemand antwoordt."})
    assert "Niemand antwoordt." in client.get(to(coders, "codebook")).content.decode()
    assert client.post(to(coders, "code-add"), told).status_code == 422
    client.post(change, {"end": "1"})
    made.refresh_from_db()
    assert made.ended_at
    assert client.post(change, told).status_code == 422


def test_a_codebook_is_taken_in_from_a_file(coders: Coders) -> None:
    client = as_(coders.coder)

    def send(data: bytes) -> HttpResponse:
        file = SimpleUploadedFile("boek.qdc", data)
        answer: HttpResponse = client.post(to(coders, "code-import"), {"file": file})
        return answer

    assert client.get(to(coders, "code-import")).status_code == 200
    assert send(b"geen codeboek").status_code == 422
    assert send(FROM_ELSEWHERE.encode()).status_code == 302
    assert "niemand" in client.get(to(coders, "codebook")).content.decode()
    assert client.post(to(coders, "code-import")).status_code == 422


# --- comparing ------------------------------------------------------------------------


def test_two_are_laid_side_by_side_and_settle_where_they_differ(
    coders: Coders,
) -> None:
    """F64"""
    coders.gives(coders.lead)
    coders.done(coders.lead, coders.coder)
    client = as_(coders.coder)
    pair = {"first": coders.lead.pk, "second": coders.coder.pk}
    assert client.post(to(coders, "compare"), pair).status_code == 302
    there = client.get(to(coders, "comparing")).content.decode()
    settle = to(coders, "settle", coders.dossier.number, 1, coders.word.pk)
    assert settle in there
    assert client.post(settle, {"applies": "yes", "why": ""}).status_code == 422
    assert client.post(settle, {"applies": "yes", "why": "Ja."}).status_code == 302
    assert "Ja." in client.get(settle).content.decode()
    assert client.post(settle, {"applies": "no", "why": "Nee."}).status_code == 422
    assert client.post(to(coders, "compare"), {"first": "x"}).status_code == 404


# --- afterwards -----------------------------------------------------------------------


def test_after_destruction_the_room_says_openly_that_it_is_gone(
    coders: Coders,
) -> None:
    """V18: the finding stands."""
    coding = coders.gives(coders.lead, memo="let op")
    finding = coders.finding()
    coders.carry(finding, coding)
    coders.done(coders.lead, coders.coder)
    destroyed(coders.dossier)
    number = coders.dossier.number
    said = page(coders, coders.coder).content.decode()
    assert "geen vaste begeleider" not in said
    assert "let op" not in said
    assert "evaluation:code" not in said
    assert "data-coding" not in said
    assert "destroyed" in said.lower() or "vernietigd" in said.lower()
    for there in ("reading", "comparing"):
        assert as_(coders.coder).get(to(coders, there)).status_code == 200
    settle = to(coders, "settle", number, 1, coders.word.pk)
    assert as_(coders.coder).get(settle).status_code == 200
    finding.refresh_from_db()
    assert finding.words
