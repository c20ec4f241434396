"""What leaves on paper: the sheet for on the table, and the minutes: N30, F44."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.http import HttpResponse
from django.urls import reverse

from expliciet.audit.models import Line, Reason
from expliciet.casework.models import Minutes
from expliciet.documents.reading import read
from expliciet.dossiers.models import Circle
from expliciet.vault.keyring import keyring, unlock
from tests.casework.promises import agreed
from tests.factories import Table
from tests.web.casework.minuting import SECRET, made, says, spoken, to
from tests.web.dossiers.conftest import PURPOSE, At
from tests.web.dossiers.forms import words

pytestmark = pytest.mark.django_db

HOSTILE = '=HYPERLINK("x") #panic("y") {{ 7*7 }} <b>&amp; {% raw %} $x^2$ @a'


def number_in_trail() -> str:
    """The number of the last paper that left, as the trail sealed it."""
    reason = Reason.objects.order_by("-line__at", "-pk").first()
    assert reason is not None
    with keyring():
        place = reason.seal_place()
        unlock(place.scope, [place.compartment])
        return str(Reason.objects.get(pk=reason.pk).words)


def last() -> Line:
    line = Line.objects.order_by("at", "id").last()
    assert line is not None
    return line


def text_of(answer: HttpResponse) -> str:
    """What stands in a Word file, as its reader sees it."""
    with ZipFile(BytesIO(answer.content)) as file:
        told = file.read("word/document.xml").decode()
    plain = re.sub(r"<[^>]+>", "", told)
    for sign, spelled in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"')):
        plain = plain.replace(sign, spelled)
    return plain.replace("&amp;", "&")


def test_the_sheet_has_blank_lines_and_not_a_word_of_the_case(
    table: Table, at: At
) -> None:
    """N30: who, what, when, done when; what is open in references and days; and a
    number of its own, that the trail knows."""
    police = table.seat("police")
    item = spoken(table, police)
    promised = agreed(table, police, table.chair, deed="belt zijn moeder (verzonnen)")
    page = words(at(police).get(to("table-sheet", table, item.pk)))
    assert promised.reference in page
    assert "belt zijn moeder" not in page
    assert table.house.name in page
    assert table.dossier.number in page
    assert police.who in page
    line = last()
    assert (line.action, line.purpose) == ("document-taken", PURPOSE)
    assert number_in_trail() in page


def test_the_sheet_of_the_core_is_for_the_core(table: Table, at: At) -> None:
    """V3: the sheet of the table tells nothing of it, to anybody."""
    police, youth = table.seat("police"), table.seat("jeugdwerk")
    item = spoken(table, police, youth)
    secret = agreed(table, police, table.chair, circle=Circle.Kind.CORE, deed=SECRET)
    page = to("table-sheet", table, item.pk)
    assert secret.reference not in words(at(police).get(page))
    assert secret.reference in words(at(police).get(f"{page}?kring=kern"))
    client = at(youth)
    theirs = words(client.get(page))
    assert "kern" not in theirs.partition("<main")[2].partition("</main")[0]
    assert client.get(f"{page}?kring=kern").status_code == 404
    assert client.get(f"{page}?kring=anders").status_code == 404


def test_minutes_leave_as_a_pdf_and_as_a_word_file_with_their_line(
    table: Table, at: At
) -> None:
    """F44: a name without content, a number, the purpose; the line before the file."""
    police = table.seat("police")
    minutes = made(table, spoken(table, police))
    client = at(police)
    pdf = client.get(to("minutes-pdf", table, minutes.pk))
    assert pdf.content.startswith(b"%PDF")
    line = last()
    assert (line.action, line.purpose) == ("document-taken", PURPOSE)
    assert line.object_id == minutes.pk
    name = pdf.headers["Content-Disposition"]
    assert name == f'attachment; filename="{minutes.reference}-{number_in_trail()}.pdf"'
    docx = client.get(to("minutes-docx", table, minutes.pk))
    told = text_of(docx)
    for said in ("belt de school", "meldt verzuim", police.who, table.dossier.number):
        assert said in told
    assert pdf.headers["Cache-Control"] == "no-store"


def test_a_list_holds_what_it_is_called_after(table: Table, at: At) -> None:
    police = table.seat("police")
    minutes = made(table, spoken(table, police))
    says(table, minutes, police, "het was dinsdag (verzonnen)")
    client, page = at(police), to("minutes-docx", table, minutes.pk)
    actions = text_of(client.get(f"{page}?deel=acties"))
    assert "belt de school" in actions
    assert "het was dinsdag" not in actions
    decisions = text_of(client.get(f"{page}?deel=besluiten"))
    assert "belt de school" not in decisions
    assert "het was dinsdag" in text_of(client.get(page))
    assert client.get(f"{page}?deel=anders").status_code == 404


def test_what_somebody_wrote_comes_out_as_it_was_written(table: Table, at: At) -> None:
    """Nothing in a text is an instruction to whoever sets it on paper."""
    police = table.seat("police")
    item = spoken(table, police)
    agreed(table, police, table.chair, deed=HOSTILE, done_when=HOSTILE)
    table.note(table.chair, HOSTILE)
    minutes = made(table, item)
    client = at(police)
    docx = text_of(client.get(f"{to('minutes-docx', table, minutes.pk)}?volledig"))
    assert docx.count(HOSTILE) == 3
    pdf = client.get(f"{to('minutes-pdf', table, minutes.pk)}?volledig")
    told = "".join(read("verslag.pdf", pdf.content).text.split())
    for piece in HOSTILE.split():
        assert piece in told


def test_minutes_of_the_core_leave_with_nobody_else(table: Table, at: At) -> None:
    police, youth = table.seat("police"), table.seat("jeugdwerk")
    item = spoken(table, police, youth, core=True)
    minutes, core = made(table, item), made(table, item, Circle.Kind.CORE)
    client = at(youth)
    for name in ("minutes-pdf", "minutes-docx"):
        assert client.get(to(name, table, core.pk)).status_code == 404
    assert SECRET not in text_of(client.get(to("minutes-docx", table, minutes.pk)))
    core_page = to("minutes-docx", table, core.pk)
    assert SECRET in text_of(at(police).get(core_page))


def test_without_a_purpose_nothing_leaves(table: Table, at: At) -> None:
    police = table.seat("police")
    minutes = made(table, spoken(table, police))
    client = at(police, purpose="")
    answer = client.get(to("minutes-pdf", table, minutes.pk))
    asked = reverse("dossiers:purpose", args=[table.dossier.pk])
    assert answer.headers["Location"].startswith(asked)
    assert Minutes.objects.count() == 1
