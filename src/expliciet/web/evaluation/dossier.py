"""One dossier as it was known at a moment, to read and to code."""

from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
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
from ..dossiers.moments import Unreadable, read, spelled
from ..reading import show
from .coding_forms import CodingForm, MemoForm, standing
from .marked import Mark, Shown
from .reading import dossier_or_404
from .studying import researching


@researching
def dossier(
    request: HttpRequest, member: StudyMember, now: datetime, number: int
) -> HttpResponse:
    chosen = dossier_or_404(member, number, now)
    try:
        moment = (
            read(words) if (words := request.GET.get("moment", "").strip()) else now
        )
    except Unreadable:
        messages.error(request, _("That is not a moment. Choose a day or a decision."))
        return redirect("evaluation:dossier", member.study_id, number)
    return Page(request, member, now, chosen).shown(min(moment, now))


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
        rows = list(chosen.study_texts.order_by("recorded_at", "number"))
        for row in rows:
            row.study_dossier = chosen
        self.dossier = Dossier(rows)
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

    def coding_form(self, *args: Any, **kwargs: Any) -> CodingForm:
        texts = {
            each.row.number: (f"{each.row.number}. {each.kind}", each.row)
            for each in sorted(self.dossier.texts, key=lambda one: one.row.number)
            if not each.is_gone
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
            .filter(text__study_dossier=self.chosen)
            .select_related("coder__user")
            .order_by("begins", "ends", "at", "id")
        )
        rows_of = {each.row.pk: each.row for each in self.dossier.texts}
        found: dict[UUID, list[Mark]] = defaultdict(list)
        for each in rows:
            if each.text_id is None:
                continue
            each.code = self.named[each.code_id]
            each.text = rows_of[each.text_id]
            there = found[each.text_id]
            mine = each.coder_id == self.member.pk
            there.append(Mark(len(there) + 1, each, mine))
        return found

    def role(self) -> str:
        role = self.request.GET.get("rol", "").strip()
        if role and role not in self.dossier.roles:
            raise Http404
        return role

    def shown(
        self,
        moment: datetime | None = None,
        *,
        form: CodingForm | None = None,
        memo_form: MemoForm | None = None,
        status: int = 200,
    ) -> HttpResponse:
        moment, role = moment or self.now, self.role()
        whole = moment == self.now
        marks = self.marks()
        known = self.dossier.known(moment, role)
        asked = left_open(known)
        turning = self.dossier.at(moment)

        def one(text: Text) -> Shown:
            return Shown(text, marks[text.row.pk], asked.get(text.row.number, ()))

        before, after = self.dossier.before(moment), self.dossier.after(moment)
        context = {
            "study": self.member.study,
            "member": self.member,
            "chosen": self.chosen,
            "here": reverse(
                "evaluation:dossier", args=[self.member.study_id, self.chosen.number]
            ),
            "moment": None if whole else moment,
            "spelled": "" if whole else spelled(moment),
            "role": role,
            "roles": self.dossier.roles,
            "turning": turning,
            "asks": asks_of(turning) if turning else [],
            "who": self.dossier.who(moment),
            "before": before and spelled(before.row.recorded_at),
            "after": after and spelled(after.row.recorded_at),
            "known": [one(each) for each in known],
            "later": [one(each) for each in self.dossier.later(moment, role)],
            "is_gone": self.is_gone,
            "is_done": self.is_done,
            "done": self.done,
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
