"""Is a meeting led as fast as it is spoken, and closed before people stand up?

One typed line taken apart and shown; a look of somebody who follows, when nothing
changed; and the end of a meeting of twelve dossiers and eighty records: minutes of each
made, and all of them set as pdf and as Word. Time of the processor, as ratios of one
run.
"""

import argparse
import sys
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from _place import lacking, place
from pages import cost

DOSSIERS = 12
RECORDS = 80
LINE = "{} belt school vóór vrijdag over het rooster, klaar als er een gesprek is"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    if reason := lacking("sqlite"):
        print(reason)
        return 0
    with place("sqlite"):
        measure(options.rounds)
    return 0


def measure(rounds: int) -> None:
    from django.db import connection

    from expliciet.audit.here import being_here
    from expliciet.vault.keyring import keyring
    from tests.factories import HouseFactory

    with connection.cursor() as cursor:  # time of the processor, not of the disk
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.execute("PRAGMA journal_mode = MEMORY")
    with being_here(), keyring():
        items = talks(HouseFactory())
    led(items[0], rounds)
    closed(items)


def talks(house: Any, dossiers: int = DOSSIERS, records: int = RECORDS) -> list[Any]:
    """One meeting, its dossiers one after the other, with what was said in each."""
    from django.utils import timezone

    from expliciet.accounts.models import Appointment
    from expliciet.casework.actions.conducting import go_on
    from expliciet.casework.models import AgendaItem
    from expliciet.dossiers.actions.openings import state_purpose
    from expliciet.dossiers.models import Opening, Seat
    from tests.casework.meeting import Phase, called, on_roster
    from tests.casework.promises import agreed
    from tests.factories import Table

    found, meeting, chair = [], None, None
    for number in range(dossiers):
        table = Table(house=house, now=timezone.now() - timedelta(hours=2))
        chair = chair or table.director.user
        Appointment.objects.filter(pk=table.director.pk).update(user=chair)
        Seat.objects.filter(pk=table.chair.pk).update(user=chair)
        table.chair.refresh_from_db()
        police = table.seat("police")
        meeting = meeting or called(table)
        item = on_roster(table, police, meeting=meeting, by=table.chair)
        item = go_on(item, Phase.AGREE, by=table.chair, now=table.tick())
        for _more in range(records // dossiers + (number < records % dossiers)):
            agreed(table, police, table.chair)
        item = go_on(item, Phase.DONE, by=table.chair, now=table.tick())
        purpose = Opening(purpose="overleg voorbereiden")
        state_purpose(purpose, by=table.chair, now=timezone.now())
        item = AgendaItem.objects.select_related("meeting", "dossier").get(pk=item.pk)
        found.append((table, item, police))
    return found


def led(talk: Any, rounds: int) -> None:
    from django.urls import reverse
    from django.utils import timezone
    from work import signed_in

    from expliciet.audit.here import being_here
    from expliciet.casework.actions.conducting import go_on
    from expliciet.casework.models import AgendaItem
    from expliciet.vault.keyring import keyring
    from tests.casework.meeting import Phase

    table, item, police = talk
    with being_here(), keyring():
        go_on(item, Phase.AGREE, by=table.chair, now=timezone.now())
        client = signed_in(table.director)
    force = client.get("/")  # whatever is made once is made
    assert force.status_code == 200
    args = [item.dossier_id, item.pk]
    line, since = (
        reverse("casework:enter", args=args),
        reverse("casework:since", args=args),
    )
    typed = {"line": LINE.format(police.who)}
    tag = client.get(since).headers["ETag"]
    unchanged = cost(lambda: client.get(since, headers={"If-None-Match": tag}), rounds)
    changed = cost(lambda: client.get(since), rounds)
    whole = cost(lambda: client.get(reverse("casework:conduct", args=args)), rounds)
    parts = cost(
        lambda: client.post(line, typed, headers={"HX-Request": "true"}), rounds
    )
    print("a talk on one screen, with seven records")
    print(f"  a line shown in its parts  {1000 * parts.seconds:7.1f} ms   (aim ≤ 50)")
    print(f"  … / the screen itself      {parts.seconds / whole.seconds:7.2f}")
    print(f"  nothing changed            {1000 * unchanged.seconds:7.1f} ms")
    print(f"  … / the screen itself      {unchanged.seconds / whole.seconds:7.2f}")
    print(f"  something changed          {1000 * changed.seconds:7.1f} ms")
    counts = [each.queries for each in (parts, whole, unchanged)]
    print("  questions: line, screen, unchanged {:4} {:4} {:4}".format(*counts))
    with being_here(), keyring():
        fresh = AgendaItem.objects.select_related("meeting", "dossier").get(pk=item.pk)
        go_on(fresh, Phase.DONE, by=table.chair, now=timezone.now())


def closed(items: list[Any]) -> None:
    from django.urls import reverse
    from django.utils import timezone
    from work import signed_in

    from expliciet.audit.here import being_here
    from expliciet.casework.actions.minutes import make_minutes
    from expliciet.vault.keyring import keyring

    with being_here(), keyring():
        client = signed_in(items[0][0].director)
    spent = {"minutes": 0.0, "pdf": 0.0, "docx": 0.0}
    for table, item, _police in items:
        began = perf_counter()
        with being_here(), keyring():
            table.chair.unlock(timezone.now())
            made = make_minutes(item, by=table.chair, now=timezone.now())
        spent["minutes"] += perf_counter() - began
        for minutes in made:
            for name in ("pdf", "docx"):
                args = [item.dossier_id, minutes.pk]
                began = perf_counter()
                answer = client.get(reverse(f"casework:minutes-{name}", args=args))
                spent[name] += perf_counter() - began
                assert answer.status_code == 200, answer.status_code
    total = sum(spent.values())
    print(f"closing a meeting of {DOSSIERS} dossiers and {RECORDS} records")
    for name, seconds in spent.items():
        print(f"  {name:<25}  {seconds:7.2f} s")
    print(f"  all of it                  {total:7.2f} s    (aim ≤ 5)")


if __name__ == "__main__":
    sys.exit(main())
