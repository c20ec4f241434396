"""The rules of who sees and who does, read from a table and asked of plain facts.

`oracle.csv` was written from the rules of the house, not from its code. A cell of it
names a question below; each is answered from what stands on the stage.
"""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from tests.proofs.facts import AT_TABLES, Word
from tests.proofs.stage import Actor, Stage

TABLE = Path(__file__).with_name("oracle.csv")

SHOWN, GONE, REFUSED, SIGN_IN = "shown", "404", "403", "sign in"


class Target(NamedTuple):
    """What an address is about: how to spell it, and what it is."""

    name: str
    args: tuple[Any, ...] = ()
    dossier: UUID | None = None
    house: UUID | None = None
    thing: Any = None


class Rule(NamedTuple):
    """One line of the table."""

    route: str
    about: str
    sees: str
    does: str


Question = Callable[[Stage, Actor, Target], bool]


def rules() -> list[Rule]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            Rule(row["route"], row["about"], row["sees"], row["does"])
            for row in csv.DictReader(file)
        ]


def expected(
    stage: Stage, actor: Actor, rule: Rule, target: Target, *, sends: bool
) -> set[str]:
    """Not yours to see: 404. Yours to see, not to do: 403.

    Where a rule says "sending", whoever may see it may look at the form as well.
    """
    if rule.sees == "anybody":
        return {SHOWN}
    if actor.state != "ok":
        return {SIGN_IN}
    if not stage.roles(actor):
        return {SIGN_IN}
    if not QUESTIONS[rule.sees](stage, actor, target):
        return {GONE}
    _sending, colon, does = rule.does.rpartition("sending: ")
    looks = bool(colon) and not sends
    if does and not looks and not QUESTIONS[does](stage, actor, target):
        return {REFUSED}
    return {SHOWN}


# --- the questions ------------------------------------------------------------------


def seated(stage: Stage, actor: Actor, target: Target) -> bool:
    return bool(target.dossier and stage.place(actor, target.dossier))


def leads(stage: Stage, actor: Actor, target: Target) -> bool:
    assert target.dossier
    place = stage.place(actor, target.dossier)
    return bool(place and stage.facts.leads(place))


def leads_and_is_another(stage: Stage, actor: Actor, target: Target) -> bool:
    return leads(stage, actor, target) and not is_it(stage, actor, target)


def leads_or_is_it(stage: Stage, actor: Actor, target: Target) -> bool:
    return leads(stage, actor, target) or is_it(stage, actor, target)


def is_it(stage: Stage, actor: Actor, target: Target) -> bool:
    assert target.dossier
    place = stage.place(actor, target.dossier)
    return bool(place and place.pk == target.thing)


def hears(stage: Stage, actor: Actor, target: Target) -> bool:
    place = target.dossier and stage.place(actor, target.dossier)
    return bool(place and target.thing in stage.facts.sees(place))


def word(stage: Stage, target: Target) -> Word:
    return stage.facts.words[target.thing]


def said_it(stage: Stage, actor: Actor, target: Target) -> bool:
    assert target.dossier
    place = stage.place(actor, target.dossier)
    said = word(stage, target)
    return bool(
        place
        and place.organisation == said.organisation
        and said.kind not in ("heading", "impasse", "minutes")
    )


def may_change(stage: Stage, actor: Actor, target: Target) -> bool:
    assert target.dossier
    place = stage.place(actor, target.dossier)
    return bool(place and stage.facts.may_correct(place, word(stage, target)))


def keeps_the_record(stage: Stage, actor: Actor, target: Target) -> bool:
    """Whoever leads, and the secretary."""
    assert target.dossier
    place = stage.place(actor, target.dossier)
    return leads(stage, actor, target) or bool(place and place.role == "secretary")


def keeps_and_may_change(stage: Stage, actor: Actor, target: Target) -> bool:
    keeps = keeps_the_record(stage, actor, target)
    return keeps and may_change(stage, actor, target)


def leads_or_is_of_the_police(stage: Stage, actor: Actor, target: Target) -> bool:
    assert target.dossier
    place = stage.place(actor, target.dossier)
    of_them = place and stage.facts.functions[place.organisation] == "police"
    return leads(stage, actor, target) or bool(of_them)


def may_agree_anew(stage: Stage, actor: Actor, target: Target) -> bool:
    """Whoever leads, where they may change it; and who does it: here, the police."""
    assert target.dossier
    place = stage.place(actor, target.dossier)
    of_them = place and stage.facts.functions[place.organisation] == "police"
    chairs = leads(stage, actor, target) and may_change(stage, actor, target)
    return chairs or bool(of_them)


def is_of_the_police(stage: Stage, actor: Actor, target: Target) -> bool:
    assert target.dossier
    place = stage.place(actor, target.dossier)
    return bool(place and stage.facts.functions[place.organisation] == "police")


def is_told_of_it(stage: Stage, actor: Actor, target: Target) -> bool:
    """Of a signal about a dossier as a whole: whoever sits there."""
    return target.thing is not None and seated(stage, actor, target)


def leads_the_talk(stage: Stage, actor: Actor, target: Target) -> bool:
    """Chairs the meeting, and keeps the record of this table."""
    chairs = actor.user and actor.user.pk == stage.made["item"].meeting.chair_id
    return bool(chairs) and records_for_others(stage, actor, target)


def sees_the_meeting(stage: Stage, actor: Actor, target: Target) -> bool:
    """Who leads it, and whoever sits at the table that it speaks of."""
    if not (actor.user and stage.roles(actor, target.house)):
        return False
    place = target.dossier and stage.place(actor, target.dossier)
    at_it = bool(place and place.role != "aftercare")
    return at_it or leads_the_meeting(stage, actor, target)


def leads_the_meeting(stage: Stage, actor: Actor, target: Target) -> bool:
    meeting = stage.made["item"].meeting
    who = {meeting.chair_id, meeting.recorder_id}
    return bool(actor.user and actor.user.pk in who)


def is_of_another(stage: Stage, actor: Actor, target: Target) -> bool:
    return not is_of_the_police(stage, actor, target)


def may_pass_on(stage: Stage, actor: Actor, target: Target) -> bool:
    assert target.dossier
    place = stage.place(actor, target.dossier)
    return bool(place and stage.facts.may_pass_on(place, word(stage, target)))


def records_for_others(stage: Stage, actor: Actor, target: Target) -> bool:
    """Whoever leads, and the secretary."""
    assert target.dossier
    place = stage.place(actor, target.dossier)
    return bool(place and (stage.facts.leads(place) or place.role == "secretary"))


def writes_for_the_table(stage: Stage, actor: Actor, target: Target) -> bool:
    return records_for_others(stage, actor, target) and may_change(stage, actor, target)


def knows_the_link(stage: Stage, actor: Actor, target: Target) -> bool:
    link = stage.made["link"].pk
    return bool(
        actor.user
        and target.dossier in stage.facts.links[link]
        and stage.facts.knows_link(actor.user.pk, link)
    )


def hears_and_knows_a_link(stage: Stage, actor: Actor, target: Target) -> bool:
    return hears(stage, actor, target) and knows_the_link(stage, actor, target)


def in_role(*roles: str, there: bool = True) -> Question:
    def has(stage: Stage, actor: Actor, target: Target) -> bool:
        if there and target.house is None:
            return False
        held = stage.roles(actor, target.house if there else None)
        return bool(held & set(roles)) if roles else bool(held)

    return has


def sits_for_it(stage: Stage, actor: Actor, target: Target) -> bool:
    """Appointed for this organisation itself, in a role that is given a seat."""
    return bool(
        actor.user
        and actor.user.pk not in stage.facts.closed
        and stage.facts.is_appointed(actor.user.pk, target.thing, AT_TABLES)
    )


def keeps_the_card(stage: Stage, actor: Actor, target: Target) -> bool:
    place = target.dossier and stage.place(actor, target.dossier)
    return bool(place and place.role == "aftercare")


def researches(stage: Stage, actor: Actor, target: Target) -> bool:
    """Named in the study, and evaluator in its house today."""
    named = {each.user_id for each in stage.made["study"].members.all()}
    here = stage.made["study"].houses.get().house_id
    held = stage.roles(actor, here)
    return bool(actor.user and actor.user.pk in named and "evaluator" in held)


def is_told(stage: Stage, actor: Actor, target: Target) -> bool:
    """What was offered: partners of the house, and the offices that decide."""
    here = stage.made["study"].houses.get().house_id
    return bool(stage.roles(actor, here) & {*AT_TABLES, *GUARDING})


def is_concerned(stage: Stage, actor: Actor, target: Target) -> bool:
    return researches(stage, actor, target) or is_told(stage, actor, target)


def researches_or_guards(stage: Stage, actor: Actor, target: Target) -> bool:
    here = stage.made["study"].houses.get().house_id
    guards = bool(stage.roles(actor, here) & set(GUARDING))
    return guards or researches(stage, actor, target)


def coded_it(stage: Stage, actor: Actor, target: Target) -> bool:
    mine = stage.made["coding"].coder.user_id
    return bool(actor.user and actor.user.pk == mine)


def is_addressed(stage: Stage, actor: Actor, target: Target) -> bool:
    """Sits at tables for the police, to whom it was said."""
    police = stage.made["recommendation"].addressee_id
    return sits_for_it(stage, actor, target._replace(thing=police))


def directs_or_is_addressed(stage: Stage, actor: Actor, target: Target) -> bool:
    directs = "process_director" in stage.roles(actor, target.house)
    return directs or is_addressed(stage, actor, target)


def leads_the_study(stage: Stage, actor: Actor, target: Target) -> bool:
    leads = stage.made["study"].members.get(task="lead").user_id
    return bool(actor.user and actor.user.pk == leads)


MANAGING = ("administrator", "process_director", "privacy_officer")
GUARDING = ("process_director", "privacy_officer")

QUESTIONS: Mapping[str, Question] = {
    "keeps the card": keeps_the_card,
    "sits for it": sits_for_it,
    "signed in": lambda stage, actor, target: actor.user is not None,
    "appointed": in_role(there=False),
    "appointed there": in_role(),
    "sits at tables there": in_role(*AT_TABLES),
    "directs there": in_role("process_director"),
    "directs somewhere": in_role("process_director", there=False),
    "sits at tables somewhere": in_role(*AT_TABLES, there=False),
    "manages there": in_role(*MANAGING),
    "manages somewhere": in_role(*MANAGING, there=False),
    "administers there": in_role("administrator"),
    "administers or directs there": in_role("administrator", "process_director"),
    "guards there": in_role(*GUARDING),
    "guards the house of it": in_role(*GUARDING),
    "reviews there": in_role("log_reviewer"),
    "reviews somewhere": in_role("log_reviewer", there=False),
    "seated": seated,
    "leads": leads,
    "leads and is another": leads_and_is_another,
    "leads or is it": leads_or_is_it,
    "hears": hears,
    "hears and knows a link": hears_and_knows_a_link,
    "knows the link": knows_the_link,
    "said it": said_it,
    "may change it": may_change,
    "may pass it on": may_pass_on,
    "records for others": records_for_others,
    "records for others and may change it": writes_for_the_table,
    "keeps the record": keeps_the_record,
    "keeps the record and may change it": keeps_and_may_change,
    "may stand behind it": leads,
    "leads or is of the police": leads_or_is_of_the_police,
    "is of the police": is_of_the_police,
    "is of another than the police": is_of_another,
    "may agree it anew": may_agree_anew,
    "is told of it": is_told_of_it,
    "researches it": researches,
    "researches or guards it": researches_or_guards,
    "leads the study": leads_the_study,
    "was offered it": is_told,
    "is concerned": is_concerned,
    "coded it": coded_it,
    "is addressed": is_addressed,
    "directs there or is addressed": directs_or_is_addressed,
    "sits at tables or guards there": in_role(*AT_TABLES, *GUARDING),
    "leads the talk": leads_the_talk,
    "sees the meeting": sees_the_meeting,
    "leads the meeting": leads_the_meeting,
    "records for others or is of the police": lambda stage, actor, target: (
        records_for_others(stage, actor, target)
        or is_of_the_police(stage, actor, target)
    ),
    "nobody": lambda stage, actor, target: False,
}
