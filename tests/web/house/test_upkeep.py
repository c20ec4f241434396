"""The clock, the keys and the trail: whether they do what they should."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.audit import guard
from expliciet.audit.sealer import seal_lines, sign_heads
from expliciet.post.errands import known
from expliciet.post.models import Errand
from expliciet.vault.models import Epoch
from tests.partners import Partners, browser

pytestmark = pytest.mark.django_db


def upkeep(partners: Partners) -> str:
    address = reverse("house:upkeep", args=[partners.house.id])
    return browser(partners.administrator).get(address).content.decode()


def test_every_errand_stands_there_in_words_also_before_it_was_ever_done(
    partners: Partners,
) -> None:
    html = upkeep(partners)
    assert "De klok heeft nog niet gelopen." in html
    assert html.count("te laat") == len(known())


def test_what_went_well_a_moment_ago_is_on_time(partners: Partners) -> None:
    now = timezone.now()
    for name in known():
        Errand.objects.create(name=name, began_at=now, well_at=now)
    html = upkeep(partners)
    assert "op tijd" in html
    assert "te laat" not in html
    assert "De klok heeft nog niet gelopen." not in html


def test_what_stumbled_says_over_what(partners: Partners) -> None:
    name = next(iter(known()))
    long_ago = timezone.localtime() - timedelta(days=9)
    Errand.objects.create(
        name=name, began_at=long_ago, well_at=long_ago, trouble="OperationalError"
    )
    html = upkeep(partners)
    assert "OperationalError" in html
    overview = reverse("house:administration")
    asks = browser(partners.administrator).get(overview).content.decode()
    assert "De klok is te laat met:" in asks


def test_a_key_says_whether_there_is_a_second_copy(partners: Partners) -> None:
    partners.agreement()
    assert "niet gemaakt" in upkeep(partners)
    Epoch.objects.update(copied_at=timezone.now())
    assert "niet gemaakt" not in upkeep(partners)


def test_the_trail_tells_how_much_is_sealed_and_signed(partners: Partners) -> None:
    partners.agreement()
    assert "nog geen: de klok ondertekent er elk uur een" in upkeep(partners)
    seal_lines()
    (head,) = [h for h in sign_heads(timezone.now()) if h.house == partners.house.id]
    html = upkeep(partners)
    assert head.hash[:16] in html
    assert f"over {head.size} regels" in html


def test_a_trail_without_its_guard_is_called_so(
    partners: Partners, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "present", lambda: set())
    assert "De bewaking ontbreekt" in upkeep(partners)
    overview = reverse("house:administration")
    asks = browser(partners.administrator).get(overview).content.decode()
    assert "Het logboek is niet bewaakt tegen wijzigingen." in asks
