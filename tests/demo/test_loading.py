"""Where Duinmeer is not loaded, and what is left when loading fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone
from django.utils.translation import override

from expliciet.accounts.models import House, User
from expliciet.audit.models import Line
from expliciet.demo import founding, loading
from expliciet.demo.loading import load
from tests.demo.conftest import demo_in
from tests.factories import HouseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def a_demo(tmp_path: Path) -> Iterator[Path]:
    with demo_in(tmp_path):
        yield tmp_path


def test_outside_a_demo_nothing_is_loaded(tmp_path: Path) -> None:
    houses = House.objects.count()
    with (
        override_settings(DEMO=False, DATA=tmp_path),
        override("nl"),
        pytest.raises(CommandError, match="EXPLICIET_DEMO=1"),
    ):
        call_command("load_demo")
    assert House.objects.count() == houses
    assert list(tmp_path.iterdir()) == []


def test_beside_a_real_house_nothing_is_loaded(a_demo: Path) -> None:
    HouseFactory(name="Veiligheidshuis Echt", is_fictional=False)
    people = User.objects.count()
    with override("nl"), pytest.raises(CommandError, match="Veiligheidshuis Echt"):
        call_command("load_demo")
    assert User.objects.count() == people
    assert list(a_demo.iterdir()) == []


def test_what_fails_halfway_leaves_no_half_a_house(
    a_demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(loading, "NAME", "Veiligheidshuis Halfweg")
    monkeypatch.setattr(founding, "NAME", "Veiligheidshuis Halfweg")
    monkeypatch.setattr(founding, "let_in", no_room)
    lines = Line.objects.count()
    with pytest.raises(OSError, match="no space"):
        load(timezone.now())
    assert not House.objects.filter(name="Veiligheidshuis Halfweg").exists()
    assert Line.objects.count() == lines
    assert not (a_demo / "demo").exists()
