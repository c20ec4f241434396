"""Bringing in: one header, lines beneath it, and nothing that gets lost."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from expliciet.audit.models import Line as TrailLine
from expliciet.casework.models import Contribution, Statement
from expliciet.dossiers.models import Circle, Draft, Seat
from tests.factories import Table, unlock_all
from tests.web.casework.bringing import NECESSITY, bring_in, fact, header, line
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, actions, words

pytestmark = pytest.mark.django_db


def send(client: Client, table: Table, **typed: Any) -> Any:
    return client.post(reverse("casework:contribute", args=[table.dossier.pk]), typed)


def test_one_header_carries_every_line(table: Table, at: At) -> None:
    """F3, F14, S11, S12: each line typed, with source, way, day and reliability."""
    police = table.seat("police")
    answer = send(
        at(police),
        table,
        hears=table.hears(police),
        **header(),
        **line(1, "Hij plakte stickers op de brug."),
        **line(2, "Hij zou boos zijn.", "hearsay", "family", heard_from="zijn zus"),
        **line(3, "Dat houdt hij niet vol.", "estimate", "work"),
    )
    assert answer.status_code == REDIRECTED
    unlock_all(table.dossier)
    told = Contribution.objects.get()
    assert [(each.kind, each.domain) for each in told.statements.all()] == [
        ("fact", "conduct"),
        ("hearsay", "family"),
        ("estimate", "work"),
    ]
    assert answer.url.endswith(f"#{told.reference}")
    assert "contribution-recorded" in actions()


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (line(1, "Iets.", kind=""), "feit, van horen zeggen of een inschatting"),
        (line(1, "Iets.", kind="hearsay"), "van wie"),
        (line(1, "Iets.", domain=""), "leefgebied"),
        (line(1, "", heard_from="zus"), "Dit veld"),
        (line(1, "Iets.", heard_from="zijn zus"), "van horen zeggen"),
        ({}, "ten minste één bewering"),
    ],
)
def test_what_is_not_typed_or_comes_from_nobody_is_refused(
    table: Table, at: At, typed: dict[str, str], asked: str
) -> None:
    """S11: and what was typed still stands there."""
    police = table.seat("police")
    answer = send(at(police), table, hears=table.hears(police), **header(), **typed)
    assert answer.status_code == REFUSED
    assert asked in words(answer)
    assert "wijkagent (verzonnen)" in words(answer)
    assert not Contribution.objects.exists()


def test_belief_needs_a_reason(table: Table, at: At) -> None:
    """S22: religion and opinion only with the necessity of it."""
    police = table.seat("police")
    typed = header() | line(1, "Hij noemt het stadhuis de vijand.", domain="ideas")
    typed["hears"] = table.hears(police)
    refused = send(at(police), table, **typed)
    assert refused.status_code == REFUSED
    assert "denkbeelden of zingeving" in words(refused)
    assert send(at(police), table, **typed, necessity=NECESSITY).status_code == 302


@pytest.mark.parametrize("ground", ["duty", "conflict", "presumed", "interest"])
def test_breaking_secrecy_says_why(table: Table, at: At, ground: str) -> None:
    """The four grounds, each with what was weighed."""
    care = table.seat("GGZ")
    typed = header(ground=ground) | line(1, "Hij slaapt niet.", domain="health")
    typed["hears"] = table.hears(care)
    refused = send(at(care), table, **typed)
    assert refused.status_code == REFUSED
    assert "geheimhouding" in words(refused)
    why = "Toestemming vragen kon niet (verzonnen)."
    assert send(at(care), table, **typed, ground_words=why).status_code == 302


def test_a_line_more_loses_nothing_without_a_script(table: Table, at: At) -> None:
    """Nobody's typing is lost: the button posts, and all of it comes back."""
    client = at(table.seat("police"))
    asked = send(
        client,
        table,
        more="1",
        **header(source="buurvrouw"),
        **{"lines": "3", **line(1, "Een."), **line(3, "Drie.")},
    )
    assert asked.status_code == REDIRECTED
    assert asked.url.endswith("#line-4")
    page = words(client.get(asked.url))
    for typed in ("buurvrouw", "Een.", "Drie.", 'name="text_4"'):
        assert typed in page
    assert 'name="text_5"' not in page
    assert Draft.objects.get().form == "casework:contribute"
    assert not Contribution.objects.exists()


def test_forty_lines_fit_and_more_are_not_lost(table: Table, at: At) -> None:
    police = table.seat("police")
    typed: dict[str, Any] = header(hears=table.hears(police))
    for number in range(1, 42):
        typed |= line(number, f"Bewering {number}.")
    refused = send(at(police), table, **typed)
    assert refused.status_code == REFUSED
    assert "Bewering 41." in words(refused)
    assert "40" in words(refused)
    del typed["text_41"], typed["kind_41"], typed["domain_41"]
    assert send(at(police), table, **typed).status_code == REDIRECTED
    assert Statement.objects.count() == 40


def test_the_secretary_brings_in_what_a_guest_says(table: Table, at: At) -> None:
    """N28: it stands in the name of the guest; a partner cannot do that."""
    guest = table.guest("onderwijs")
    secretary = table.seat("wijkteam", role=Seat.Role.SECRETARY)
    partner = table.seat("police")
    typed = header(on_behalf_of=guest.pk) | line(1, "Hij komt te laat.", domain="work")
    answer = send(at(secretary), table, hears=table.hears(secretary), **typed)
    assert answer.status_code == REDIRECTED
    told = Contribution.objects.get()
    assert told.on_behalf_of == guest
    assert told.organisation == guest.organisation
    send(at(partner), table, hears=table.hears(partner), **typed)
    other = Contribution.objects.exclude(pk=told.pk).get()
    assert other.organisation == partner.organisation


def test_the_checker_asks_sparingly_and_leaves_no_line(table: Table, at: At) -> None:
    """F86: one question a line, two in all; what one left is not asked again, and
    stands there with room for a reason."""
    client = at(table.seat("police"))
    typed: dict[str, str] = {}
    for number in range(1, 6):
        typed |= line(number, f"Hij is gevaarlijk, dag {number}.")
    address = reverse("casework:questions", args=[table.dossier.pk])
    before = TrailLine.objects.count()
    page = words(client.post(address, typed))
    assert page.count("data-place=") == 2
    assert "Wat is er gezien, en wie leest dat zo?" in page
    left = page.split('data-left="')[1].split('"')[0]
    again = words(client.post(address, typed | {"left": left}))
    assert again.count("data-place=") == 3
    assert f'name="why_{left}"' in again
    assert f'<p class="asking" data-left="{left}"' not in again
    assert not words(client.post(address, line(1, "Hij plakte drie stickers."))).strip()
    assert TrailLine.objects.count() == before


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("hearsay", "Er wordt gezegd dat hij weer werkt."),
        ("estimate", "Hij lijkt boos te zijn."),
    ],
)
def test_what_the_type_of_a_line_says_is_not_asked_again(
    table: Table, at: At, kind: str, text: str
) -> None:
    client = at(table.seat("police"))
    address = reverse("casework:questions", args=[table.dossier.pk])
    assert not words(client.post(address, line(1, text, kind))).strip()
    assert "data-place=" in words(client.post(address, line(1, text)))


def test_a_correction_says_all_of_it_anew(table: Table, at: At) -> None:
    """F17, S27, S52: the lines stand ready; both texts stay to be seen."""
    police = table.seat("police")
    old = bring_in(table, police, fact("Het was dinsdag."), fact("Twee."))
    client = at(police)
    page = client.get(reverse("dossiers:correct", args=[table.dossier.pk, old.pk]))
    address = reverse("casework:correct-contribution", args=[table.dossier.pk, old.pk])
    assert page.headers["Location"] == address
    stands = words(client.get(address))
    assert "Het was dinsdag." in stands
    assert "Twee." in stands
    typed = header() | line(1, "Het was woensdag.")
    assert client.post(address, typed).status_code == REFUSED
    answer = client.post(address, typed | {"why_changed": "agenda nagekeken"})
    assert answer.status_code == REDIRECTED
    unlock_all(table.dossier)
    new = Contribution.objects.get(supersedes=old)
    assert [each.text for each in new.statements.all()] == ["Het was woensdag."]
    assert old.statements.count() == 2


def test_two_who_correct_at_once_see_both_texts(table: Table, at: At) -> None:
    police = table.seat("police")
    colleague = table.seat(organisation=police.organisation)
    old = bring_in(table, police)
    typed = header(why_changed="anders") | line(1, "Die van mij.")
    address = reverse("casework:correct-contribution", args=[table.dossier.pk, old.pk])
    at(police).post(address, typed)
    late = at(colleague).post(address, typed | line(1, "Die van de ander."))
    assert late.status_code == REFUSED
    assert "Die van mij." in words(late)
    assert "Die van de ander." in words(late)
    latest = Contribution.objects.get(supersedes=old)
    onward = reverse(
        "casework:correct-contribution", args=[table.dossier.pk, latest.pk]
    )
    assert f'action="{onward}"' in words(late)


def test_whoever_chairs_cannot_widen_the_use(table: Table, at: At) -> None:
    """S48: that is for the contributor alone."""
    old = bring_in(table, table.seat("police"))
    address = reverse("casework:correct-contribution", args=[table.dossier.pk, old.pk])
    typed = header(use="any", why_changed="typefout") | line(1, "Het was woensdag.")
    refused = at(table.chair).post(address, typed)
    assert refused.status_code == REFUSED
    typed["use"] = "table"
    assert at(table.chair).post(address, typed).status_code == REDIRECTED


def test_another_use_is_for_the_contributor_to_decide(table: Table, at: At) -> None:
    """S48, F71: not for whoever chairs, nor for another partner."""
    police, town = table.seat("police"), table.seat("municipality")
    told = bring_in(table, police)
    address = reverse("casework:other-use", args=[table.dossier.pk, told.pk])
    typed = {"use": "order", "asked_by": "gemeente (verzonnen)", "why": "verbod"}
    assert at(town).post(address, typed).status_code == 403
    assert at(table.chair).get(address).status_code == 403
    assert at(police).post(address, typed).status_code == REDIRECTED
    page = reverse("dossiers:record", args=[table.dossier.pk, told.pk])
    assert "gevraagd door" in words(at(town).get(page))


def test_nobody_else_finds_the_forms(table: Table, at: At) -> None:
    police, late = table.seat("police"), table.seat("GGZ")
    own = bring_in(table, police, circle=Circle.Kind.OWN)
    stranger = Table().chair
    for name in ("correct-contribution", "other-use"):
        address = reverse(f"casework:{name}", args=[table.dossier.pk, own.pk])
        assert at(late).get(address).status_code == 404
        assert at(stranger).get(address).status_code == 404
