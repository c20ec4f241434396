"""One typed line becomes an agreement, an expectation, an idea; or stays open."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ...casework.models import AgendaItem, OpenPoint
from ...dossiers.models import Seat
from ...rules.actors import Actor, Party
from ...rules.entry import Entry, Kind, Lack, read_entry
from ..dossiers.circle_fields import CircleFields
from ..forms import PlainForm, ThingForm, say_choose
from .agreement_form import AgreementForm
from .expectations import ExpectationForm
from .parked import IdeaForm, line, text
from .said_in_meeting import last_heard, people_at

DAYS = {"D": 1, "W": 7, "M": 30}
TYPED = 2_000
"""So long a line may be; the rest is asked to be said in a form."""


class LineForm(PlainForm):
    """The line itself: one field, focused by `/`."""

    line = forms.CharField(
        label=_("Type a line"),
        max_length=TYPED,
        widget=line(),
        error_messages={
            "required": _("Type first what was said."),
            "max_length": _(
                "This line is too long. It still stands here; make it shorter, or say "
                "it in a form."
            ),
        },
    )


class OpenForm(CircleFields, ThingForm):
    """What was said, to stand as it is and be made whole afterwards."""

    class Meta:
        model = OpenPoint
        fields = ("text",)
        widgets = {"text": text(2)}
        labels = {"text": _("As it was said")}


class Parts:
    """What a line became, to look at before it counts: a form, and what to ask.

    `form` is that of the kind itself, filled with what the line says; `questions` what
    the line lacks, by field.
    """

    def __init__(
        self,
        kind: Kind,
        typed: str,
        form: Any,
        questions: Mapping[str, str | Promise],
        due: date | None = None,
    ) -> None:
        self.kind, self.typed, self.form = kind, typed, form
        self.questions, self.due = questions, due
        self.first_to_fill = self.first_lacking()
        if self.first_to_fill:
            form.fields[self.first_to_fill].widget.attrs["autofocus"] = True

    def first_lacking(self) -> str:
        """The field in which one types on: what lacks, or what was wrong; none where
        one more Enter records it."""
        names = [*self.names, "hears", "named"]
        if self.form.is_bound:
            return next((name for name in names if name in self.form.errors), "")
        empty = {*self.questions, *(() if self.form["hears"].value() else ("hears",))}
        return next((name for name in names if name in empty), "")

    @property
    def names(self) -> tuple[str, ...]:
        return SHOWN[self.kind]

    @property
    def label(self) -> str:
        return self.kind.label.spoken(get_language() or "nl")

    @property
    def may_stay_open(self) -> bool:
        """Recorded whole or left open; the other kinds are left open, and made whole
        in a form of their own afterwards."""
        return self.kind in FORMS

    @property
    def asked(self) -> list[tuple[str, str | Promise]]:
        return list(self.questions.items())

    @property
    def rest_is_filled(self) -> bool:
        return any(each.errors or each.value() for each in self.rest)

    @property
    def shown(self) -> list[forms.BoundField]:
        """The parts of the line itself, in its order; the rest under ‘more’."""
        return [self.form[name] for name in self.names if name in self.form.fields]

    @property
    def rest(self) -> list[forms.BoundField]:
        shown = {*self.names, "hears", "named"}
        return [each for each in self.form.visible_fields() if each.name not in shown]

    @property
    def hearing(self) -> list[forms.BoundField]:
        return [
            self.form[each] for each in ("hears", "named") if each in self.form.fields
        ]


FORMS: dict[Kind, type[Any]] = {
    Kind.AGREEMENT: AgreementForm,
    Kind.EXPECTATION: ExpectationForm,
    Kind.IDEA: IdeaForm,
}
SHOWN: dict[Kind, tuple[str, ...]] = {
    **dict.fromkeys(Kind, ("text",)),
    Kind.AGREEMENT: ("owner", "deed", "due_on", "done_when"),
    Kind.EXPECTATION: ("of", "text", "answer_by"),
}


def parts_of(
    request: HttpRequest, item: AgendaItem, seat: Seat, now: datetime, typed: str
) -> Parts:
    """The line taken apart, each part in a field that can be changed."""
    return taken_apart(
        request,
        seat,
        now,
        typed,
        today=timezone.localdate(now),
        next_meeting=next_day(item, now),
        hears=last_heard(item, seat),
    )


def taken_apart(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    typed: str,
    *,
    today: date,
    next_meeting: date | None = None,
    hears: str = "",
    before: Mapping[str, Any] | None = None,
) -> Parts:
    """The same for a line that was said on that day, among who sits here now; with
    what was typed over its parts `before`."""
    seats = list(
        Seat.objects.visible_to(seat, now)
        .taken(now)
        .exclude(role=Seat.Role.AFTERCARE)
        .select_related("user", "organisation", "dossier")
    )
    people = people_at(seats)
    read = read_entry(
        typed,
        today=today,
        people=tuple(people),
        next_meeting=next_meeting,
        by=next((party for party, each in people.items() if each.pk == seat.pk), None),
    )
    initial = {**initial_of(read, people, typed), "hears": hears, **(before or {})}
    form = form_of(request, read.kind, seat, now, initial=initial)
    asked = questions_of(read, seat_of(read.owner, people))
    return Parts(read.kind, typed, form, asked, read.due or read.until)


def form_of(
    request: HttpRequest,
    kind: Kind,
    seat: Seat,
    now: datetime,
    *,
    initial: dict[str, Any] | None = None,
    posted: bool = False,
) -> Any:
    """The form of this kind: filled beforehand, or as it was sent."""
    form_class = FORMS.get(kind, OpenForm)
    more = {"of_request": request} if form_class is ExpectationForm else {}
    if posted:
        form = form_class(request.POST, seat=seat, now=now, **more)
    else:
        form = form_class(initial=initial, seat=seat, now=now, **more)
    form.request = request
    say_choose(form)
    return form


def initial_of(read: Entry, people: Mapping[Party, Seat], typed: str) -> dict[str, Any]:
    owner = seat_of(read.owner, people)
    due = read.due or read.until
    day = due.isoformat() if due else ""
    if read.kind == Kind.EXPECTATION:
        of = owner.organisation_id if owner else organisation_of(read.owner, people)
        return {"of": of, "text": read.deed, "answer_by": day, "why": read.reason}
    if read.kind == Kind.AGREEMENT:
        return {
            "owner": owner.pk if owner else None,
            "deed": read.deed,
            "due_on": day,
            "trigger": "" if day else read.trigger,
            "trigger_days": None if day else days_of(read.term),
            "done_when": read.done_when,
            "why": read.reason,
        }
    return {"text": read.deed or typed}


def seat_of(actor: Actor | None, people: Mapping[Party, Seat]) -> Seat | None:
    """The one person at the table who is meant; none where it must be asked."""
    if actor is None or not actor.name:
        return None
    found = [
        seat
        for party, seat in people.items()
        if party.name == actor.name
        and (not actor.organisation or party.organisation == actor.organisation)
    ]
    return found[0] if len(found) == 1 else None


def organisation_of(actor: Actor | None, people: Mapping[Party, Seat]) -> Any:
    if actor is None or not actor.organisation:
        return None
    return next(
        (
            seat.organisation_id
            for party, seat in people.items()
            if party.organisation == actor.organisation
        ),
        None,
    )


def days_of(term: str) -> int | None:
    """*P14D*: so many days after what is waited for."""
    number, unit = term[1:-1], term[-1:]
    return int(number) * DAYS[unit] if number.isdigit() and unit in DAYS else None


def questions_of(read: Entry, owner: Seat | None) -> dict[str, str]:
    """What the line cannot do without, beneath the field that it is asked for."""
    field = {
        Lack.OWNER: "of" if read.kind == Kind.EXPECTATION else "owner",
        Lack.DUE: "answer_by" if read.kind == Kind.EXPECTATION else "due_on",
    }
    language = get_language() or "nl"
    asked = {
        field[lack]: words.spoken(language) for lack, words in read.questions.items()
    }
    if (
        read.kind == Kind.AGREEMENT
        and read.owner
        and "owner" not in asked
        and not owner
    ):
        asked["owner"] = str(
            _("‘%(words)s’ does not sit at this table. Who here sees to it?")
            % {"words": read.owner.words}
        )
    if read.kind == Kind.AGREEMENT and not read.done_when:
        asked["done_when"] = str(_("In what will one see that it is done?"))
    return asked


def next_day(item: AgendaItem, now: datetime) -> Any:
    """The day of the next meeting at which this dossier is spoken of, if one is."""
    later = (
        item.dossier.agenda_items.exclude(pk=item.pk)
        .filter(meeting__begins_at__gt=now, meeting__called_off_at=None)
        .order_by("meeting__begins_at")
        .values_list("meeting__begins_at", flat=True)
        .first()
    )
    return timezone.localdate(later) if later else None
