"""What a study found and recommends on paper, what was answered and what came of it."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...documents.paper import Block, Bullets, Facts, Grid, Paragraph, Part
from ..models import (
    Adoption,
    AdoptionStep,
    Evidence,
    FactCheck,
    Finding,
    LearningSession,
    Recommendation,
    Subject,
)
from .standing import Standing

Pairs = tuple[tuple[str, str], ...]


def findings(stands: Standing) -> tuple[Part, ...]:
    """Per subject what goes well, and what can be better."""
    found = []
    for subject in Subject:
        here = [each for each in stands.findings if each.subject == subject]
        if not here:
            told = _("Nothing was offered on this subject.")
            found.append(Part(capital(subject.label), blocks=(Paragraph(told),)))
            continue
        found.append(Part(capital(subject.label)))
        for goes in Finding.Goes:
            some = [each for each in here if each.goes == goes]
            blocks = tuple(Facts(finding(each)) for each in some)
            if blocks:
                found.append(Part(capital(goes.label), 2, blocks))
    return tuple(found)


def capital(words: object) -> str:
    return str(words)[:1].upper() + str(words)[1:]


def finding(each: Finding) -> Pairs:
    name = _("Finding %(number)s") % {"number": each.number}
    told = [(name, each.words or "")]
    if each.limits:
        told.append((_("What it does not say"), each.limits))
    told += [(_("How far"), state(each)), (_("Rests on"), rests_on(each))]
    told.append((_("Facts checked"), checked(each)))
    became = [check.became for check in each.fact_checks.all() if check.became]
    if became:
        told.append((_("What became of it"), "\n".join(became)))
    return tuple(told)


def state(each: Finding) -> str:
    if each.final_at:
        return _("final since %(day)s") % {"day": day(each.final_at)}
    return _("offered to the partners; not final")


def day(moment: datetime) -> str:
    return str(date_format(timezone.localtime(moment), "j F Y"))


def rests_on(each: Finding) -> str:
    """How much speaks for it and against it; never the words of it."""
    sides = Counter(one.speaks for one in each.evidence.all())
    told = [
        _("%(number)s for it") % {"number": sides[Evidence.Speaks.FOR]},
        _("%(number)s against it") % {"number": sides[Evidence.Speaks.AGAINST]},
    ]
    return _("passages and figures: %(told)s") % {"told": ", ".join(told)}


def checked(each: Finding) -> str:
    """How many organisations said what; never which."""
    said = Counter(check.says for check in each.fact_checks.all())
    if not said:
        return _("nobody answered yet")
    return "; ".join(
        f"{says.label}: {said[says]}" for says in FactCheck.Says if said[says]
    )


def recommendations(stands: Standing) -> tuple[Part, ...]:
    if not stands.recommendations:
        told = _("No recommendation was offered yet.")
        return (Part(_("Recommendations"), blocks=(Paragraph(told),)),)
    return tuple(
        Part(
            _("Recommendation %(number)s") % {"number": each.number},
            blocks=(Facts(recommendation(each, stands.roles)),),
        )
        for each in stands.recommendations
    )


def recommendation(each: Recommendation, roles: Mapping[UUID, str]) -> Pairs:
    to = roles[each.addressee_id] if each.addressee_id else _("all partners together")
    numbers = sorted({one.number for one in each.findings.all()})
    told = [
        (_("Subject"), capital(each.get_subject_display())),
        (_("Said to"), f"{to}, {each.house.name}"),
        (_("What"), each.words or ""),
        (_("Why"), each.why or ""),
        (_("Rests on findings"), ", ".join(map(str, numbers))),
    ]
    answer = each.response
    if answer is None:
        told.append((_("Answer"), _("not yet")))
        return tuple(told)
    words = f"{roles[answer.organisation_id]}: {answer.get_says_display()}"
    told.append((_("Answer"), words))
    if answer.words:
        told.append((_("Why, or how"), answer.words))
    if answer.on:
        told.append((_("Done by"), str(date_format(answer.on, "j F Y"))))
    return tuple(told)


def afterwards(stands: Standing) -> tuple[Part, ...]:
    return (
        Part(_("Learning sessions"), blocks=(sessions(stands.sessions),)),
        Part(_("What was adopted"), blocks=(adoptions(stands.adoptions),)),
    )


def sessions(held: list[LearningSession]) -> Block:
    """How many ways were thought of; what stands on a board is for its house."""
    if not held:
        return Paragraph(_("No learning session was called."))
    rows = []
    for each in held:
        directions = [one for one in each.directions.all() if not one.taken_off_at]
        begun = sum(one.first_step_on is not None for one in directions)
        rows.append(
            (
                date_format(each.held_on, "j F Y"),
                each.house.name,
                str(len(directions)),
                str(begun),
            )
        )
    headers = (_("Day"), _("House"), _("Directions"), _("With a first step and a day"))
    return Grid("", headers, tuple(rows))


def adoptions(found: list[Adoption]) -> Block:
    """By recommendation; without who took it up."""
    if not found:
        return Paragraph(_("Nothing was adopted yet."))
    return Bullets(tuple(map(adoption, found)))


def adoption(each: Adoption) -> str:
    kind = _("a house rule") if each.house_rule_id else _("a working agreement")
    told = _("Recommendation %(number)s became %(kind)s on %(day)s: %(state)s.")
    last = each.last
    state = AdoptionStep.Says(last.says).label if last else _("not said to be done yet")
    return told % {
        "number": each.recommendation.number,
        "kind": kind,
        "day": day(each.at),
        "state": state,
    }
