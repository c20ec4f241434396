"""F87: a house brings its own letter paper, and every Word file is set on it."""

import io
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from expliciet.accounts.models import HouseTemplate
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.documents.paper import own_template
from tests.casework.meeting import on_roster
from tests.factories import AppointmentFactory, Role, Table
from tests.signing_in import force_login
from tests.web.dossiers.conftest import At, at, table  # noqa: F401
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words

pytestmark = pytest.mark.django_db

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def ours_in(letters: str) -> bytes:
    """Our own template with something of the house in it."""
    taken, made = io.BytesIO(own_template()), io.BytesIO()
    with ZipFile(taken) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/styles.xml":
                content = content.replace(b"Calibri", letters.encode())
            new.writestr(name, content)
    return made.getvalue()


def brought(content: bytes, name: str = "papier.docx") -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, content, WORD)}


def test_a_house_sets_its_paper_and_every_word_file_is_set_on_it(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    chair = at(table.chair)
    address = reverse("house:template", args=[table.house.pk])
    assert chair.post(address, brought(ours_in("Duinpapier"))).status_code == REDIRECTED
    item = on_roster(table)
    file = chair.get(reverse("meetings:agenda-docx", args=[item.meeting_id])).content
    with ZipFile(io.BytesIO(file)) as there:
        assert "Duinpapier" in there.read("word/styles.xml").decode()
    assert Line.objects.filter(action=Action.HOUSE_TEMPLATE_SET).count() == 1
    page = words(chair.get(address))
    assert "Uw eigen briefpapier" in page


def test_one_goes_back_to_our_own_paper_and_what_was_stays_to_be_seen(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    chair = at(table.chair)
    address = reverse("house:template", args=[table.house.pk])
    chair.post(address, brought(ours_in("een")))
    chair.post(address, brought(ours_in("twee")))
    assert HouseTemplate.objects.standing().count() == 1
    end = reverse("house:end-template", args=[table.house.pk])
    assert chair.post(end).status_code == REDIRECTED
    assert not HouseTemplate.objects.standing().exists()
    assert HouseTemplate.objects.count() == 2
    assert chair.post(end).status_code == REDIRECTED


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"PK\x03\x04 no word", id="broken"),
        pytest.param(b"%PDF-1.7 no word either", id="a pdf"),
    ],
)
def test_what_is_no_template_is_refused_in_plain_words(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
    content: bytes,
) -> None:
    address = reverse("house:template", args=[table.house.pk])
    refused = at(table.chair).post(address, brought(content))
    assert refused.status_code == REFUSED
    assert not HouseTemplate.objects.exists()
    assert "estand" in refused.context["form"].errors["__all__"][0]


def test_only_the_process_director_sets_it(table: Table, client) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    """Whoever manages the house may look, and take our own template along."""
    office = table.organisation("office")
    manager = AppointmentFactory(organisation=office, role=Role.ADMINISTRATOR)
    force_login(client, manager.user)
    address = reverse("house:template", args=[table.house.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, brought(ours_in("x"))).status_code == 403
    own = client.get(reverse("house:own-template", args=[table.house.pk]))
    assert own.content[:2] == b"PK"
