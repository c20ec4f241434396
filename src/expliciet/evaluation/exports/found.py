"""Findings and recommendations, as they stand."""

from collections import Counter

from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Evidence, FactCheck, StudyMember
from ..report.standing import standing_of
from ..tabular import Column, Table


def findings(member: StudyMember) -> Table:
    """Those that were offered to the partners, in their last text."""
    columns = (
        Column("bevinding", _("number of the finding")),
        Column("onderwerp", _("subject")),
        Column("gaat", _("whether it goes well or can be better")),
        Column("woorden", _("the finding")),
        Column("zegt_niet", _("what it does not say")),
        Column("aangeboden_op", _("when it was offered to the partners"), _("day")),
        Column("definitief_op", _("since when it is final"), _("day")),
        Column("voor", _("passages and figures for it"), _("pieces")),
        Column("tegen", _("passages and figures against it"), _("pieces")),
        Column("klopt", _("organisations that say the facts are right")),
        Column("anders", _("organisations that say it was otherwise")),
        Column("weet_niet", _("organisations that cannot tell")),
    )
    rows = []
    for each in sorted(standing_of(member).findings, key=lambda one: one.number):
        sides = Counter(one.speaks for one in each.evidence.all())
        said = Counter(check.says for check in each.fact_checks.all())
        rows.append(
            (
                each.number,
                str(each.get_subject_display()),
                str(each.get_goes_display()),
                each.words or "",
                each.limits or "",
                timezone.localdate(each.offered_at) if each.offered_at else None,
                timezone.localdate(each.final_at) if each.final_at else None,
                sides[Evidence.Speaks.FOR],
                sides[Evidence.Speaks.AGAINST],
                *(said[says] for says in FactCheck.Says),
            )
        )
    return Table("bevindingen", columns, rows)


def recommendations(member: StudyMember) -> Table:
    """Those that were offered, with the last answer of whom they are said to."""
    columns = (
        Column("aanbeveling", _("number of the recommendation")),
        Column("onderwerp", _("subject")),
        Column("huis", _("in which house")),
        Column("aan", _("to which partner, by its function; empty for all together")),
        Column("woorden", _("the recommendation")),
        Column("waarom", _("why")),
        Column("bevindingen", _("numbers of the findings it rests on")),
        Column("antwoord", _("the last answer; empty where there is none")),
        Column("antwoord_waarom", _("why, or how")),
        Column("klaar_op", _("done by"), _("day")),
    )
    rows = []
    stands = standing_of(member)
    for each in stands.recommendations:
        answer = each.response
        numbers = sorted({one.number for one in each.findings.all()})
        rows.append(
            (
                each.number,
                str(each.get_subject_display()),
                each.house.name,
                stands.roles[each.addressee_id] if each.addressee_id else "",
                each.words or "",
                each.why or "",
                ", ".join(map(str, numbers)),
                str(answer.get_says_display()) if answer else "",
                (answer.words or "") if answer else "",
                answer.on if answer else None,
            )
        )
    return Table("aanbevelingen", columns, rows)
