"""Decisions and what followed them, and steps up and down."""

from ...casework.models import Met, Scaling
from .counting import Count
from .deeds import Deeds, first_after
from .rows import Case
from .standing import things


def count_decisions(case: Case, deeds: Deeds, count: Count) -> None:
    """Decisions on the case; what is only about how the table works is left out."""
    dissents = {each.last["beside_id"] for each in things(case["dissents"], count.now)}
    for each in things(case["decisions"], count.now):
        if each.last["is_procedural"]:
            continue
        day, way = each.last["decided_on"], each.last["way"]
        deed = first_after(deeds, each.first["recorded_at"], day)
        voice = "dissent" if dissents.intersection(each.texts) else "together"
        part = f"{voice}_{'followed' if deed else 'waiting'}"
        if count.tallies["decisions"].add(day, part, way) and deed:
            count.clocks["decision_to_deed"].add(day, (deed - day).days, way)


def count_scalings(case: Case, count: Count) -> None:
    """Changes of level, with every criterion of it met or not."""
    answers: dict[object, list[str]] = {}
    for row in case["criteria"]:
        answers.setdefault(row["scaling_id"], []).append(row["met"])
    for each in things(case["scalings"], count.now):
        direction = each.last["direction"]
        if direction == Scaling.Direction.STAY:
            continue
        met = answers.get(each.last["pk"], [])
        all_met = bool(met) and set(met) == {Met.Is.MET}
        part = f"{direction}_{'met' if all_met else 'not_met'}"
        count.tallies["scalings"].add(each.day, part)
