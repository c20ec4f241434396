"""Do 40 people add 400 directions to one board, and does none get lost?

The program as it is served, 40 people at one board of a learning session, each with an
own screen: all look every other second whether anything changed, and each adds ten
lines in between. Counted is whether all of them stand, once each and numbered without a
gap; and the 95th percentile of a look beside the median of one that nobody stands in
the way of.
"""

import argparse
import http.client
import random
import re
import statistics
import sys
import threading
import time
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

sys.path.insert(0, str(Path(__file__).parent))

from _place import lacking, on_each_engine, place

PEOPLE, LINES, EVERY = 40, 10, 2.0


class Screen(NamedTuple):
    """Somebody at the board: the cookies of their browser, and its token for forms."""

    number: int
    cookie: str
    token: str


class Answered(NamedTuple):
    status: int
    tag: str
    took: float
    words: str
    cookies: list[str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--on", choices=("sqlite", "postgresql"))
    options = parser.parse_args()
    if options.on is None:
        return on_each_engine(__file__)
    if reason := lacking(options.on):
        print(reason)
        return 0
    with place(options.on):
        session, code = fill()
        from following import serving

        with serving():
            return measure(options.on, session, code)


def fill() -> tuple[Any, str]:
    from expliciet.audit.here import being_here
    from expliciet.vault.keyring import keyring
    from tests.evaluation.learning import opened

    with being_here(), keyring():
        found, code = opened()
    return found.session, code


def asked(method: str, address: str, cookie: str = "", **more: Any) -> Answered:
    from following import PORT

    began = time.perf_counter()
    body = urlencode(more.pop("said", {})) or None
    headers = {"Cookie": cookie, "Connection": "close", **more.pop("headers", {})}
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        headers["Origin"] = f"http://127.0.0.1:{PORT}"
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
    connection.request(method, address, body, headers)
    answer = connection.getresponse()
    words = answer.read().decode()
    connection.close()
    set_ = [each.split(";")[0] for each in answer.headers.get_all("Set-Cookie") or []]
    took = time.perf_counter() - began
    return Answered(answer.status, answer.headers.get("ETag", ""), took, words, set_)


def enter(number: int, code: str) -> Screen:
    """As a browser does: the door, the code, the board."""
    from django.urls import reverse

    door = asked("GET", reverse("evaluation:join"))
    token = token_in(door.words)
    said = {"csrfmiddlewaretoken": token, "code": code, "function": "GGZ"}
    came = asked("POST", reverse("evaluation:join"), "; ".join(door.cookies), said=said)
    cookie = "; ".join([*door.cookies, *came.cookies])
    page = asked("GET", reverse("evaluation:joined-board"), cookie)
    return Screen(number, cookie, token_in(page.words))


def token_in(words: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', words)
    assert found, words[:400]
    return found[1]


def look(screen: Screen, tag: str = "", had: str = "") -> Answered:
    from django.urls import reverse

    headers = {"If-None-Match": tag, "HX-Request": "true"}
    address = f"{reverse('evaluation:joined-since')}?{had}"
    return asked("GET", address, screen.cookie, headers=headers)


def measure(engine: str, session: Any, code: str) -> int:
    screens = [enter(number, code) for number in range(PEOPLE)]
    tag = look(screens[0]).tag
    alone = [look(screens[0], tag).took for _time in range(60)]
    floor = statistics.median(alone[10:])
    looks: list[Answered] = []
    adds: list[Answered] = []
    began = time.monotonic()
    threads = [
        threading.Thread(target=sit, args=(each, looks, adds)) for each in screens
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lasted = time.monotonic() - began
    return tell(engine, session, floor, looks, adds, lasted)


def sit(screen: Screen, looks: list[Answered], adds: list[Answered]) -> None:
    """Adds a line now and then; looks every other second all the while."""
    chance = random.Random(screen.number)
    tag, had, line, ends = "", "", 0, time.monotonic() + 30
    next_look = time.monotonic() + chance.random() * EVERY
    next_line = time.monotonic() + chance.random() * 3
    while time.monotonic() < ends or line < LINES:
        now = time.monotonic()
        if now >= next_look:
            seen = look(screen, tag, had)
            looks.append(seen)
            had = has(seen) or had
            tag, next_look = seen.tag or tag, now + EVERY
        elif line < LINES and now >= next_line:
            adds.append(add(screen, line, had))
            line, next_line = line + 1, now + chance.random() * 5
        time.sleep(0.01)
    looks.append(look(screen, tag, had))


def has(seen: Answered) -> str:
    """Up to which line the page has the board, as its script tells the server."""
    last = re.search(r'data-last="(\d+)" data-shape="(\w+)"', seen.words)
    return f"na={last[1]}&vorm={last[2]}" if last else ""


def add(screen: Screen, line: int, had: str) -> Answered:
    from django.urls import reverse

    said = {
        "csrfmiddlewaretoken": screen.token,
        "at": str(1 + line % 2),
        "words": f"richting {screen.number}-{line} (verzonnen)",
        **dict(parse_qsl(had)),
    }
    headers = {"HX-Request": "true"}
    address = reverse("evaluation:direct")
    return asked("POST", address, screen.cookie, said=said, headers=headers)


def tell(
    engine: str,
    session: Any,
    floor: float,
    looks: list[Answered],
    adds: list[Answered],
    lasted: float,
) -> int:
    from expliciet.vault.keyring import keyring

    with keyring():
        session.unlock()
        lines = list(session.directions.order_by("number"))
        words = [each.words for each in lines]
    due = PEOPLE * LINES
    whole = [each.number for each in lines] == list(range(1, due + 1))
    once = len(set(words)) == len(words) == due
    took = sorted(each.took for each in looks)
    quiet = sum(each.status == 304 for each in looks)
    added = sorted(each.took for each in adds)
    wrong = sum(each.status not in (200, 304) for each in [*looks, *adds])
    p95 = took[int(len(took) * 0.95)]
    print(f"{engine}: {PEOPLE} people, {due} directions, {lasted:.0f} s")
    print(f"  stand, once each                 {len(set(words)):7} of {due}")
    print(f"  numbered without gap or double   {'yes' if whole else 'NO':>7}")
    print(f"  a look nobody stands in the way  {1000 * floor:7.1f} ms")
    print(f"  95th percentile of {len(took):5} looks   {1000 * p95:7.1f} ms")
    print(f"  … / the first                    {p95 / floor:7.1f}")
    print(f"  of which nothing had changed     {quiet:7}")
    slow = 1000 * added[int(len(added) * 0.95)]
    print(f"  95th percentile of adding        {slow:7.1f} ms")
    print(f"  answered otherwise               {wrong:7}")
    return 0 if whole and once and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
