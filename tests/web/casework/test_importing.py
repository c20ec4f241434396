"""Old minutes taken over, one line at a time: F44, F86, N11."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.models import Agreement, Expectation, Idea, OpenPoint
from expliciet.dossiers.models import Attachment, Draft, Heading
from tests.casework.approach import in_days
from tests.factories import Table, unlock_all
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, actions, last_line, words
from tests.web.dossiers.looking import page_of

pytestmark = pytest.mark.django_db

REPORT = "Het was vorige week rustig in de straat (verzonnen)."
HELD = timezone.localdate() - timedelta(days=20)
ORIGIN = (
    f"(overgenomen uit het verslag van {date_format(HELD, 'DATE_FORMAT')}, "
    "gekregen van het wijkteam)"
)


def lines_of(table: Table) -> list[str]:
    """A promise, a wish, a decision, an idea, and between them plain report."""
    police, ggz = table.seat("police"), table.seat("GGZ")
    return [
        (
            f"{police.who} belt school vóór {in_days(6):%d-%m-%Y} over het rooster, "
            "klaar als er een gesprek gepland is."
        ),
        REPORT,
        f"Verwacht van {ggz.organisation.name}: meldt het als hij niet komt.",
        "Besluit: we schalen niet op (verzonnen).",
        "Idee: een maatje van de sportclub (verzonnen).",
    ]


def as_docx(lines: list[str]) -> SimpleUploadedFile:
    document, kept = docx.Document(), BytesIO()
    for each in lines:
        document.add_paragraph(each)
    document.save(kept)
    return SimpleUploadedFile("verslag.docx", kept.getvalue())


def as_txt(lines: list[str]) -> SimpleUploadedFile:
    return SimpleUploadedFile("verslag.txt", "\n\n".join(lines).encode())


def address(table: Table) -> str:
    return reverse("casework:import", args=[table.dossier.pk])


def hand_in(client: Client, table: Table, **more: Any) -> Any:
    said = {"held_on": HELD.isoformat(), "source": "het wijkteam"}
    return client.post(address(table), said | more)


def shown(client: Client, table: Table) -> Any:
    return client.get(address(table))


def answer(client: Client, table: Table, do: str = "record", **more: str) -> Any:
    """What stands on the page, sent as it stands, to the whole table."""
    page = shown(client, table).context
    form = page["parts"].form
    sent = {each.name: each.value() or "" for each in form.visible_fields()}
    for chosen in ("named", "with_others"):
        sent.pop(chosen, None)
    sent |= {"which": page["proposal"].number, "hears": table.hears(table.chair)}
    return client.post(address(table), sent | {"do": do} | more)


@pytest.mark.parametrize("as_file", [as_docx, as_txt])
def test_each_line_of_a_file_is_proposed_and_recorded_one_by_one(
    table: Table, at: At, as_file: Any
) -> None:
    """F44, F86: four of five, not the report; each bears where it is from."""
    lines, chair = lines_of(table), at(table.chair)
    assert hand_in(chair, table, file=as_file(lines)).status_code == REDIRECTED
    page = shown(chair, table)
    assert page.context["left"].total == len(lines) - 1
    assert "belt school" in words(page)
    assert not Agreement.objects.exists()
    before = timezone.now()
    assert answer(chair, table).status_code == REDIRECTED
    unlock_all(table.dossier)
    made = Agreement.objects.get()
    assert (made.due_on, made.done_when) == (in_days(5), "er een gesprek gepland is")
    assert (made.why, made.recorded_at >= before) == (ORIGIN, True)
    answer(chair, table, answer_by=in_days(3).isoformat())
    unlock_all(table.dossier)
    assert Expectation.objects.get().why == ORIGIN
    answer(chair, table, do="leave")
    unlock_all(table.dossier)
    point = OpenPoint.objects.get()
    assert (point.meant, (point.text or "").endswith(ORIGIN)) == ("decision", True)
    ended = answer(chair, table)
    unlock_all(table.dossier)
    assert (Idea.objects.get().text or "").endswith(ORIGIN)
    assert ended.headers["Location"].endswith("?deel=samenwerking")
    assert not Draft.objects.exists()
    assert "open gebleven: 1" in words(chair.get(ended.headers["Location"]))
    told = set(actions())
    assert {"agreed", "expected", "left-open", "idea-parked"} <= told


def test_what_is_shown_leaves_a_line_and_asks_no_more_for_more(
    table: Table, at: At
) -> None:
    """N11: the same number of questions whether one waits or many."""
    lines, chair = lines_of(table), at(table.chair)
    asked = []
    for many in (lines[:1], lines):
        hand_in(chair, table, file=as_txt(many))
        with CaptureQueriesContext(connection) as each:
            assert shown(chair, table).status_code == 200
        asked.append(len(each))
        assert last_line().action == Action.DOSSIER_READ
        answer(chair, table, do="stop")
    assert asked[0] == asked[1] < 60


def test_the_file_is_not_kept_and_nothing_of_it_lies_open(table: Table, at: At) -> None:
    """F86: what waits is one draft, sealed for whoever takes it over."""
    chair = at(table.chair)
    hand_in(chair, table, file=as_txt(lines_of(table)))
    assert not Attachment.objects.exists()
    (draft,) = Draft.objects.all()
    assert draft.form == "casework:import/left"
    with connection.cursor() as cursor:
        for model in (Draft, Line):
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            for row in cursor.fetchall():
                for cell in row:
                    raw = bytes(cell) if isinstance(cell, memoryview) else cell
                    assert "rooster" not in str(raw)
                    assert "wijkteam" not in str(raw)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("verslag.docx", b"MZ\x90\x00 no document", "naam en de inhoud"),
        ("verslag.docx", b"PK\x03\x04broken", "beschadigd"),
        ("verslag.odt", b"<html></html>", "naam en de inhoud"),
        ("verslag.txt", b"", "leeg"),
        ("verslag.txt", b"\x00\x01\x02" * 99, "leesbare tekst"),
        ("verslag.html", b"<div>" * 5_000 + b"x", "te ingewikkeld"),
    ],
)
def test_a_hostile_file_is_refused_in_plain_words(
    table: Table, at: At, name: str, content: bytes, said: str
) -> None:
    chair = at(table.chair)
    refused = hand_in(chair, table, file=SimpleUploadedFile(name, content))
    assert refused.status_code == REFUSED
    assert said in words(refused)
    assert "het wijkteam" in words(refused)
    assert not Draft.objects.exists()


def test_what_lacks_is_said_and_what_was_pasted_still_stands(
    table: Table, at: At
) -> None:
    chair = at(table.chair)
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    refused = hand_in(chair, table, pasted=REPORT, held_on=tomorrow)
    assert refused.status_code == REFUSED
    assert list(refused.context["form"].errors) == ["held_on"]
    assert REPORT in words(refused)
    nothing = hand_in(chair, table, pasted=REPORT)
    assert nothing.status_code == REFUSED
    assert "geen afspraak" in words(nothing)
    assert hand_in(chair, table).status_code == REFUSED
    assert not Draft.objects.exists()


def test_what_is_skipped_is_gone_and_nothing_is_recorded_twice(
    table: Table, at: At
) -> None:
    """F44: answered in another window already: then nothing happens again."""
    chair = at(table.chair)
    hand_in(chair, table, pasted="\n\n".join(lines_of(table)))
    answer(chair, table, do="skip")
    assert shown(chair, table).context["proposal"].number == 2
    again = chair.post(address(table), {"which": "1", "do": "record"}, follow=True)
    assert "al beantwoord" in words(again)
    assert not Agreement.objects.exists()
    hand_in(chair, table, pasted="Besluit: iets anders (verzonnen).")
    assert shown(chair, table).context["left"].total == len(lines_of(table)) - 1


def test_a_refused_one_keeps_its_words_and_waits(table: Table, at: At) -> None:
    chair = at(table.chair)
    hand_in(chair, table, pasted="Er wordt gebeld met de school (verzonnen).")
    refused = answer(chair, table, why="omdat het moet")
    assert refused.status_code == REFUSED
    assert "omdat het moet" in words(refused)
    assert ORIGIN not in (refused.context["parts"].form["why"].value() or "")
    assert not Agreement.objects.exists()
    assert answer(chair, table, do="leave").status_code == REDIRECTED
    unlock_all(table.dossier)
    assert (OpenPoint.objects.get().text or "").endswith(ORIGIN)


def test_what_was_typed_over_the_parts_is_found_again(table: Table, at: At) -> None:
    chair = at(table.chair)
    hand_in(chair, table, pasted=lines_of(table)[0])
    kept = {
        "draft_form": "casework:import",
        "draft_dossier": str(table.dossier.pk),
        "which": "1",
        "deed": "belt de mentor (verzonnen)",
    }
    chair.post(reverse("drafts:keep"), kept)
    assert "belt de mentor (verzonnen)" in words(shown(chair, table))
    answer(chair, table)
    unlock_all(table.dossier)
    assert Agreement.objects.get().deed == "belt de mentor (verzonnen)"
    assert not Draft.objects.exists()


def test_a_day_that_has_passed_is_not_agreed_any_more(table: Table, at: At) -> None:
    """F86: the past is not made up: it stays open, and the page says why."""
    police, chair = table.seat("police"), at(table.chair)
    day = HELD + timedelta(days=6)
    hand_in(
        chair,
        table,
        pasted=f"{police.who} belt vóór {day:%d-%m-%Y} met de school (verzonnen).",
    )
    page = shown(chair, table)
    assert page.context["parts"].why_open
    assert "is voorbij" in words(page)
    assert 'value="record"' not in words(page)
    assert answer(chair, table).status_code == REDIRECTED
    assert not Agreement.objects.exists()
    unlock_all(table.dossier)
    point = OpenPoint.objects.get()
    assert (point.meant, (point.text or "").endswith(ORIGIN)) == ("agreement", True)


def test_only_who_records_here_takes_over(table: Table, at: At) -> None:
    police = table.seat("police")
    stranger = Table(house=table.house, now=table.now).seat("GGZ")
    assert at(police).get(address(table)).status_code == 403
    assert at(stranger).get(address(table)).status_code == 404
    link = f'href="{address(table)}"'
    assert link in words(at(table.chair).get(page_of(table, deel="samenwerking")))
    assert link not in words(at(police).get(page_of(table, deel="samenwerking")))


def test_each_dossier_and_each_person_has_its_own_draft(table: Table, at: At) -> None:
    other = Table(house=table.house, now=table.now)
    chair, deputy = at(table.chair), at(table.substitute)
    hand_in(chair, table, pasted="Besluit: hier niet opschalen (verzonnen).")
    assert "left" not in shown(deputy, table).context
    hand_in(deputy, table, pasted="Besluit: daar wel opschalen (verzonnen).")
    elsewhere = at(other.chair)
    assert "left" not in shown(elsewhere, other).context
    assert "hier niet opschalen" in words(shown(chair, table))
    assert "hier niet opschalen" not in words(shown(deputy, table))
    assert Draft.objects.count() == 2


def test_a_dossier_that_was_running_asks_for_it_until_something_stands(
    table: Table, at: At
) -> None:
    """F86: only of whoever records, and only where it was taken over."""
    chair = at(table.chair)
    asks = "er is nog niets overgenomen"
    assert asks not in words(chair.get(page_of(table)))
    Heading.objects.filter(dossier=table.dossier).update(running_since=HELD)
    assert asks in words(chair.get(page_of(table)))
    assert asks not in words(at(table.seat("police")).get(page_of(table)))
    hand_in(chair, table, pasted="Besluit: we schalen niet op (verzonnen).")
    answer(chair, table, do="leave")
    assert asks not in words(chair.get(page_of(table)))
