"""What one began to write and did not finish."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Q
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...dossiers.models import Dossier, Draft
from ..dossiers.asks import WRITING
from ..house.answer_form import NAME as AN_ANSWER
from ..people import me

FORMS: dict[str, Promise] = {
    **WRITING,
    "work:matter": _("an answer on your own page"),
    "work:away": _("when you are away"),
    "meetings:call": _("a new meeting"),
    "meetings:change": _("a change of a meeting"),
    "dossiers:open": _("a new dossier"),
    "dossiers:take-over": _("a dossier to take over"),
    "dossiers:pass-on": _("passing something on"),
    "dossiers:change-seat": _("a change of a seat"),
    "dossiers:end-seat": _("the end of a seat"),
    "dossiers:link": _("a link between dossiers"),
    "dossiers:end-link": _("the end of a link"),
    "dossiers:show-elsewhere": _("showing something in a linked dossier"),
    "dossiers:hold": _("a hold"),
    "dossiers:lift-hold": _("lifting a hold"),
    "house:propose": _("a new working agreement"),
    "house:replace": _("another text for a working agreement"),
    "house:add-word": _("a loaded word"),
    "house:mean": _("what a word means"),
    "house:mean-for-house": _("what a word means"),
    "house:change": _("the name of the house"),
    "house:house-rule": _("a house rule"),
    "house:add-person": _("a new colleague"),
    "house:change-person": _("another name or address of a colleague"),
    "house:appoint": _("an appointment"),
    "house:end-appointment": _("the end of an appointment"),
    "house:close-account": _("closing an account"),
    "house:add-organisation": _("a new organisation"),
    "house:change-organisation": _("a change of an organisation"),
    "house:factor-list": _("confirming a list of factors"),
    "house:template": _("a template for documents"),
    "house:load-factor-list": _("loading a list of factors"),
    "house:add-level": _("a new level of the approach"),
    "house:level": _("a change of a level of the approach"),
    "house:trail-purpose": _("a purpose for reading lines"),
    "evaluation:propose": _("a study"),
    "evaluation:decide": _("whether a study may look"),
    "evaluation:name-researcher": _("a researcher in a study"),
    "evaluation:end": _("why a study ends"),
    "evaluation:conversation-plan": _("a group conversation"),
    "evaluation:conversation-change": _("a change of a group conversation"),
    "evaluation:conversation-enter": _("what was said in a group conversation"),
    "evaluation:findings": _("offering findings"),
    "evaluation:finding-add": _("a finding"),
    "evaluation:finding-change": _("a change of a finding"),
    "evaluation:check": _("whether the facts of a finding are right"),
    "evaluation:check-answer": _("what became of a check of facts"),
    "evaluation:recommend": _("a recommendation"),
    "evaluation:recommendation-change": _("a change of a recommendation"),
    "evaluation:respond": _("the answer to a recommendation"),
    "evaluation:code-add": _("a code"),
    "evaluation:code-change": _("a code"),
    "evaluation:session-call": _("a learning session"),
    "evaluation:session-change": _("a learning session"),
    "evaluation:own": _("who takes a direction up"),
    "evaluation:adopt": _("what a recommendation becomes"),
    "evaluation:adoption-claim": _("that something is done"),
    "evaluation:adoption-judge": _("whether something is seen"),
    "evaluation:scan-begin": _("a yearly scan"),
    "evaluation:scan-answer": _("answers to the yearly scan"),
}
"""What each form is about, without what was typed in it."""


class Begun(NamedTuple):
    """One draft: in which form, in which dossier, when; never what it says."""

    draft: Draft
    what: str
    number: str
    address: str


def begun(request: HttpRequest, now: datetime) -> list[Begun]:
    """Drafts of mine that can still be finished.

    One in a dossier where I no longer sit is not named. Answers to working agreements
    stand in the answer itself.
    """
    user = me(request)
    here = Dossier.objects.visible_to(user, now)
    drafts = (
        Draft.objects.visible_to(user, timezone.localdate(now))
        .filter(Q(dossier=None) | Q(dossier__in=here))
        .exclude(form=AN_ANSWER)
        .select_related("dossier")
        .defer("body")
    )
    return [
        Begun(
            draft,
            str(FORMS.get(draft.form.partition("/")[0], _("something in a form"))),
            draft.dossier.number if draft.dossier else "",
            address_of(draft),
        )
        for draft in drafts
    ]


def address_of(draft: Draft) -> str:
    """Where the form stands: at its own address, or with what it is about in it."""
    name, _slash, rest = draft.form.partition("/")
    about, dossier = draft.about, draft.dossier_id
    for parts in (
        [],
        [dossier],
        [dossier, about],
        [about],
        [about, *rest.split("/")],
        [draft.house_id, about],
    ):
        try:
            return reverse(name, args=[part for part in parts if part])
        except NoReverseMatch:
            continue
    return ""
