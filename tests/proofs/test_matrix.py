"""T2: everybody asks everything, and gets what the rules say; T23: and leaves a line.

The rules stand in `oracle.csv`, written apart from the code. A cell is one person who
asks one address about one thing in one way.
"""

from collections import Counter

import pytest
from django.db import connection

from expliciet.web.inventory import classified
from tests.proofs.cells import cells, clients, deviation, stay
from tests.proofs.oracle import rules
from tests.proofs.scenes import make_stage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.engines,
    pytest.mark.usefixtures("quietly"),
]

AT_LEAST = 100_000
"""So many cells with `--long`; on a day like any other, a fixed choice of them."""
AT_LEAST_DAILY = 2_500
BY_THEMSELVES = {
    "account_login": "the same address as accounts:sign-in",
    "mfa_authenticate": "the same address as accounts:second-factor",
    "accounts:second-factor": "halfway: see test_inventory",
    "accounts:set-up": "halfway: see test_inventory",
    "accounts:new-password": "halfway: see test_inventory",
    "demo:pick": "there only where everything is made up",
    "work:calendar": "by its secret address alone: see the tests of one's own work",
    "work:back": "one's own absences: see the tests of one's own work",
    "guests:door": "by link and code, for no account: see the tests of guests",
    "guests:question": "as above",
    "guests:answer": "as above",
    "accounts:end-session": "one's own sessions: see the tests of accounts",
    "accounts:end-sessions": "ends the session that asks",
    "accounts:codes-kept": "one's own",
    "accounts:stop-recovery": "one's own",
    "accounts:begin-recovery": "by colleague: see the tests of accounts",
    "accounts:confirm-recovery": "by colleague: see the tests of accounts",
    "house:reopen-account": "of closed accounts only: see the tests of the house",
    "evaluation:join": "by its code, for no account: see the tests of learning",
    "evaluation:joined-board": "as above",
    "evaluation:joined-since": "as above",
    "evaluation:direct": "as above",
    "evaluation:dot": "as above",
    "evaluation:chart": "as evaluation:process: see its tests",
    "drafts:keep": "see test_second_ways",
    "drafts:drop": "see test_second_ways",
}
"""Addresses that the table does not tell of, each with the reason."""


def test_the_table_tells_of_every_address() -> None:
    told = {rule.route for rule in rules()}
    assert told.isdisjoint(BY_THEMSELVES)
    assert told | set(BY_THEMSELVES) == set(classified())


def test_everybody_gets_what_the_rules_say(request: pytest.FixtureRequest) -> None:
    """The same cells in every run, and a fixed tenth of them on PostgreSQL; with
    `--long` every cell there is."""
    long = bool(request.config.getoption("--long"))
    stage = make_stage()
    browsers = clients(stage)
    asked: Counter[str] = Counter()
    wrong = []
    some = connection.vendor != "sqlite" and not long
    for cell in cells(stage, rules(), whole=long):
        asked["there are"] += 1
        if some and cell.lot // 1_000 % 10:
            continue
        if asked["asked"] % 500 == 0:
            stay()
        asked["asked"] += 1
        asked[cell.way] += 1
        if told := deviation(stage, browsers[cell.actor.name], cell):
            wrong.append(told)
    print(f"\nT2 on {connection.vendor}: {dict(asked)}; deviations: {len(wrong)}")
    print(*wrong[:100], sep="\n")
    assert asked["there are"] >= (AT_LEAST if long else AT_LEAST_DAILY)
    assert wrong == []
