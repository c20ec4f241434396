"""How much is typed in a meeting, beside how much its minutes say?

A scripted meeting of four dossiers, led through the screen as one would by keyboard:
lines typed and looked at, one decision with its options in each, everybody says that it
is so, and the minutes are established. Counted are the keys that are pressed (letters,
Tab, Enter, the arrow that chooses who hears it) and the signs of the minutes as they
come out on paper.
"""

import argparse
import io
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from _place import lacking, place

DOSSIERS = 4
LINES = (
    "{police} belt school vóór {day} over het rooster, klaar als er een gesprek is",
    "{town} vraagt de hulp thuis aan vóór {day}, klaar als het besluit er ligt",
    "verwacht van {police_is}: meldt het voor {day} als hij niet komt",
    "idee: een maatje van de sportclub dat twee keer per week meegaat",
)
ONE = 1
"""A choice, a Tab, an Enter: one key."""


class Hand:
    """Counts what a hand does."""

    def __init__(self) -> None:
        self.keys = 0

    def types(self, words: str) -> str:
        self.keys += len(words)
        return words

    def presses(self, times: int = ONE) -> None:
        self.keys += times


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    if reason := lacking("sqlite"):
        print(reason)
        return 0
    with place("sqlite"):
        measure()
    return 0


def measure() -> None:
    from django.test.utils import setup_test_environment
    from meeting import talks
    from work import signed_in

    from expliciet.audit.here import being_here
    from expliciet.vault.keyring import keyring
    from tests.factories import HouseFactory

    setup_test_environment()
    with being_here(), keyring():
        house = HouseFactory()
        items = talks(house, DOSSIERS, records=0)
        client = signed_in(items[0][0].director)
    hand, signs = Hand(), 0
    for table, item, police in items:
        signs += one(table, item, police, client, hand)
    print(f"a meeting of {DOSSIERS} dossiers, led by keyboard to established minutes")
    print(f"  keys pressed               {hand.keys:7}")
    print(f"  signs of the minutes       {signs:7}")
    print(f"  keys / signs               {hand.keys / signs:7.2f}")


def one(table: Any, item: Any, police: Any, client: Any, hand: Hand) -> int:
    from django.urls import reverse
    from django.utils import timezone

    from expliciet.audit.here import being_here
    from expliciet.casework.actions.attending import note_presence
    from expliciet.casework.models import Established, Minutes
    from expliciet.vault.keyring import keyring

    args = [item.dossier_id, item.pk]
    with being_here(), keyring():
        table.chair.unlock(timezone.now())
        town = table.seat("municipality")
        everybody = list(item.dossier.seats.filter(left_at=None))
        note_presence(item, everybody, by=table.chair, now=timezone.now())
        hears = table.hears(table.chair)
    hand.presses(len(everybody))
    day = f"{timezone.localdate() + timedelta(days=9):%d-%m-%Y}"
    client.post(reverse("casework:phase", args=args), {"phase": "agree"})
    hand.presses()
    names = {"police": police.who, "town": town.who, "day": day}
    names["police_is"] = police.organisation.name
    for number, line in enumerate(LINES):
        typed = hand.types(line.format(**names))
        hand.presses(2)  # Enter to look at it, Enter to record it
        hand.presses(3 if number == 0 else 0)  # who hears it; then it is proposed
        enter(client, reverse("casework:enter", args=args), typed, hears)
    decide(client, table, everybody, hears, hand)
    client.post(reverse("casework:phase", args=args), {"phase": "read_back"})
    hand.presses()
    back = reverse("casework:read-back", args=args)
    form = client.get(back).context["form"]
    read = {f"read_{each.circle.pk}": each.mark for each, _rows in form.tables}
    client.post(back, read | {"deed": "all"})
    hand.presses()
    client.post(reverse("casework:phase", args=args), {"phase": "done"})
    hand.presses()
    (minutes,) = Minutes.objects.current().filter(item=item)
    client.post(reverse("casework:establish", args=[item.dossier_id, minutes.pk]))
    hand.presses()
    assert Established.objects.filter(minutes=minutes).exists()
    paper = client.get(
        reverse("casework:minutes-pdf", args=[item.dossier_id, minutes.pk])
    )
    return signs_of(paper.content)


def enter(client: Any, address: str, typed: str, hears: str) -> None:
    parts = client.post(address, {"line": typed}).context["parts"]
    values = {each.name: each.value() or "" for each in parts.form.visible_fields()}
    for chosen in ("named", "with_others"):
        values.pop(chosen, None)
    sent = values | {"kind": parts.kind.value, "line": typed, "hears": hears}
    answer = client.post(address, sent)
    assert answer.status_code == 302, answer.context["parts"].form.errors


def decide(client: Any, table: Any, seats: list[Any], hears: str, hand: Hand) -> None:
    """A decision with two ways to go: typed in its own form, field after field."""
    from django.urls import reverse

    from tests.web.casework.deciding import typed

    sent = typed(table, seats, hears=hears)
    for value in sent.values():
        words = value if isinstance(value, str) else ""
        hand.types(words if " " in words else "")
        hand.presses()
    answer = client.post(reverse("casework:decide", args=[table.dossier.pk]), sent)
    assert answer.status_code == 302, answer.context["form"].errors


def signs_of(pdf: bytes) -> int:
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(pdf)).pages
    return sum(len("".join(page.extract_text().split())) for page in pages)


if __name__ == "__main__":
    sys.exit(main())
