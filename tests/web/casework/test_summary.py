"""A dossier in short, taken along on paper: F87, N6, V3; only what one seat hears."""

from collections.abc import Iterable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from expliciet.casework.actions.expectations import answer_expectation
from expliciet.casework.models import Answer, Contribution, Goal
from expliciet.documents.reading import read
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Seat
from expliciet.web.casework.use_marks import WARNING
from tests.casework.approach import level, step
from tests.casework.promises import agreed, expected
from tests.casework.reading import brought_in, otherwise, read_together
from tests.casework.stuck import QUESTION, stand, stuck
from tests.factories import Table
from tests.web.casework.deciding import a_goal, an_exit, decide, plan
from tests.web.casework.minuting import to
from tests.web.casework.test_table_sheet import (
    HOSTILE,
    last,
    number_in_trail,
    text_of,
)
from tests.web.dossiers.conftest import PURPOSE, At
from tests.web.dossiers.forms import words

pytestmark = pytest.mark.django_db

SECRET = "GEHEIM van de kern (verzonnen)"


def whole(table: Table, police: Seat) -> None:
    """Something of everything that stands on it."""
    fact = brought_in(table, police)
    reading = read_together(table, [fact])
    otherwise(table, reading, police)
    step(table, level(table))
    decide(table, [table.chair, police])
    an_exit(table)
    plan(table, a_goal(table, table.chair), police)
    agreed(table, police, table.chair)
    expected(table, table.chair, police)
    stand(table, stuck(table, police), police, "wij staan hier (verzonnen)")


def docx(client: Client, table: Table) -> str:
    answer = client.get(to("summary-docx", table))
    assert answer.status_code == 200
    return text_of(answer)


def test_it_holds_all_that_still_stands(table: Table, at: At) -> None:
    """F87: from the head of the dossier to where the table is stuck."""
    police = table.seat("police")
    whole(table, police)
    told = docx(at(police), table)
    head = (table.dossier.number, table.dossier.working_name, police.who, PURPOSE)
    read_so = ("Boos om een sluiting", "wij zien hem weinig", "wij zien het anders")
    rest = ("er kwam iets bij", "dat zagen wij", "Hij heeft werk.", "Een jobcoach")
    promised = ("belt de school", "een gesprek is gepland", "meldt verzuim")
    blocked = (QUESTION, "wij staan hier")
    decided = ("De wijkagent praat met hem.", "kent hem al lang")
    for said in (*head, *read_so, *rest, *promised, *blocked, *decided):
        assert said in told, said
    pdf = at(police).get(to("summary-pdf", table))
    assert pdf.content.startswith(b"%PDF")
    assert "belt de school" in read("samenvatting.pdf", pdf.content).text


def test_what_the_core_said_is_on_no_summary_of_another(table: Table, at: At) -> None:
    """V3: nor in how much there is of it; two worlds, one summary."""
    police, youth = table.seat("police"), table.seat("jeugdwerk")
    an_exit(table)
    client = at(youth)
    before = docx(client, table), words(client.get(to("summary", table)))
    fact = brought_in(table, table.chair, SECRET, circle="core")
    read_together(table, [fact], circle="core", summary=SECRET)
    decide(table, [table.chair], circle="core", outcome=SECRET)
    agreed(table, table.chair, circle="core", deed=SECRET)
    goal = a_goal(table, table.chair, circle="core")
    plan(table, goal, table.chair, circle="core", deed=SECRET)
    stuck(table, table.chair, circle="core", question=SECRET)
    after = docx(client, table), words(client.get(to("summary", table)))
    assert SECRET not in after[0]
    assert paragraphs(before[0]) == paragraphs(after[0])
    assert listed(before[1]) == listed(after[1])
    assert docx(at(police), table).count(SECRET) >= 4


def paragraphs(told: str) -> str:
    """All of it but the number of the copy and its moment, at the foot."""
    return told.partition("Gemaakt voor")[0]


def listed(page: str) -> str:
    return page.partition('<ul class="bullets"')[2].partition("</ul>")[0]


def test_limits_of_use_go_along(table: Table, at: At) -> None:
    """N6: of what the shown records rest on."""
    police = table.seat("police")
    fact = brought_in(table, police)
    Contribution.objects.filter(pk=fact.contribution_id).update(
        use=Contribution.Use.CARE
    )
    read_together(table, [fact])
    told = docx(at(police), table)
    assert fact.contribution.reference in told
    assert str(WARNING) in told


def test_the_page_says_what_goes_along_and_asks_for_what(table: Table, at: At) -> None:
    police = table.seat("police")
    whole(table, police)
    page = words(at(police).get(to("summary", table)))
    for said in ("Wat gaat mee", PURPOSE, to("summary-docx", table)):
        assert said in page
    assert "belt de school" not in page
    assert last().action == "dossier-read"


def test_its_line_is_there_before_it_leaves_with_its_purpose(
    table: Table, at: At
) -> None:
    """The purpose is that of today, or another one of the house; by its place."""
    police = table.seat("police")
    client = at(police)
    answer = client.get(to("summary-pdf", table))
    line = last()
    assert (line.action, line.object_id) == ("document-taken", table.dossier.pk)
    assert line.purpose == PURPOSE
    name = f"{table.dossier.number}-{number_in_trail()}.pdf"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.get(f"{to('summary-pdf', table)}?doel=0").status_code == 200
    for wrong in ("99", "x", "-1"):
        assert client.get(f"{to('summary-pdf', table)}?doel={wrong}").status_code == 404


def test_what_somebody_wrote_comes_out_as_it_was_written(table: Table, at: At) -> None:
    police = table.seat("police")
    agreed(table, police, deed=HOSTILE)
    decide(table, [table.chair], outcome=HOSTILE)
    assert docx(at(police), table).count(HOSTILE) == 2
    pdf = at(police).get(to("summary-pdf", table))
    told = "".join(read("samenvatting.pdf", pdf.content).text.split())
    for piece in HOSTILE.split():
        assert piece in told


def test_where_nothing_stands_it_says_so(table: Table, at: At) -> None:
    told = docx(at(table.seat("police")), table)
    assert "Niets." in told
    assert table.dossier.number in told


def test_what_was_taken_back_replaced_or_answered_is_not_on_it(
    table: Table, at: At
) -> None:
    """Also not what stood there before it; what was done under a goal stays with it."""
    police = table.seat("police")
    an_exit(table)
    gone = decide(table, [table.chair], outcome="ingetrokken besluit")
    withdraw(gone, "vergist", by=table.chair, now=table.tick())
    goal = a_goal(table, table.chair)
    plan(table, goal, police)
    anew = Goal(domain="work", text="Hij houdt werk.", seen_by="loon", why_changed="x")
    correct(anew, goal, by=table.chair, now=table.tick())
    asked_of = expected(table, table.chair, police, text="iets verwacht")
    no = Answer(expectation=asked_of, says=Answer.Says.NO, words="kan niet")
    answer_expectation(no, by=police, now=table.tick())
    told = docx(at(police), table)
    for old in ("ingetrokken besluit", "Hij heeft werk.", "iets verwacht"):
        assert old not in told
    assert told.index("Hij houdt werk.") < told.index("Een jobcoach")
    assert "Zonder doel" not in told


def test_whoever_does_not_sit_there_gets_nothing(table: Table, at: At) -> None:
    other = Table(table.house, now=table.now)
    stranger = at(other.seat("police"))
    for name in ("summary", "summary-pdf", "summary-docx"):
        assert stranger.get(to(name, table)).status_code == 404


def test_without_a_purpose_nothing_leaves(table: Table, at: At) -> None:
    client = at(table.seat("police"), purpose="")
    asked = reverse("dossiers:purpose", args=[table.dossier.pk])
    for name in ("summary", "summary-pdf", "summary-docx"):
        assert client.get(to(name, table)).headers["Location"].startswith(asked)


def test_more_of_everything_asks_the_database_no_more(table: Table, at: At) -> None:
    """C9."""
    police = table.seat("police")
    whole(table, police)
    client = at(police)
    docx(client, table)
    few = asked(client, [to("summary", table), to("summary-docx", table)])
    whole_again(table, police)
    assert asked(client, [to("summary", table), to("summary-docx", table)]) == few


def whole_again(table: Table, police: Seat) -> None:
    decide(table, [table.chair, police])
    plan(table, a_goal(table, table.chair), police)
    agreed(table, police, table.chair)
    expected(table, table.chair, police)
    stand(table, stuck(table, police), police)


def asked(client: Client, addresses: Iterable[str]) -> list[int]:
    found = []
    for address in addresses:
        with CaptureQueriesContext(connection) as counted:
            assert client.get(address).status_code == 200
        found.append(len(counted))
    return found
