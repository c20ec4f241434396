"""A talk about the table of the matrix that is read back, and its minutes."""

from expliciet.casework.actions.attending import note_presence
from expliciet.casework.actions.conducting import go_on
from expliciet.casework.actions.minutes import answer_minutes, make_minutes
from expliciet.casework.actions.open_points import leave_open
from expliciet.casework.models import AgendaItem, OpenPoint, Receipt
from tests.casework.meeting import Phase, talking
from tests.factories import Table
from tests.proofs.stage import Stage


def talk_it_over(stage: Stage, table: Table) -> None:
    """Something of the table and something of the core; minutes of both; and a change
    that the police ask. It goes on: what is said now is said in it."""
    police = stage.made["seats"]["police"]
    item = talking(table, police)
    note_presence(item, [table.chair, police], by=table.chair, now=table.tick())
    stage.say("said in the talk", police, table)
    stage.say("said in the talk by the core", police, table, "core")
    for name, circle in (("left open", "table"), ("left open by the core", "core")):
        point = OpenPoint(meant="decision", text=stage.canary(name))
        stage.say(name, police, table, circle, record=point, action=leave_open)
    go_on(item, Phase.READ_BACK, by=table.chair, now=table.tick())
    item = AgendaItem.objects.select_related("meeting").get(pk=item.pk)
    stage.made["item"] = item
    for minutes in make_minutes(item, by=table.chair, now=table.tick()):
        stage.heard(minutes, f"minutes in {minutes.circle.kind}")
        if minutes.circle.kind == "table":
            asked = Receipt(
                minutes=minutes,
                seat=police,
                says=Receipt.Says.OTHERWISE,
                words="kanarie wijziging",
            )
            now = table.tick()
            stage.made["receipt"] = answer_minutes(asked, by=police, now=now)
