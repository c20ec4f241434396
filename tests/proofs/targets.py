"""What every address can be about, and what is sent to it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from expliciet.accounts.models import Appointment, House
from tests.proofs.oracle import Target
from tests.proofs.stage import PURPOSE, Actor, Stage

LIKE_OTHERS = (
    {
        f"{phase}: heading"
        for phase in ("report", "weighing", "closed", "refused", "linked")
    }
    | {"own view", "round in core"}
    | {"said in the talk", "said in the talk by the core"}
    | {f"in {phase}" for phase in ("weighing", "monitoring", "refused")}
)
"""Words that would only repeat what another one tells."""

Targets = Callable[[Stage], Iterator[Target]]


def nothing(stage: Stage) -> Iterator[Target]:
    yield Target("")


def dossiers(stage: Stage) -> Iterator[Target]:
    for name, pk in stage.dossiers.items():
        yield Target(name, (pk,), pk, stage.facts.house_of.get(pk))


def words(kind: str = "", besides: str = "") -> Targets:
    """Records by kind: at their own table, and under the address of another."""

    def found(stage: Stage) -> Iterator[Target]:
        for name, pk in stage.words.items():
            if name in LIKE_OTHERS:
                continue
            word = stage.facts.words.get(pk)
            if word is None:
                at = stage.dossiers["table"]
                yield Target(name, (at, pk), at, None, pk)
            elif word.kind == kind or (not kind and word.kind != besides):
                yield Target(name, (word.dossier, pk), word.dossier, None, pk)
        elsewhere = stage.dossiers["linked"]
        for name in ("table", "own", "there"):
            pk = stage.words[name]
            if not kind:
                yield Target(
                    f"{name} at another table", (elsewhere, pk), elsewhere, None, None
                )

    return found


def seats(stage: Stage) -> Iterator[Target]:
    table = stage.dossiers["table"]
    for name in ("chair", "police", "school", "guest", "newcomer"):
        pk = stage.made["seats"][name].pk
        yield Target(f"seat of {name}", (table, pk), table, None, pk)


def guests(stage: Stage) -> Iterator[Target]:
    table, pk = stage.dossiers["table"], stage.made["seats"]["guest"].pk
    yield Target("guest", (table, pk), table, None, pk)


def guest_questions(stage: Stage) -> Iterator[Target]:
    """What was asked of the guest, known to whoever hears what it is about."""
    table, asked = stage.dossiers["table"], stage.made["guest question"]
    yield Target("guest question", (table, asked.pk), table, None, asked.about_id)


def links(stage: Stage) -> Iterator[Target]:
    link = stage.made["link"].pk
    for name in ("table", "linked", "unknown", "there"):
        pk = stage.dossiers[name]
        yield Target(f"link at {name}", (pk, link), pk, None, link)


def signals(stage: Stage) -> Iterator[Target]:
    """A late review: at its own table, and under the address of another."""
    mark = stage.made["signal"]
    for name, thing in (("table", mark), ("linked", None)):
        pk = stage.dossiers[name]
        yield Target(f"signal at {name}", (pk, mark), pk, None, thing)


def items(stage: Stage) -> Iterator[Target]:
    """What a meeting speaks of: at its own table, and under the address of another."""
    pk = stage.made["item"].pk
    for name, thing in (("table", pk), ("linked", None)):
        at = stage.dossiers[name]
        yield Target(f"item at {name}", (at, pk), at, None, thing)


def meetings(stage: Stage) -> Iterator[Target]:
    """The meeting in which the table is spoken of; led by who called it."""
    pk = stage.made["item"].meeting_id
    yield Target("meeting", (pk,), stage.dossiers["table"], stage.houses["here"].pk, pk)


def open_points(stage: Stage) -> Iterator[Target]:
    """What was left open in a talk: of the table, and of the core."""
    table, item = stage.dossiers["table"], stage.made["item"].pk
    for name in ("left open", "left open by the core"):
        pk = stage.words[name]
        yield Target(name, (table, item, pk), table, None, pk)


def receipts(stage: Stage) -> Iterator[Target]:
    """A change that was asked, known to whoever hears the minutes."""
    table, asked = stage.dossiers["table"], stage.made["receipt"]
    args = (table, asked.minutes_id, asked.pk)
    yield Target("change in minutes", args, table, None, asked.minutes_id)


def holds(stage: Stage) -> Iterator[Target]:
    table, pk = stage.dossiers["table"], stage.made["hold"].pk
    yield Target("hold", (table, pk), table, stage.houses["here"].pk, pk)


def houses(stage: Stage) -> Iterator[Target]:
    for name, house in stage.houses.items():
        yield Target(name, (house.pk,), None, house.pk)


def house_rules(stage: Stage) -> Iterator[Target]:
    for target in houses(stage):
        yield target._replace(args=(*target.args, "draft-days"))


def evaluator_of(house: House) -> Appointment:
    """Whoever was appointed first to research there."""
    return house.appointments.filter(role="evaluator").order_by("since")[0]


def colleagues(stage: Stage) -> Iterator[Target]:
    """Somebody who works there; by nobody here is this they themselves."""
    for name, house in stage.houses.items():
        who = evaluator_of(house).user_id
        yield Target(f"evaluator {name}", (house.pk, who), None, house.pk, who)


def appointments(stage: Stage) -> Iterator[Target]:
    for name, house in stage.houses.items():
        pk = evaluator_of(house).pk
        yield Target(f"appointment {name}", (pk,), None, house.pk, pk)


def organisations(stage: Stage) -> Iterator[Target]:
    for name, house in stage.houses.items():
        pk = house.organisations.get(function="police").pk
        yield Target(f"organisation {name}", (pk,), None, house.pk, pk)


def own_organisations(stage: Stage) -> Iterator[Target]:
    """Of the police of each house: a mirror for those who work there."""
    for name, house in stage.houses.items():
        pk = house.organisations.get(function="police").pk
        yield Target(f"mirror of the police {name}", (pk,), None, house.pk, pk)


def agreements(stage: Stage) -> Iterator[Target]:
    pk = stage.made["agreement"].pk
    yield Target("agreement", (pk,), None, stage.houses["here"].pk, pk)


def loaded_words(stage: Stage) -> Iterator[Target]:
    word = stage.made["word"]
    yield Target("word", (word.pk,), None, word.house_id, word.pk)


def factors(stage: Stage) -> Iterator[Target]:
    """A factor of the list that every house uses, read at each of two tables."""
    for name in ("table", "unknown"):
        pk, factor = stage.dossiers[name], stage.made["factor"].pk
        yield Target(f"factor at {name}", (pk, factor), pk, None, factor)


def levels(stage: Stage) -> Iterator[Target]:
    """A level of this house, stepped to at each of two tables."""
    for name in ("table", "unknown"):
        pk, level = stage.dossiers[name], stage.made["level"].pk
        yield Target(f"level at {name}", (pk, level), pk, None, level)


def levels_of_houses(stage: Stage) -> Iterator[Target]:
    level = stage.made["level"]
    args = (level.house_id, level.code)
    yield Target("level of the house", args, None, level.house_id, level.pk)


def factor_lists(stage: Stage) -> Iterator[Target]:
    for name, house in stage.houses.items():
        pk = stage.made["factor"].list_id
        yield Target(f"list {name}", (house.pk, pk), None, house.pk, pk)


def in_study(name: str = "", *of: Callable[[Stage], Any]) -> Targets:
    """Something of the study of this house; its addresses begin with the study."""

    def found(stage: Stage) -> Iterator[Target]:
        study, house = stage.made["study"], stage.houses["here"].pk
        args = (study.pk, *(each(stage) for each in of))
        yield Target(name or "study", args, stage.dossiers["table"], house, study.pk)

    return found


def masked_dossiers(stage: Stage) -> Iterator[Target]:
    """A dossier in the study, for whoever leads its table."""
    pk, study = stage.dossiers["table"], stage.made["study"].pk
    yield Target("dossier in a study", (study, pk), pk, stage.houses["here"].pk, pk)


def scans(stage: Stage) -> Iterator[Target]:
    pk, house = stage.made["scan"].pk, stage.houses["here"].pk
    yield Target("yearly scan", (pk,), None, house, pk)


def its_number(stage: Stage) -> int:
    """Of the table of the matrix, in the study."""
    return int(stage.made["study dossier"].number)


def first(stage: Stage) -> int:
    """The number of the one that there is."""
    return 1


ABOUT: Mapping[str, Targets] = {
    "": nothing,
    "dossier": dossiers,
    "record": words(),
    "heading": words("heading"),
    "person": words("person"),
    "file": words("attachment"),
    "decision": words("decision"),
    "intervention": words("intervention"),
    "contribution": words("contribution"),
    "promise": words("agreement"),
    "expectation": words("expectation"),
    "case number": words("case_number"),
    "impasse": words("impasse"),
    "item": items,
    "meeting": meetings,
    "minutes": words("minutes"),
    "open point": open_points,
    "receipt": receipts,
    "withholding": words("withholding"),
    "dissent": words("dissent"),
    "round": words("round"),
    "reading": words("reading"),
    "interpretation": words("interpretation"),
    "factor reading": words("factor_reading"),
    "factor": factors,
    "factor list": factor_lists,
    "level": levels,
    "level of the house": levels_of_houses,
    "seat": seats,
    "guest": guests,
    "guest question": guest_questions,
    "link": links,
    "hold": holds,
    "house": houses,
    "rule": house_rules,
    "colleague": colleagues,
    "appointment": appointments,
    "organisation": organisations,
    "own organisation": own_organisations,
    "agreement": agreements,
    "signal": signals,
    "word": loaded_words,
    "study": in_study(),
    "researcher": in_study("researcher", lambda stage: stage.made["researcher"].pk),
    "masked dossier": masked_dossiers,
    "number in study": in_study("first in the study", first),
    "dossier in study": in_study("dossier in the study", its_number),
    "coding": in_study("coding", its_number, lambda stage: stage.made["coding"].pk),
    "code": in_study("code", lambda stage: stage.made["code"].pk),
    "difference": in_study(
        "difference", its_number, first, lambda stage: stage.made["code"].pk
    ),
    "evidence": in_study("evidence", first, lambda stage: stage.made["evidence"].pk),
    "check": in_study("check", first, lambda stage: stage.made["check"].pk),
    "session": in_study("session", lambda stage: stage.made["session"].pk),
    "line on a board": in_study(
        "line on a board", lambda stage: stage.made["session"].pk, first
    ),
    "paper of a session": in_study(
        "paper of a session", lambda stage: stage.made["session"].pk, lambda _: "pdf"
    ),
    "adoption": in_study("adoption", lambda stage: stage.made["adoption"].pk),
    "scan": scans,
}


BROUGHT = {
    "source": "wijkagent",
    "obtained": "gesprek",
    "seen_on": "2026-01-01",
    "reliability": "direct",
    "use": "table",
    "ground": "law",
    "kind_1": "fact",
    "domain_1": "work",
    "text_1": "gezegd in een cel",
}


READ = {
    "summary": "samen geduid",
    "violence": "not_seen",
    "violence_why": "niets gehoord",
    "protective": "werk",
    "alternative": "rouw",
    "confidence": "fairly",
    "limits": "weinig",
    "changed": "niets",
}


AGREED = {"deed": "belt de school", "done_when": "gesprek gepland"}
MEANT = {"text": "iets dat wij niet begrijpen", "why_changed": "te ruim"}


def led_by(stage: Stage) -> dict[str, Any]:
    """Who leads the meeting of the stage goes on leading it."""
    leads = stage.made["item"].meeting.chair_id
    return {"chair": leads, "recorder": leads}


def sent(stage: Stage, route: str, actor: Actor, target: Target) -> dict[str, Any]:
    """What somebody who knows the form would send to it."""
    days = timezone.localdate() + timedelta(days=20)
    data: dict[str, dict[str, Any]] = {
        "accounts:language": {"language": "en"},
        "dossiers:purpose": {"purpose": PURPOSE},
        "dossiers:search": {"woorden": "kanarie"},
        "dossiers:note": {"text": "gezegd in een cel", "hears": "own"},
        "dossiers:correct": {"text": "beter", "what": "beter", "why_changed": "zo"},
        "dossiers:withdraw": {"why": "hoort hier niet"},
        "dossiers:pass-on": {"organisation": organisation(stage, "wijkteam")},
        "dossiers:add-person": {"role": "subject", "name": "Verzonnen", "hears": "own"},
        "dossiers:end-seat": {"left_why": "klaar"},
        "dossiers:change-seat": {"role": "participant", "mandate": "decide"},
        "dossiers:end-link": {"why": "klaar"},
        "dossiers:hold": {"ground": "onderzoek", "review_on": days.isoformat()},
        "dossiers:lift-hold": {"lifted_why": "klaar"},
        "dossiers:invite-guest": {
            "guest_name": "Gast",
            "organisation": organisation(stage, "wijkteam"),
            "mandate": "speak",
            "why": "nodig",
        },
        "guests:ask": {"text": "Is dat zo?", "hears": "own"},
        "house:change": {"name": f"Ander huis {target.name}", "region": "Verzonnen"},
        "house:add-organisation": {"name": "Nieuw", "function": "GGZ"},
        "house:change-organisation": {"name": "Anders", "is_active": "on"},
        "house:end-appointment": {"on": days.isoformat()},
        "house:close-account": {"why": "klaar"},
        "house:house-rule": {
            "value": "20",
            "source": "besluit",
            "source_date": "2026-01-01",
            "valid_from": days.isoformat(),
        },
        "house:add-word": {
            "written": "stabiel",
            "text": "al een tijd niets nieuws",
            "review_on": days.isoformat(),
        },
        "house:mean": MEANT | {"review_on": days.isoformat()},
        "house:mean-for-house": MEANT | {"review_on": days.isoformat()},
        "house:propose": {
            "subject": "call",
            "text": "bel elkaar",
            "review_on": days.isoformat(),
        },
        "house:answer": {"says": "yes"},
        "house:factor-list": {"looked": "on"},
        "casework:decide": {"outcome": "zo", "hears": "own"},
        "casework:decide-anew": {"outcome": "anders", "why_changed": "beter"},
        "casework:answer-advice": {
            "body": "driehoek",
            "answer": "followed",
            "answered_on": timezone.localdate().isoformat(),
        },
        "casework:act": {"deed": "iets", "power": "iets", "why": "nu", "hears": "own"},
        "casework:leave-so": {"why": "wij wachten", "until": days.isoformat()},
        "casework:idea": {"text": "een idee", "hears": "own"},
        "casework:exit": {"text": "klaar", "seen_by": "zo", "hears": "own"},
        "casework:goal": {
            "domain": "work",
            "text": "werk",
            "seen_by": "zo",
            "hears": "own",
        },
        "casework:plan": {"deed": "iets", "hears": "own"},
        "casework:plan-anew": {"deed": "iets", "why_changed": "beter"},
        "casework:progress": {
            "known": "assumed",
            "seen_on": timezone.localdate().isoformat(),
            "words": "goed",
        },
        "casework:result": {"came": "none", "why": "niets gezien"},
        "casework:clash": {"why": "zo", "hears": "own"},
        "casework:contribute": BROUGHT | {"hears": "own"},
        "casework:correct-contribution": BROUGHT | {"why_changed": "beter"},
        "casework:open-round": {
            "question": "Zien wij dreiging?",
            "size": "short",
            "answer_by": days.isoformat(),
            "hears": "own",
        },
        "casework:reading": {
            "sees": "gezien",
            "reads": "geduid",
            "would_change": "anders",
            "says_answer": "unsure",
        },
        "casework:interpret": READ | {"hears": "own"},
        "casework:correct-interpretation": READ | {"why_changed": "beter"},
        "casework:dissent": {"sees": "wij zien het anders"},
        "work:matter": {"deed": "reply", "says": "yes"},
        "work:reached": {"rhythm": "daily"},
        "work:away": {"until": days.isoformat()},
        "casework:agree": AGREED | {"hears": "own"},
        "casework:agree-anew": AGREED | {"why_changed": "beter"},
        "casework:reply": {"says": "yes"},
        "casework:claim": {
            "done_on": timezone.localdate().isoformat(),
            "words": "gezien",
        },
        "casework:confirm": {"words": "gezien"},
        "casework:not-yet": {"words": "nog niet gezien"},
        "casework:expect": {
            "text": "iets",
            "answer_by": days.isoformat(),
            "hears": "own",
        },
        "casework:expect-anew": {
            "text": "iets anders",
            "answer_by": days.isoformat(),
            "why_changed": "beter",
        },
        "casework:answer-expectation": {"says": "no", "words": "dat mag niet"},
        "casework:case-number": {"number": "7", "why_changed": "anders"},
        "casework:limit": {"text": "dat niet", "why": "zo", "hears": "own"},
        "casework:withhold": {
            "ground": "law",
            "review_on": days.isoformat(),
            "hears": "own",
        },
        "casework:withhold-anew": {
            "ground": "law",
            "review_on": days.isoformat(),
            "why_changed": "beter",
        },
        "casework:declare": stuck(stage, days),
        "casework:declare-from": stuck(stage, days),
        "casework:position": {"words": "wij niet"},
        "casework:further": {
            "stage": "mediation",
            "to_whom": "een bemiddelaar",
            "note": "kijk mee",
            "breaker": stage.made["seats"]["chair"].pk,
        },
        "casework:attend": {"deed": "present"},
        "meetings:call": {"kind": "phone", "day": days.isoformat(), "time": "10:00"},
        "meetings:change": {"kind": "urgent", "day": days.isoformat(), "time": "9:00"},
        "meetings:hand-over": led_by(stage),
        "casework:enter": {"kind": "idea", "text": "iets nieuws", "hears": "own"},
        "casework:import": {
            "pasted": "Besluit: niets verandert (verzonnen).",
            "held_on": (days - timedelta(days=40)).isoformat(),
            "source": "het wijkteam",
        },
        "casework:phase": {"phase": "decide"},
        "casework:pause": {"pause": "yes"},
        "casework:settle": {"why": "vervalt"},
        "casework:minutes": {"says": "so"},
        "casework:minutes-text": {"text": "ook over vervoer"},
        "casework:amend": {"is_taken": "no", "why": "zo is het gezegd"},
        "casework:read-back": {"deed": "make"},
        "casework:resolve": {"how": "agreed", "words": "toch eens"},
        "casework:view": {
            "voice": "person",
            "given": "given",
            "given_on": "2026-01-01",
            "words": "ik ben boos",
            "hears": "own",
        },
        "casework:questions": {"text_1": "Hij is gevaarlijk.", "kind_1": "fact"},
        "casework:other-use": {"use": "any", "asked_by": "OM", "why": "nodig"},
        "casework:read-factor": {
            "read": "unknown",
            "argument": "niets gezien",
            "why_changed": "nu wel gekeken",
            "hears": "own",
        },
        "casework:assess": {
            "instrument": "VERA-2R",
            "assessed_on": "2026-01-01",
            "assessor": "deskundige",
            "conclusion": "geen",
            "limits": "kort gesprek",
            "hears": "own",
        },
        "evaluation:compare": {
            "first": stage.made["coding"].coder_id,
            "second": stage.made["researcher"].pk,
        },
        "evaluation:consent": {"participant": stage.made["participant"].pk},
        "evaluation:code-line": {"number": "1", "words": "gezegd"},
        "evaluation:board-add": {"at": "1", "words": "een richting"},
        "evaluation:group": {"apart": "1", "line": "1"},
        "house:replace": {
            "subject": "call",
            "text": "bel elkaar eerst",
            "review_on": days.isoformat(),
        },
    }
    return data.get(route, {})


def stuck(stage: Stage, day: date) -> dict[str, Any]:
    """Of the table; at another one nobody of these sits there to see to it."""
    return {
        "question": "wie begint",
        "asked": "een besluit",
        "since": "2026-01-01",
        "decide_by": day.isoformat(),
        "breaker": stage.made["seats"]["chair"].pk,
        "hears": "own",
    }


def organisation(stage: Stage, function: str) -> UUID:
    return stage.houses["here"].organisations.get(function=function).pk
