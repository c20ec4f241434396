"""Who did and saw what: with a role and a purpose, and never its content (S51)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from expliciet.audit import trail
from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.web.house import trail_rows
from tests.factories import Table, earlier_today
from tests.partners import Partners, Role, browser

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def lines(partners: Partners) -> str:
    return reverse("house:trail", args=[partners.house.id])


def purpose(partners: Partners) -> str:
    return reverse("house:trail-purpose", args=[partners.house.id])


def reviewing(partners: Partners, said: str = "integrity") -> Client:
    client = browser(partners.reviewer)
    client.post(purpose(partners), {"purpose": said, "words": "melding (verzonnen)"})
    return client


@pytest.mark.parametrize(
    "role", [role for role in Role if role != Role.LOG_REVIEWER], ids=str
)
def test_without_the_role_there_is_no_such_page(partners: Partners, role: str) -> None:
    client = browser(partners.of("gemeente", role))
    assert client.get(lines(partners)).status_code == 404
    assert client.get(purpose(partners)).status_code == 404
    assert client.get(reverse("house:trails")).status_code == 404


def test_the_lines_of_another_house_do_not_exist(partners: Partners) -> None:
    client = reviewing(Partners())
    assert client.get(lines(partners)).status_code == 404


def test_without_a_purpose_the_lines_stay_closed(partners: Partners) -> None:
    response = browser(partners.reviewer).get(lines(partners))
    assert response.headers["Location"] == purpose(partners)
    assert not Line.objects.filter(action=Action.TRAIL_READ).exists()


@pytest.mark.parametrize("said", ["", "nieuwsgierigheid"])
def test_a_purpose_that_the_law_does_not_know_opens_nothing(
    partners: Partners, said: str
) -> None:
    client = browser(partners.reviewer)
    response = client.post(purpose(partners), {"purpose": said, "words": "x"})
    assert response.status_code == 422
    assert client.get(lines(partners)).status_code == 302


def test_reading_the_lines_is_a_line_itself_with_its_purpose(
    partners: Partners,
) -> None:
    """F76: whoever looks at who looked, is seen too."""
    reviewing(partners).get(lines(partners))
    line = Line.objects.get(action=Action.TRAIL_READ)
    assert line.purpose == "integrity"
    assert (line.user, line.house) == (partners.reviewer.user_id, partners.house.id)


def test_a_purpose_holds_for_one_house_and_one_day(partners: Partners) -> None:
    client = reviewing(partners)
    session = client.session
    stated = session["review-purposes"][str(partners.house.id)]
    yesterday = timezone.localdate() - timedelta(days=1)
    session["review-purposes"] = {
        str(partners.house.id): [stated[0], yesterday.isoformat()]
    }
    session.save()
    assert client.get(lines(partners)).status_code == 302


def test_lines_tell_who_what_and_which_dossier_and_no_word_of_it(
    partners: Partners,
) -> None:
    table = Table(house=partners.house)
    table.note(table.chair, "Een geheim dat nergens anders staat.")
    html = reviewing(partners).get(lines(partners)).content.decode()
    assert table.dossier.number in html
    assert "legde een notitie vast" in html
    assert table.director.user.name in html
    assert "geheim" not in html
    assert table.dossier.working_name not in html


def test_lines_of_another_house_are_not_among_them(partners: Partners) -> None:
    other = Table()
    html = reviewing(partners).get(lines(partners)).content.decode()
    assert other.dossier.number not in html
    assert str(other.director.user.name) not in html


def sifted(client: Client, partners: Partners, **asked: str) -> str:
    response = client.get(lines(partners), asked)
    assert response.status_code == 200
    return response.content.decode().partition("<tbody>")[2].partition("</tbody>")[0]


def test_lines_are_chosen_by_person_dossier_deed_and_day(partners: Partners) -> None:
    one, other = Table(house=partners.house), Table(house=partners.house)
    client = reviewing(partners)
    chair = str(one.director.user_id)
    assert other.dossier.number not in sifted(client, partners, person=chair)
    assert other.dossier.number not in sifted(
        client, partners, number=one.dossier.number.lower()
    )
    only = sifted(client, partners, action=Action.SEATED.value)
    assert only.count("<tr") == 4
    today = timezone.localdate()
    assert "<tr" in sifted(client, partners, day=today.isoformat())
    yesterday = today - timedelta(days=1)
    assert "<tr" not in sifted(client, partners, day=yesterday.isoformat())
    assert "<tr" not in sifted(client, partners, number="D-XXX")


def test_a_choice_that_cannot_be_read_shows_nothing(partners: Partners) -> None:
    client = reviewing(partners)
    assert "<tr" not in sifted(client, partners, day="gisteren")
    assert "<tr" not in sifted(client, partners, person="iedereen")


def test_what_was_refused_can_be_chosen(partners: Partners) -> None:
    address = reverse("house:add-person", args=[partners.house.id])
    browser(partners.director).get(address)
    only = sifted(reviewing(partners), partners, refused="on")
    assert only.count("<tr") == 1
    assert "geweigerd" in only
    assert "user.add" in only


def test_pages_follow_each_other_without_a_gap(
    partners: Partners, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail_rows, "A_PAGE", 3)
    for _number in range(7):
        trail.record(Action.HOUSE_READ, by=partners.director, about=partners.house)
    client = reviewing(partners)
    asked, seen = "?action=house-read", 0
    while asked:
        html = client.get(lines(partners) + asked).content.decode()
        seen += html.partition("<tbody>")[2].count("<tr")
        here = html.partition('href="?action=house-read&amp;voor=')[2]
        asked = f"?action=house-read&voor={here.partition(chr(34))[0]}" if here else ""
    assert seen >= 7


def test_many_lines_take_no_more_queries_than_few(partners: Partners) -> None:
    client = reviewing(partners)
    client.get(lines(partners))

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(lines(partners))
        return len(queries)

    Table(house=partners.house)
    before = asked()
    for _number in range(3):
        Table(house=partners.house)
    assert asked() == before > 5


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_everybody_reads_their_own_lines_and_no_other(
    partners: Partners, role: str
) -> None:
    """F76."""
    mine, other = partners.of("gemeente", role), partners.of("police")
    client = browser(mine)
    browser(other).get(reverse("house:how-we-work"))
    client.get(reverse("house:how-we-work"))
    html = client.get(reverse("house:own-lines")).content.decode()
    assert html.partition("<tbody>")[2].count("las Zo werken wij") == 1
    assert Line.objects.filter(action=Action.OWN_LINES_READ, user=mine.user_id)


def test_ones_own_lines_name_no_dossier_where_one_no_longer_sits() -> None:
    """A seat that ended tells nothing any more, not even by its number."""
    table = Table(now=earlier_today())
    police = table.seat("police")
    table.note(police)
    assert police.user
    client = Client()
    client.force_login(police.user)
    page = reverse("house:own-lines")
    assert table.dossier.number in client.get(page).content.decode()
    police.left_at = timezone.now()
    police.save(update_fields=["left_at"])
    html = client.get(page).content.decode()
    assert table.dossier.number not in html
    assert "nu niet voor u te zien" in html
