"""F58, F63: how the process went, in figures that anybody concerned reads alike."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.evaluation.figure_charts import charts, pictures
from expliciet.evaluation.figure_tables import THEMES, frozen, hidden, tables
from expliciet.evaluation.models import Reconstruction
from expliciet.evaluation.reconstruction import label_of_part, label_of_row
from expliciet.evaluation.reconstruction.naming import counted
from tests.evaluation.finding import destroyed
from tests.evaluation.reconstruction.plainly import Fact, facts, stands_in
from tests.evaluation.reporting import Course
from tests.factories import Role
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def browser(appointment: Any) -> Client:
    return sign_in(Client(), appointment.user)


def to(found: Course, name: str, *more: Any) -> str:
    return reverse(f"evaluation:{name}", args=[found.study.pk, *more])


def page(found: Course, by: Any = None, query: str = "") -> str:
    answer = browser(by or found.lead).get(to(found, "process") + query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def cells_on(html: str, title: str) -> dict[tuple[str, str], str]:
    """What stands on the page under one title, by the words of its row and column."""
    article = next(
        each
        for each in re.split(r'<article class="measure"', html)
        if f'">{title}</h3>' in unescape(each)
    )
    found = {}
    for row in re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", article, re.DOTALL):
        label, _end, told = row.partition("</th>")
        for name, words in re.findall(r'<td data-name="(.*?)".*?>(.*?)</td>', told):
            found[unescape(label), unescape(name)] = words
    return found


def capital(words: Any) -> str:
    return str(words)[0].upper() + str(words)[1:]


def test_every_number_on_the_page_is_the_one_found_by_hand() -> None:
    """F63, N15: from the rows in the database to the cell that somebody reads, along
    a second path; what is not the same is not shown."""
    found = Course(busy=3, steps=6)
    now = timezone.now()
    made = found.counted(now)
    plain = [fact for each in found.dossiers for fact in facts(each, now)]
    html, compared = page(found), 0
    for measure in frozen(made).measures:
        if f'id="figure-{measure.name}"' not in html:
            continue
        for (row, part), words in cells_on(
            html, str(counted(measure.name).title)
        ).items():
            if not words.isdigit():
                assert words == hidden().words or "%" in words
                continue
            name, key = key_of(measure, row, part)
            here = [each for each in plain if is_in(each, measure.name, name, key)]
            assert int(words) == len(here), (measure.name, row, part)
            assert len({each.dossier for each in here}) >= 3
            compared += 1
    assert compared > 20


def key_of(measure: Any, row: str, part: str) -> tuple[str, str]:
    rows = {
        capital(label_of_row(measure.name, each)): each for each in measure.rows.names()
    }
    parts = {
        capital(label_of_part(measure.name, each)): each
        for each in (*measure.parts, "total")
    }
    return rows[row], parts[part]


def is_in(fact: Fact, measure: str, row: str, part: str) -> bool:
    return (
        fact.measure == measure
        and stands_in(fact, row)
        and part in (fact.part, "total")
    )


def test_researchers_and_the_offices_that_decide_see_it_and_nobody_else() -> None:
    """V8: partners get what is offered to them; who counts is a researcher."""
    found = Course(busy=3, steps=1)
    found.counted()
    for by in (found.lead, found.coder, found.director, found.officer):
        assert "2025" in page(found, by) or "2026" in page(found, by)
    for by in (found.partner, found.outsider(), found.outsider(Role.EVALUATOR)):
        client = browser(by)
        assert client.get(to(found, "process")).status_code == 404
        assert client.get(to(found, "chart", "reports")).status_code == 404
        assert client.post(to(found, "reconstruct")).status_code == 404
    for by in (found.director, found.officer):
        assert browser(by).post(to(found, "reconstruct")).status_code == 404
        assert to(found, "reconstruct") not in page(found, by)
    assert Reconstruction.objects.count() == 1


def test_counting_is_pressed_once_and_stands() -> None:
    found = Course(busy=3, steps=1)
    client = browser(found.lead)
    answer = client.post(to(found, "reconstruct"), follow=True)
    assert answer.redirect_chain == [(to(found, "process"), 302)]
    made = Reconstruction.objects.get()
    assert made.by == found.lead.user
    before = cells_on(page(found), str(counted("reports").title))
    destroyed(found.study.dossiers.last())
    assert cells_on(page(found), str(counted("reports").title)) == before
    assert Line.objects.filter(action=Action.STUDY_READ, object_id=made.pk).exists()


def test_what_would_tell_too_much_is_refused_in_plain_words() -> None:
    found = Course(busy=3, steps=0)
    client = browser(found.lead)
    client.post(to(found, "reconstruct"))
    found.add(steps=0)
    answer = client.post(to(found, "reconstruct"), follow=True)
    assert answer.status_code == 200
    assert "3 dossiers" in answer.content.decode()
    assert Reconstruction.objects.count() == 1


def test_earlier_figures_stay_to_be_seen() -> None:
    found = Course(busy=3, steps=0)
    found.counted()
    for _ in range(3):
        found.add(steps=1)
    found.counted()
    latest, first = page(found), page(found, query="?van=1")
    assert "?van=1" in latest
    assert "?van=2" in first
    assert "?van=2" not in latest.replace("svg?van=2", "")
    assert browser(found.lead).get(to(found, "process") + "?van=9").status_code == 404
    assert browser(found.lead).get(to(found, "process") + "?van=x").status_code == 404


def test_the_page_begins_with_a_list_of_what_stands_on_it() -> None:
    """Each link goes to a title on this page; what was counted before is in it too."""
    found = Course(busy=3, steps=6)
    found.counted()
    html = page(found)
    listed = re.findall(r'href="#(.*?)"', html[html.index('class="themes"') :])
    assert listed == [each.name for each in THEMES]
    for _ in range(3):
        found.add(steps=1)
    found.counted()
    html = page(found)
    contents, _end, rest = html[html.index('class="themes"') :].partition("</nav>")
    listed = re.findall(r'href="#(.*?)"', contents)
    assert listed == [*(each.name for each in THEMES), "others-title"]
    assert [each for each in listed if f'id="{each}"' not in rest] == []


def test_a_table_is_folded_only_under_a_chart_of_the_same_numbers() -> None:
    """Every figure of which anything is told has its table, and each fold its name."""
    found = Course(busy=3, steps=6)
    made = found.counted()
    drawn, articles = charts(frozen(made)), page(found).split("<article")[1:]
    folded = 0
    for name, table in tables(frozen(made)).items():
        article = next(each for each in articles if f'"figure-{name}"' in each)
        assert article.count("<table") == int(table.tells_anything), name
        if not table.tells_anything:
            continue
        is_open = '<details class="measure__numbers" open>' in article
        assert is_open != bool(pictures(name, drawn)), name
        assert re.search(r"<summary>.*?: (.*?)</span></summary>", article), name
        folded += not is_open
    assert folded > 3


def test_a_chart_is_a_picture_that_asks_for_nothing_and_leaves_a_line() -> None:
    """V6: with a policy of its own; words of it stand in the table beside it."""
    found = Course(busy=3, steps=6)
    made = found.counted()
    client, html = browser(found.lead), page(found)
    names = list(charts(frozen(made)))
    assert len(names) > 3
    for name in names:
        there = to(found, "chart", name)
        assert f'src="{there}?van=1"' in html
        lines = Line.objects.filter(action=Action.STUDY_READ).count()
        answer = client.get(there)
        assert answer["Content-Type"] == "image/svg+xml"
        policy = answer["Content-Security-Policy"]
        assert policy == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        assert answer.content.startswith(b"<?xml")
        assert Line.objects.filter(action=Action.STUDY_READ).count() == lines + 1
    assert client.get(to(found, "chart", "nothing")).status_code == 404


def test_before_anything_was_counted_the_page_says_so() -> None:
    found = Course(busy=0)
    assert to(found, "reconstruct") in page(found)
    assert to(found, "reconstruct") not in page(found, found.officer)
    assert browser(found.lead).get(to(found, "chart", "reports")).status_code == 404


def test_it_asks_no_more_however_often_was_counted(
    django_assert_max_num_queries: Any,
) -> None:
    found = Course(busy=3, steps=1)
    for _ in range(6):
        found.counted()
    client = browser(found.lead)
    client.get(to(found, "process"))
    with django_assert_max_num_queries(40):
        client.get(to(found, "process"))
