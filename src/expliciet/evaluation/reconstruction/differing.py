"""Impasses and what ended them; readings that differed; what the checker asked."""

from typing import NamedTuple, cast
from uuid import UUID

from ...casework.differences import how
from ...casework.models import Step, Take
from .counting import Count
from .rows import Case
from .standing import Row, by_then, day_of, things
from .themes import theme_of

STAGES = [str(stage) for stage in Step.Stage.values]
"""From near to far."""


def count_impasses(case: Case, count: Count) -> None:
    """By how each ended, and by the furthest stage it went to."""
    reached: dict[UUID, list[str]] = {}
    for row in case["steps"]:
        if row["at"] <= count.now:
            reached.setdefault(row["impasse_id"], []).append(row["stage"])
    for each in things(case["impasses"], count.now):
        first = each.first
        furthest = max(reached.get(first["pk"], []), key=STAGES.index, default="none")
        ended = by_then(first["resolution__at"], count.now)
        part = str(first["resolution__how"]) if ended else "open"
        counted = count.tallies["impasses"].add(each.day, part, furthest)
        if counted and ended:
            took = day_of(first["resolution__at"]) - first["since"]
            count.clocks["impasse_lasting"].add(each.day, took.days, furthest)


class Said(NamedTuple):
    """What a reading says of a theme: the one word of it that is not sealed."""

    says: str


def count_readings(case: Case, count: Count) -> None:
    """By theme, how the readings of each round stood to each other when it opened."""
    for each in things(case["rounds"], count.now):
        reveal = next_reveal(case["rounds"], each.texts)
        if reveal is None or not by_then(reveal["reveal__at"], count.now):
            continue
        day = day_of(reveal["reveal__at"])
        for theme, said in sorted(blind(case, reveal).items()):
            takes = cast("list[Take]", list(said.values()))
            count.tallies["readings"].add(day, str(how(takes)), theme)


def next_reveal(rounds: list[Row], texts: tuple[UUID, ...]) -> Row | None:
    told = (row for row in rounds if row["pk"] in texts and row["reveal__at"])
    return next(told, None)


def blind(case: Case, round_: Row) -> dict[str, dict[UUID, Said]]:
    """By theme and organisation, what stood at the moment at which it opened."""
    of_round = [row for row in case["readings"] if row["of_round_id"] == round_["pk"]]
    stood = {
        each.last["pk"]: each.last["organisation_id"]
        for each in things(of_round, round_["reveal__at"])
    }
    found: dict[str, dict[UUID, Said]] = {}
    for take in case["takes"]:
        if take["reading_id"] in stood:
            said = Said(take["says"])
            found.setdefault(take["theme"], {})[stood[take["reading_id"]]] = said
    return found


def count_questions(case: Case, count: Count) -> None:
    """What was asked while something was recorded, and whether the text answered it."""
    for row in case["questions"]:
        if row["record__recorded_at"] <= count.now:
            count.tallies["explicitness"].add(
                day_of(row["record__recorded_at"]),
                row["outcome"],
                theme_of(row["rule"]),
                row["record__organisation_id"],
            )
