"""Can many follow their meetings at once, and does nobody miss a change?

Twenty meetings on PostgreSQL, fifteen people at each, who all look every other second
whether anything changed, as their pages do; meanwhile something is recorded every few
seconds. The 95th percentile of a look beside the median of one that nobody stands in
the way of; whether everybody ended with what they can hear; and the memory held.
"""

import argparse
import http.client
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from _place import ROOT, lacking, place

PORT = 8765
EVERY = 2.0
A_MINUTE = 60.0
"""Something is recorded at each table once a minute."""


class Follower(NamedTuple):
    """Somebody with a page open: what it asks, and as whom."""

    address: str
    cookie: str
    user: Any
    item: Any


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=2)
    parser.add_argument("--meetings", type=int, default=20)
    parser.add_argument("--people", type=int, default=15)
    options = parser.parse_args()
    if reason := lacking("postgresql"):
        print(reason)
        return 0
    with place("postgresql"):
        tables, followers = fill(options.meetings, options.people)
        with serving() as server:
            measure(tables, followers, server, options.minutes * 60)
    return 0


def fill(meetings: int, people: int) -> tuple[list[Any], list[Follower]]:
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from expliciet.audit.here import being_here
    from expliciet.dossiers.actions.openings import state_purpose
    from expliciet.dossiers.models import Opening
    from expliciet.vault.keyring import keyring
    from tests.casework.meeting import Phase, talking
    from tests.factories import HouseFactory, Table
    from tests.signing_in import sign_in

    tables, followers = [], []
    with being_here(), keyring():
        house = HouseFactory()
        for _meeting in range(meetings):
            table = Table(house=house, now=timezone.now() - timedelta(hours=2))
            kinds = ("police", "municipality", "prosecution", "GGZ", "onderwijs")
            seats = [table.seat(kinds[each % len(kinds)]) for each in range(people - 1)]
            item = talking(table, *seats, phase=Phase.AGREE)
            tables.append((table, item))
            for seat in (table.chair, *seats):
                purpose = Opening(purpose="overleg voorbereiden")
                state_purpose(purpose, by=seat, now=timezone.now())
                name = settings.SESSION_COOKIE_NAME
                cookie = sign_in(Client(), seat.user).cookies[name].value
                address = reverse("casework:since", args=[item.dossier_id, item.pk])
                followers.append(Follower(address, f"{name}={cookie}", seat.user, item))
    return tables, followers


@contextmanager
def serving() -> Any:
    """The program as it is served: two processes with threads, on this machine."""
    env = os.environ | {
        "EXPLICIET_DEMO": "1",
        "EXPLICIET_SITE": f"http://127.0.0.1:{PORT}/",
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [sys.executable, "-m", "gunicorn", "expliciet.wsgi:application"]
    command += ["--bind", f"127.0.0.1:{PORT}", "--workers", "2", "--threads", "8"]
    server = subprocess.Popen(
        [*command, "--no-control-socket", "--log-level", "warning"], env=env
    )
    try:
        for _try in range(60):
            try:
                look(http.client.HTTPConnection("127.0.0.1", PORT), "/health/live", "")
                break
            except OSError:
                time.sleep(0.5)
        yield server
    finally:
        server.terminate()
        server.wait()


def look(
    connection: http.client.HTTPConnection, address: str, cookie: str, tag: str = ""
) -> tuple[int, str, float]:
    began = time.perf_counter()
    headers = {"Cookie": cookie, "HX-Request": "true", "Connection": "close"}
    connection.request("GET", address, headers=headers | {"If-None-Match": tag})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    took = time.perf_counter() - began
    return answer.status, answer.headers.get("ETag", ""), took


def measure(
    tables: list[Any], followers: list[Follower], server: Any, seconds: float
) -> None:
    alone = [each for _status, each in looking(followers[0], 60)]
    unloaded = statistics.median(alone[10:])
    print(f"{len(tables)} meetings, {len(followers)} people following, {seconds:.0f} s")
    before = memory(server.pid)
    found: list[tuple[int, float]] = []
    last: dict[int, str] = {}
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=follow, args=(n, each, until, found, last))
        for n, each in enumerate(followers)
    ]
    for thread in threads:
        thread.start()
    half = memory_halfway(server.pid, until - seconds / 2)
    changes = record(tables, until - 3 * EVERY)
    for thread in threads:
        thread.join()
    took = sorted(each for status, each in found if status in (200, 304))
    wrong = len(found) - len(took)
    p95 = took[int(len(took) * 0.95)]
    print(f"  a look that nobody stands in the way of {1000 * unloaded:7.1f} ms")
    print(f"  95th percentile of {len(took)} looks      {1000 * p95:7.1f} ms")
    print(
        f"  … / the first                           {p95 / unloaded:7.2f}   (aim ≤ 3)"
    )
    print(f"  answered otherwise                      {wrong:7}")
    print(f"  recorded meanwhile                      {changes:7}")
    print(f"  who missed something                    {missed(followers, last):7}")
    after = memory(server.pid)
    print(
        f"  memory before, halfway, after  {before:5.0f} {half():5.0f} {after:5.0f} MB"
    )


def looking(follower: Follower, times: int) -> Any:
    tag = ""
    for _time in range(times):
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        status, tag, took = look(connection, follower.address, follower.cookie, tag)
        yield status, took


def follow(
    number: int, who: Follower, until: float, found: list[Any], last: dict[int, str]
) -> None:
    chance = random.Random(number)
    time.sleep(chance.random() * EVERY)
    tag = ""
    while time.monotonic() < until:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        try:
            status, fresh, took = look(connection, who.address, who.cookie, tag)
        except OSError:
            status, fresh, took = 0, "", 0.0
        found.append((status, took))
        tag = fresh or tag
        last[number] = tag
        time.sleep(max(0.0, EVERY - took))


def record(tables: list[Any], until: float) -> int:
    """Something at one of the tables, in turn, every few seconds; how often."""
    from expliciet.audit.here import being_here
    from expliciet.vault.keyring import keyring
    from tests.casework.promises import agreed

    times = 0
    while time.monotonic() < until:
        table, _item = tables[times % len(tables)]
        with being_here(), keyring():
            table.chair.unlock(table.tick())
            agreed(table, table.chair)
        times += 1
        time.sleep(A_MINUTE / len(tables))
    return times


def missed(followers: list[Follower], last: dict[int, str]) -> int:
    from django.utils import timezone

    from expliciet.web.casework.marks import mark_of

    now = timezone.now()
    return sum(
        last.get(n)
        != f'"{mark_of(each.user, each.item.dossier_id, each.item.pk, now)}"'
        for n, each in enumerate(followers)
    )


def memory(pid: int) -> float:
    """What the server and its processes hold, in megabytes."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return sum(held(each) for each in (str(pid), *children))


def held(pid: str) -> float:
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(each.split()[1]) / 1024 for each in status if "VmRSS" in each)


def memory_halfway(pid: int, at: float) -> Any:
    taken = []

    def take() -> None:
        time.sleep(max(0.0, at - time.monotonic()))
        taken.append(memory(pid))

    threading.Thread(target=take, daemon=True).start()
    return lambda: taken[0] if taken else 0.0


if __name__ == "__main__":
    sys.exit(main())
