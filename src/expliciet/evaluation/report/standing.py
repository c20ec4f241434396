"""What a study has so far, as far as it may stand in a report; asked once."""

import json
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..figure_tables import frozen
from ..models import (
    Adoption,
    Comparison,
    Finding,
    LearningSession,
    Recommendation,
    Reconstruction,
    StudyMember,
)
from ..partners import roles_in
from ..reading.comparing import compared_for
from ..reconstruction import Figures


class Standing(NamedTuple):
    """Findings that were offered, recommendations, figures and what came of it."""

    reconstruction: Reconstruction | None
    comparison: Comparison | None
    """The last of dossiers that whoever reads this is done with as well."""
    findings: list[Finding]
    """Offered or final, in their last text."""
    unoffered: int
    recommendations: list[Recommendation]
    """Offered to whom they are said."""
    sessions: list[LearningSession]
    adoptions: list[Adoption]
    roles: dict[UUID, str]
    """What the organisations of its houses are called here: their function."""

    @property
    def figures(self) -> Figures | None:
        return frozen(self.reconstruction) if self.reconstruction else None

    @property
    def agreement(self) -> dict[str, Any] | None:
        """How far two coders agreed overall, as it was before anything was settled."""
        if self.comparison is None:
            return None
        told: dict[str, Any] = json.loads(self.comparison.figures or "{}")
        return told.get("overall")


def standing_of(member: StudyMember) -> Standing:
    """As this researcher may know it, in a fixed number of questions, however much was
    found."""
    study = member.study
    compared = next(iter(compared_for(member)), None)
    current = list(
        study.findings.current()
        .select_related("study")
        .prefetch_related("evidence", "fact_checks__finding__study")
        .order_by("subject", "number")
    )
    recommendations = list(
        study.recommendations.filter(offered_at__isnull=False)
        .select_related("study", "addressee", "house")
        .prefetch_related(
            "findings", "responses__organisation", "responses__recommendation__study"
        )
        .order_by("number")
    )
    return Standing(
        reconstruction=study.reconstructions.order_by("-at", "id").first(),
        comparison=compared.comparison if compared else None,
        findings=[each for each in current if each.offered_at],
        unoffered=sum(not each.offered_at for each in current),
        recommendations=recommendations,
        sessions=list(
            study.sessions.select_related("house")
            .prefetch_related("directions")
            .order_by("held_on", "id")
        ),
        adoptions=list(
            Adoption.objects.filter(recommendation__in=recommendations)
            .select_related("recommendation")
            .prefetch_related("steps")
            .order_by("recommendation__number", "at")
        ),
        roles=roles_in({each.house for each in recommendations}),
    )


def lacking(stands: Standing) -> list[str]:
    """What a reader will miss, in words."""
    waiting = sum(not each.is_final for each in stands.findings)
    silent = sum(each.response is None for each in stands.recommendations)
    told = (
        (not stands.reconstruction, _("No figures were counted yet.")),
        (not stands.comparison, _("No two coders were compared yet.")),
        (not stands.findings, _("No finding was offered to the partners yet.")),
        (
            stands.unoffered,
            ngettext(
                "%(number)s finding is still being written, and stays out.",
                "%(number)s findings are still being written, and stay out.",
                stands.unoffered,
            )
            % {"number": stands.unoffered},
        ),
        (
            waiting,
            ngettext(
                "%(number)s finding is not final yet; it says so.",
                "%(number)s findings are not final yet; they say so.",
                waiting,
            )
            % {"number": waiting},
        ),
        (not stands.recommendations, _("No recommendation was offered yet.")),
        (
            silent,
            ngettext(
                "%(number)s recommendation has no answer yet.",
                "%(number)s recommendations have no answer yet.",
                silent,
            )
            % {"number": silent},
        ),
    )
    return [words for is_so, words in told if is_so]
