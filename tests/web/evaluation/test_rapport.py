"""F66, F67, N14: a report and files that rest on evidence and give nobody away."""

import csv
import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile, is_zipfile

import docx
import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from expliciet.accounts.models import Organisation, User
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.audit.models.reason import hashed
from expliciet.dossiers.models import Dossier, Record
from expliciet.evaluation.actions.coding import finish_coding
from expliciet.evaluation.actions.comparing import compare_coders
from expliciet.evaluation.actions.responses import respond
from expliciet.evaluation.actions.studies import name_researcher
from expliciet.evaluation.agreement import Undefined
from expliciet.evaluation.charts import printed
from expliciet.evaluation.codebook_files import read
from expliciet.evaluation.figure_charts import charts
from expliciet.evaluation.figure_tables import frozen
from expliciet.evaluation.models import (
    Coding,
    Comparison,
    FactCheck,
    Response,
    StudyText,
)
from expliciet.evaluation.reconstruction import Period, reconstruct
from expliciet.evaluation.report import chapters, lacking, standing_of
from tests.documents.paper.test_pdf import elements
from tests.evaluation.finding import WORDS, destroyed
from tests.evaluation.reporting import Course
from tests.factories import AppointmentFactory, Role
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
FILES = ("report-pdf", "report-docx", "codebook-qdc", "export")
FINDING = "Begeleiders wisselen zonder overdracht."
CANARY = "Kanarie"


def browser(appointment: Any) -> Client:
    return sign_in(Client(), appointment.user)


def to(found: Course, name: str, *more: Any) -> str:
    return reverse(f"evaluation:{name}", args=[found.study.pk, *more])


def taken(found: Course, name: str, by: Any = None) -> bytes:
    answer = browser(by or found.lead).get(to(found, name))
    assert answer.status_code == 200
    return bytes(answer.content)


def words_of(content: bytes) -> str:
    """Whatever can be read in a file, also in what is packed inside it."""
    if content.startswith(b"%PDF"):
        reader = PdfReader(BytesIO(content))
        told = [page.extract_text() for page in reader.pages]
        return "\n".join([*told, str(reader.metadata), content.decode("latin-1")])
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            told = [packed.read(each).decode("latin-1") for each in packed.namelist()]
            plain = [
                packed.read(each).decode(errors="ignore") for each in packed.namelist()
            ]
            return "\n".join([*packed.namelist(), *told, *plain])
    return content.decode()


def table(content: bytes, name: str) -> list[dict[str, str]]:
    with ZipFile(BytesIO(content)) as packed:
        told = packed.read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(StringIO(told), delimiter=";"))


def complete(busy: int = 3, steps: int = 6) -> Course:
    """A study with everything that a report can tell of."""
    found = Course(busy=busy, steps=steps)
    finding = found.offered(limits="Dit zegt niets over andere huizen.")
    found.check(finding, says=FactCheck.Says.OTHERWISE, words="Het was anders.")
    check = finding.fact_checks.get()
    check.became, check.became_at = "De zin is verduidelijkt.", found.now
    check.save()
    finding.final_at = found.now
    finding.save()
    found.finding(words="Dit is nog een concept en blijft binnen.")
    asked = found.recommendation(finding, offered=True)
    answer = Response(
        recommendation=asked,
        says=Response.Says.ADAPT,
        words="Wij doen dit in de weegploeg.",
        on=found.today + timedelta(days=60),
    )
    respond(answer, by=found.partner, now=found.now)
    found.counted()
    return found


def canaries(found: Course) -> Iterator[str]:
    """What may stand nowhere: people, organisations, dossiers, records, their words."""
    own = found.lead.user.appointments.get().organisation_id
    for number, each in enumerate(Organisation.objects.exclude(pk=own)):
        each.name = f"{CANARY}huis {number}"
        each.save()
        yield each.name
        yield str(each.pk)
    for number, user in enumerate(User.objects.exclude(pk=found.lead.user_id)):
        user.name = f"{CANARY}vogel {number}"
        user.save()
        yield user.name
        yield str(user.pk)
    for dossier in Dossier.objects.all():
        yield dossier.number
        yield str(dossier.pk)
    for pk, reference in Record.objects.values_list("pk", "reference"):
        yield str(pk)
        yield f" {reference} "
    for text in StudyText.objects.all():
        yield str(text.pk)
    for chosen in found.study.dossiers.all():
        yield str(chosen.pk)
    yield WORDS
    yield "geen vaste begeleider"


def test_nothing_that_leaves_or_is_shown_holds_a_name_a_number_or_a_passage() -> None:
    """V1: over pages, charts, report and files; whom a recommendation is said to is
    told by its function."""
    found = complete()
    secret = list(canaries(found))
    assert len(secret) > 60
    client = browser(found.lead)
    pages = [to(found, "process"), to(found, "report")]
    pages += [to(found, name) for name in FILES]
    made = found.study.reconstructions.get()
    pages += [to(found, "chart", name) for name in charts(frozen(made))]
    for address in pages:
        answer = client.get(address)
        assert answer.status_code == 200
        told = words_of(answer.content) + str(answer.headers)
        if "<main" in told:
            told = told[told.index("<main") :]
        for each in secret:
            assert each not in told, (address, each)


@pytest.mark.parametrize("name", ["report-pdf", "report-docx"])
def test_the_report_tells_how_what_to_whom_and_what_not(name: str) -> None:
    """F66, F67: method, selection, figures, findings, recommendations and limits."""
    found = complete()
    told = " ".join(words_of(taken(found, name)).split())
    assert str(found.study.seed) in told
    for words in (
        FINDING,
        "Dit zegt niets over andere huizen.",
        "De zin is verduidelijkt.",
        "Draag een casus altijd over in een gesprek.",
        "Wij doen dit in de weegploeg.",
        found.police.organisation.function_name,
        found.table.house.name,
    ):
        assert words in told, words
    assert "concept en blijft binnen" not in told


def test_a_paper_can_be_heard_and_kept() -> None:
    """A pdf with marks for who listens to it, and made to be kept."""
    found = complete(busy=3, steps=2)
    content = taken(found, "report-pdf")
    catalog = PdfReader(BytesIO(content)).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    meta = catalog["/Metadata"].get_data()
    assert b"pdfuaid" in meta
    assert b"pdfaid" in meta


def said_of_pictures(name: str, content: bytes) -> list[str]:
    """What a file says of its pictures to who cannot see them."""
    if name == "report-docx":
        shapes = docx.Document(BytesIO(content)).inline_shapes
        return [each._inline.docPr.get("descr") for each in shapes]
    with pikepdf.open(BytesIO(content)) as made:
        figures = [each for each in elements(made) if each.S == "/Figure"]
        return [str(each.Alt) for each in figures]


@pytest.mark.parametrize("name", ["report-pdf", "report-docx"])
def test_the_report_has_pictures_that_say_what_they_show(name: str) -> None:
    """F58: each chart of the screen, in the same order as its table."""
    found = complete(busy=3, steps=6)
    known = charts(frozen(found.study.reconstructions.get()))
    told = said_of_pictures(name, taken(found, name))
    assert set(told) == {printed(each.draw()).told for each in known.values()}
    assert len(told) == len(known) > 5


def test_every_file_has_a_number_that_stands_in_the_trail() -> None:
    found = complete(busy=3, steps=2)
    client = browser(found.coder)
    for name in FILES:
        before = Line.objects.filter(action=Action.STUDY_EXPORTED).count()
        answer = client.get(to(found, name))
        assert answer.status_code == 200
        named = re.fullmatch(
            r'attachment; filename="(codeboek|evaluatie)-(X-\w{6})\.\w+"',
            answer["Content-Disposition"],
        )
        assert named
        assert answer["Cache-Control"] == "no-store"
        line = Line.objects.filter(action=Action.STUDY_EXPORTED).latest("at")
        assert line.object_id == found.study.pk
        salt = bytes(line.reason.salt)
        assert line.reason_hash == hashed(salt, named[2])
        assert Line.objects.filter(action=Action.STUDY_EXPORTED).count() == before + 1


def test_only_researchers_have_the_report_and_the_files() -> None:
    """V8: for a house that reads along, and for anybody else, there is no such page."""
    found = Course(busy=0)
    for by in (
        found.director,
        found.officer,
        found.partner,
        found.outsider(Role.EVALUATOR),
    ):
        client = browser(by)
        for name in ("report", *FILES):
            assert client.get(to(found, name)).status_code == 404
    found.lead.left_at = timezone.now()
    found.lead.save()
    assert browser(found.lead).get(to(found, "report")).status_code == 404


def test_the_page_says_what_lacks_before_it_is_made() -> None:
    empty = Course(busy=0)
    assert len(lacking(standing_of(empty.lead))) == 4
    html = browser(empty.lead).get(to(empty, "report")).content.decode()
    for words in lacking(standing_of(empty.lead)):
        assert words in html
    for name in FILES:
        assert to(empty, name) in html
    full = complete(busy=3, steps=1)
    assert len(lacking(standing_of(full.lead))) == 2


def test_a_report_can_be_made_of_a_study_that_found_nothing_yet() -> None:
    found = Course(busy=0)
    for name in FILES:
        assert taken(found, name)


def test_the_codebook_goes_out_and_in_again() -> None:
    """F63: nested, with what stands for what; what ended is left out."""
    found = Course(busy=0)
    above = found.code("overdracht", example="Verzonnen.", counter_example="Verlof.")
    ended = found.code("oud", parent=above, ended_at=found.now)
    found.code("warm", parent=ended)
    codes = read(taken(found, "codebook-qdc"))
    assert [each.name for each in codes] == ["overdracht"]
    assert codes[0].guid == above.guid
    assert codes[0].counter_example == "Verlof."
    assert [each.name for each in codes[0].children] == ["warm"]


def test_tables_hold_places_and_no_words_and_say_what_columns_mean() -> None:
    found = complete(busy=3, steps=6)
    content = taken(found, "export")
    coding = Coding.objects.get()
    row = table(content, "coderingen")[0]
    assert row["codeur"] in ("codeur-1", "codeur-2")
    assert row["nummer"] == str(found.dossier.number)
    assert (int(row["begint"]), int(row["eindigt"])) == (coding.begins, coding.ends)
    assert table(content, "codeboek")[0]["naam"] == "wisseling"
    assert [each["woorden"] for each in table(content, "bevindingen")] == [FINDING]
    assert table(content, "aanbevelingen")[0]["antwoord_waarom"].startswith("Wij doen")
    with ZipFile(BytesIO(content)) as packed:
        names = set(packed.namelist())
    meant = table(content, "datawoordenboek")
    assert {each["bestand"] for each in meant} == names - {"datawoordenboek.csv"}
    assert all(each["betekenis"] for each in meant)


def test_how_far_coders_agreed_stands_in_the_report_and_in_a_table() -> None:
    """F64: as it was before anything was settled, and why a figure is not given."""
    found = Course(busy=0)
    found.coding(found.lead)
    for member in (found.lead, found.coder):
        finish_coding(found.dossier, by=member, now=found.now)
    comparison = Comparison(first=found.lead, second=found.coder)
    compare_coders(comparison, by=found.lead, now=found.now)
    content = taken(found, "export")
    overall, code = table(content, "overeenstemming")
    assert (overall["code"], code["code"]) == ("", "1")
    assert {overall["eerste"], overall["tweede"]} == {"codeur-1", "codeur-2"}
    assert (overall["teksten"], overall["alleen_eerste"]) == ("1", "1")
    assert (overall["gelijk"], overall["alpha"]) == ("0,0", "")
    assert overall["waarom_niet"] == "too-few"
    told = words_of(taken(found, "report-docx"))
    assert str(Undefined.TOO_FEW.label) in told


def test_a_coder_who_is_not_done_takes_no_work_of_another_along() -> None:
    """F64: blind on the screen is blind in a file."""
    found = Course(busy=0)
    found.coding(found.coder)
    assert table(taken(found, "export", found.lead), "coderingen") == []
    assert len(table(taken(found, "export", found.coder), "coderingen")) == 1


def test_how_far_others_agreed_is_in_no_file_of_who_still_codes_blind() -> None:
    """F64: it tells by code how often others gave it."""
    found = Course(busy=0)
    found.coding(found.coder)
    evaluator = AppointmentFactory(
        organisation=found.director.organisation, role=Role.EVALUATOR
    )
    third = name_researcher(
        found.study, evaluator.user, "coder", by=found.director, now=found.now
    )
    for member in (found.lead, found.coder):
        finish_coding(found.dossier, by=member, now=found.now)
    comparison = Comparison(first=found.lead, second=found.coder)
    compare_coders(comparison, by=found.lead, now=found.now)
    assert table(taken(found, "export", third), "overeenstemming") == []
    assert standing_of(third).agreement is None
    finish_coding(found.dossier, by=third, now=found.now)
    assert table(taken(found, "export", third), "overeenstemming")
    assert standing_of(third).agreement


def test_figures_in_a_file_are_those_that_were_frozen() -> None:
    """V18: they are the suppressed ones, and stay so when a dossier goes."""
    found = complete(busy=3, steps=6)
    before = table(taken(found, "export"), "cijfers")
    made = frozen(found.study.reconstructions.get())
    period = Period(found.study.begins_on, found.study.until)
    bare = reconstruct(found.dossiers, period, made.now)
    told = [each for each in before if each["getoond"] == "ja"]
    assert told
    for each in before:
        cell = bare.measure(each["maat"]).cell(each["rij"], each["deel"])
        if each["getoond"] == "ja":
            assert int(each["aantal"]) == cell.number
        else:
            assert each["aantal"] == ""
    destroyed(found.study.dossiers.last())
    destroyed(found.study.dossiers.first())
    assert table(taken(found, "export"), "cijfers") == before
    assert taken(found, "report-pdf")


def test_the_report_asks_no_more_however_much_was_found(
    django_assert_max_num_queries: Any,
) -> None:
    found = complete(busy=3, steps=1)
    for _ in range(5):
        found.recommendation(found.final(), offered=True)
    client = browser(found.lead)
    client.get(to(found, "report"))
    with django_assert_max_num_queries(60):
        client.get(to(found, "report"))


def test_every_chapter_tells_something() -> None:
    found = complete(busy=3, steps=1)
    for chapter in chapters(found.study, standing_of(found.lead)):
        assert chapter.title
        assert any(each.blocks for each in chapter.parts)
