"""How a study looked, at how many dossiers, how far coders agreed, and its limits."""

from typing import Any

from django.utils import formats
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...documents.paper import Block, Bullets, Facts, Paragraph, Part
from ..agreement import Undefined
from ..models import Study
from .standing import Standing

Pairs = tuple[tuple[str, str], ...]
CIRCLES = ("table", "core", "named")


def parts(study: Study, stands: Standing) -> tuple[Part, ...]:
    return (
        Part(_("What is asked, and by whom"), blocks=cover(study)),
        Part(_("How dossiers were chosen"), blocks=(Facts(choosing(study)),)),
        Part(_("What was read and heard"), blocks=(Facts(selection(study)),)),
        Part(_("How texts were masked"), blocks=(Paragraph(masking()),)),
        Part(_("How far two coders agreed"), blocks=(agreement(stands),)),
    )


def cover(study: Study) -> tuple[Block, ...]:
    houses = study.houses.select_related("house")
    told = (
        (_("On whose behalf"), study.commissioner or ""),
        (_("Legal ground"), study.ground or ""),
        (_("Houses"), ", ".join(each.house.name for each in houses)),
    )
    asked: list[Block] = []
    for subject, questions in study.questions:
        if questions:
            asked += [Paragraph(subject.capitalize()), Bullets(tuple(questions))]
    return (Facts(told), *asked)


def choosing(study: Study) -> Pairs:
    begins = date_format(study.begins_on, "j F Y")
    until = date_format(study.until, "j F Y")
    period = _("%(begins)s up to and including %(until)s")
    told = [
        (_("Period"), period % {"begins": begins, "until": until}),
        (_("Which dossiers"), str(study.get_state_display())),
    ]
    if study.level:
        told.append((_("Level"), study.level.name or study.level.code))
    told.append((_("How they are chosen"), str(study.get_choosing_display())))
    if study.choosing == Study.Choosing.CHANCE:
        told.append((_("At most"), str(study.most)))
    told += [
        (_("Seed of the draw"), str(study.seed)),
        (_("Circles included"), circles(study)),
        (
            _("Never chosen by"),
            _("origin or belief: these stand nowhere in the program"),
        ),
    ]
    return tuple(told)


def circles(study: Study) -> str:
    """What each house lets in, for all houses together: the most that was read."""
    words = {
        "table": _("what the whole table heard"),
        "core": _("what the core heard"),
        "named": _("what chosen organisations heard"),
    }
    let_in: set[str] = set()
    for each in study.houses.prefetch_related("approvals"):
        let_in |= each.circles
    return ", ".join(words[each] for each in CIRCLES if each in let_in)


def selection(study: Study) -> Pairs:
    """Numbers only; a small one is not told."""
    read = study.dossiers.filter(released_at__isnull=False, taken_back_at=None)
    coded = read.filter(coded__isnull=False).distinct()
    numbers = (
        (_("Dossiers chosen"), study.dossiers.count()),
        (_("Dossiers released and read"), read.count()),
        (_("Dossiers coded"), coded.count()),
    )
    told = [(name, at_least(number, study.smallest)) for name, number in numbers]
    told.append((_("Group conversations"), str(study.conversations.count())))
    return tuple(told)


def at_least(number: int, smallest: int) -> str:
    if number >= smallest:
        return str(number)
    return _("fewer than %(smallest)s") % {"smallest": smallest}


def masking() -> str:
    return _(
        "Researchers read masked texts. Names of persons, professionals and "
        "organisations were replaced by roles, such as “police-1”. The program looked "
        "for what still looked like a name; whoever leads the table looked once more "
        "and released each dossier by hand. The texts are sealed with the key of their "
        "dossier and go when it goes."
    )


def agreement(stands: Standing) -> Block:
    told = stands.agreement
    if told is None:
        return Paragraph(_("No two coders were compared."))
    return Facts(agreed(told))


def agreed(told: dict[str, Any]) -> Pairs:
    """Two coders, each blind until both were done; before anything was settled."""
    why = Undefined(told["why"]).label if told.get("why") else ""
    bounds = told.get("interval")
    why_not = told.get("why_no_interval")
    interval = (
        _("%(low)s to %(high)s")
        % {"low": decimal(bounds[0]), "high": decimal(bounds[1])}
        if bounds
        else str(Undefined(why_not).label if why_not else "")
    )
    return (
        (_("Texts coded by both"), str(told["units"])),
        (_("Share of decisions alike"), decimal(told.get("observed"))),
        (_("Krippendorff’s alpha"), decimal(told.get("alpha"), str(why))),
        (_("95% interval of alpha"), interval),
        (_("Cohen’s kappa"), decimal(told.get("kappa"), str(why))),
    )


def decimal(value: float | None, otherwise: str = "") -> str:
    if value is None:
        return otherwise
    return str(formats.number_format(round(value, 2), 2))


def limits(study: Study) -> Part:
    """What nobody may read into it."""
    told = (
        _(
            "It looks at texts and at the course of a process. What was said and never "
            "recorded is not in it."
        ),
        _(
            "It says nothing about a person: not about whoever a case is about, nor "
            "about a professional."
        ),
        _(
            "Numbers that rest on fewer than %(smallest)s dossiers are not shown, nor "
            "those from which such a number would follow. A nothing is not shown "
            "either."
        )
        % {"smallest": study.smallest},
        _(
            "Texts were masked. What a name or a place would have explained cannot be "
            "read in them."
        ),
        _(
            "That one thing came after another does not mean that it came about by it. "
            "No effect of an approach was measured."
        ),
        _(
            "The dossiers are those of these houses in this period. For others it says "
            "nothing without looking there."
        ),
        _("Figures stand as they were when they were counted."),
    )
    return Part(_("What this study cannot say"), blocks=(Bullets(told),))
