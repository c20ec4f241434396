"""One dossier as it was known at a moment, to read and to code."""

from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ...audit.actions import Action
from ...evaluation.models import Coded, Coding, Memo, StudyDossier, StudyMember
from ...evaluation.reading.asked import asks_of, left_open
from ...evaluation.reading.codebook import nested
from ...evaluation.reading.known import Dossier, Text
from ...evaluation.reading.memos import memos_for
from ..dossiers.deeds import REFUSED
from ..dossiers.moments import Unreadable
from ..reading import show
from .coding_forms import CodingForm, MemoForm, standing
from .marked import Mark, Shown, numbered
from .moment_read import YES, asked
from .reading import dossier_or_404
from .studying import researching


@researching
def dossier(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    chosen = dossier_or_404(member, number, now)
    try:
        page = Page(request, member, now, chosen)
    except Unreadable:
        messages.error(request, _("That is not a moment. Choose a day or a decision."))
        return redirect("evaluation:dossier", member.study_id, number)
    return page.shown()


class Page:
    """Everything on the page of one dossier; each thing asked of the database once."""

    def __init__(
        self,
        request: HttpRequest,
        member: StudyMember,
        now: datetime,
        chosen: StudyDossier,
    ) -> None:
        self.request, self.member, self.now, self.chosen = request, member, now, chosen
        rows = list(chosen.study_texts.open().order_by("recorded_at", "number"))
        for row in rows:
            row.study_dossier = chosen
        self.dossier = Dossier(rows)
        self.asked = asked(request.GET, self.dossier, now)
        self.codes = nested(member.study.codes.all())
        self.named = {each.code.pk: each.code for each in self.codes}
        self.done = list(
            Coded.objects.filter(study_dossier=chosen).select_related("member__user")
        )

    @property
    def is_done(self) -> bool:
        return any(each.member_id == self.member.pk for each in self.done)

    @property
    def is_gone(self) -> bool:
        return any(each.is_gone for each in self.dossier.texts)

    def on_the_page(self) -> list[Text]:
        """What lies open for whoever reads: nothing of later, unless asked for."""
        at = self.asked
        later = self.dossier.later(at.moment, at.role) if at.later else []
        return [*self.dossier.known(at.moment, at.role), *later]

    def coding_form(self, *args: Any, **kwargs: Any) -> CodingForm:
        texts = {
            each.row.number: each.row for each in self.on_the_page() if not each.is_gone
        }
        initial = {"number": self.request.GET.get("tekst", "")}
        return CodingForm(
            *args, texts=texts, codes=standing(self.codes), initial=initial, **kwargs
        )

    def marks(self) -> dict[UUID, list[Mark]]:
        """By text: what this researcher may see of what was coded, numbered."""
        rows = (
            Coding.objects.visible_to(self.member)
            .standing()
            .filter(text__in=[each.row.pk for each in self.dossier.texts])
            .order_by("begins", "ends", "at", "id")
        )
        texts = {each.row.pk: each for each in self.dossier.texts}
        found: dict[UUID, list[Coding]] = defaultdict(list)
        for each in rows:
            if each.text_id is None:
                continue
            each.code = self.named[each.code_id]
            each.text = texts[each.text_id].row
            found[each.text_id].append(each)
        return {
            pk: numbered(texts[pk].words or "", codings, self.member)
            for pk, codings in found.items()
        }

    def shown(
        self,
        *,
        form: CodingForm | None = None,
        memo_form: MemoForm | None = None,
        status: int = 200,
    ) -> HttpResponse:
        at, marks = self.asked, self.marks()
        same = at.address()
        known = self.dossier.known(at.moment, at.role)
        later = self.dossier.later(at.moment, at.role)
        open_ = left_open(known)

        def one(text: Text) -> Shown:
            return Shown(
                text, marks.get(text.row.pk, ()), open_.get(text.row.number, ())
            )

        here = reverse(
            "evaluation:dossier", args=[self.member.study_id, self.chosen.number]
        )
        before, after = self.dossier.before(at.moment), self.dossier.after(at.moment)
        context = {
            "study": self.member.study,
            "member": self.member,
            "chosen": self.chosen,
            "here": here,
            "off": f"{here}coderen/",
            "ask": f"{here}?{same}&tekst=" if same else f"{here}?tekst=",
            "asked": at,
            "same": same,
            "as_now": at.address(moment="", later=""),
            "with_later": at.address(later="" if at.later else YES),
            "roles": self.dossier.roles,
            "asks": asks_of(at.turning) if at.turning else [],
            "place": self.dossier.place(at.turning) if at.turning else None,
            "of": len(self.dossier.turning),
            "who": self.dossier.who(at.moment),
            "before": before and at.address(moment=before.row.number, later=""),
            "after": after and at.address(moment=after.row.number, later=""),
            "known": [one(each) for each in known],
            "has_later": bool(later),
            "later": [one(each) for each in later] if at.later else [],
            "is_gone": self.is_gone,
            "is_done": self.is_done,
            "codes": self.codes,
            "form": form or self.coding_form(),
            "memo_form": memo_form or MemoForm(instance=Memo(), auto_id="memo_%s"),
            "memos": self.memos(),
        }
        return show(
            self.request,
            "evaluation/dossier.html",
            context,
            action=Action.STUDY_TEXTS_READ,
            by=self.member,
            about=self.chosen,
            count=max(1, len(self.dossier.texts)),
            status=status,
        )

    def memos(self) -> list[Memo]:
        if self.is_gone:
            return []
        found = list(memos_for(self.chosen, self.member))
        for each in found:
            each.study_dossier = self.chosen
        return found

    def refused(self, **forms: Any) -> HttpResponse:
        return self.shown(status=REFUSED, **forms)
