"""F58, F86: figures in tables and charts say the same; explicit texts never alone."""

import pytest

from expliciet.evaluation.figure_charts import COURSE, charts
from expliciet.evaluation.figure_tables import BESIDE, THEMES, hidden, tables
from expliciet.evaluation.reconstruction import ALL, Figures, reconstruct, suppressed
from tests.evaluation.reconstruction.busy import Reported, busy
from tests.evaluation.reconstruction.test_reconstructing import BEGIN, PERIOD

pytestmark = pytest.mark.django_db


def figures() -> Figures:
    dossier = busy(Reported(now=BEGIN))
    return reconstruct([dossier], PERIOD, BEGIN + (PERIOD.end - BEGIN.date()))


def test_every_figure_has_a_chart_and_a_table_of_the_same_numbers() -> None:
    told = figures()
    drawn, known = charts(told), tables(told)
    assert set(drawn) == {*known, COURSE} - {BESIDE}
    for name, each in drawn.items():
        picture = each.draw().decode()
        assert picture.count("<svg ") == 1
        assert each.caption.endswith(".")
        if name in known and name != "explicitness":
            shown = [cell.words for cell in known[name].course[0].cells]
            assert any(f">{words}<" in picture for words in shown)
    assert [name for theme in THEMES for name in theme.figures] == list(known)


def test_explicit_texts_stand_beside_what_came_of_them() -> None:
    """F86: the share that was answered, agreements kept and impasses ended."""
    told = figures()
    beside = tables(told)[BESIDE]
    whole = next(row for row in beside.course if row.name == ALL)
    asked = told.measure("explicitness")
    answered = asked.share(ALL, "answered")
    assert answered is not None
    assert whole.cells[0].words == f"{round(100 * answered)}%"
    assert [each.words.split()[0] for each in whole.cells[1:]] == ["1", "1"]
    assert [each.words.split()[-1] for each in whole.cells[1:]] == ["4", "2"]


def test_what_may_not_be_told_has_no_chart_and_says_so_in_its_table() -> None:
    told = suppressed(figures(), 5)
    assert charts(told) == {}
    for each in tables(told).values():
        assert not each.tells_anything
        assert {cell for row in each.rows for cell in row.cells} == {hidden()}
