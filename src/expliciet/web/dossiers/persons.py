"""Persons: who is who around a dossier, and recording or correcting that."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...accounts.refusal import require
from ...audit.actions import Action
from ...dossiers.actions.persons import record_person
from ...dossiers.actions.recording import Overtaken, correct
from ...dossiers.models import Person, Seat
from ..forms import ThingForm, begin
from .addresses import of_dossier
from .circle_fields import CircleFields
from .deeds import ask, by_then
from .readers import Readers, readers_of
from .table import at_the_table

FACTS = (
    "close_link",
    "contact",
    "representative",
    "custody",
    "youth_protection",
    "necessity",
)
LABELS: dict[str, Promise] = {
    "close_link": _("relation"),
    "contact": _("reached by"),
    "representative": _("legal representative"),
    "custody": _("custody"),
    "youth_protection": _("youth protection"),
    "necessity": _("why recorded"),
}
ORDER = [kind.value for kind in Person.Kind]


@dataclass
class Known:
    """A person as one seat may read of them on one day."""

    record: Person
    is_readable: bool
    may_correct: bool
    born: date | None = None
    age: int = 0
    said: list[tuple[Promise, str]] = field(default_factory=list)
    at: datetime = field(default_factory=timezone.now)

    @property
    def readers(self) -> Readers:
        return readers_of(self.record, self.at)

    @property
    def role(self) -> str:
        return self.record.get_role_display()

    @property
    def grew_up(self) -> bool:
        """Recorded as a minor, and 18 by now."""
        return self.record.is_minor and self.age >= 18


def known(found: Iterable[Person], seat: Seat, moment: datetime) -> list[Known]:
    """The persons that this seat heard of, as it may read of them at a moment."""
    today = timezone.localdate(moment)
    told = [replace(opened(person, seat, today), at=moment) for person in found]
    return sorted(told, key=lambda one: ORDER.index(one.record.role))


def opened(person: Person, seat: Seat, today: date) -> Known:
    one = Known(
        person,
        is_readable=person.is_readable_by(seat),
        may_correct=person.may_be_corrected_by(seat) and not person.is_withdrawn,
    )
    if one.is_readable:
        one.born = person.birthday
        one.age = years(one.born, today) if one.born else 0
        texts = dict(person.texts)
        one.said = [(LABELS[name], texts[name]) for name in FACTS if name in texts]
    return one


def years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


class PersonFields(ThingForm):
    """What is asked about a person. There is no field for origin or belief."""

    class Meta:
        model = Person
        fields = (
            "role",
            "name",
            "born_on",
            "is_minor",
            "representative",
            "custody",
            "youth_protection",
            "close_link",
            "necessity",
            "contact",
        )
        widgets = {
            "role": forms.RadioSelect,
            "name": forms.TextInput(attrs={"autocomplete": "off"}),
            "born_on": forms.DateInput(attrs={"type": "date"}),
        } | {name: forms.Textarea(attrs={"rows": 2}) for name in FACTS}
        labels = {
            "close_link": _("How this person stands to the one the dossier is about"),
        }
        help_texts = {
            "born_on": _("Leave empty where it is not known."),
            "is_minor": _("Then the law asks who represents and protects this person."),
            "close_link": _(
                "Mother, neighbour, teacher. Of a third party: what makes it so close."
            ),
            "necessity": _("Of a third party: why this person cannot be left out."),
            "contact": _("Only what somebody at this table will use."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = cast("forms.ChoiceField", self.fields["role"])
        role.choices = Person.Kind.choices


class NewPersonForm(CircleFields, PersonFields):
    """A person, and who hears of them."""


class CorrectedPersonForm(PersonFields):
    """A person as they should have been recorded; who hears it stays as it was."""

    why_changed = forms.CharField(
        label=_("Why it is corrected"),
        help_text=_("Both stay to be seen, by whoever could read the first."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    class Meta(PersonFields.Meta):
        fields = (*PersonFields.Meta.fields, "why_changed")  # type: ignore[assignment]


@at_the_table
def add(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """Somebody the table speaks of."""
    form = begin(
        request,
        NewPersonForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        seat=seat,
        now=now,
    )
    if request.method == "POST" and form.is_said(record_person, form.instance):
        messages.success(
            request,
            _("Recorded as %(reference)s.") % {"reference": form.instance.reference},
        )
        return redirect(of_dossier(seat.dossier_id, form.instance.reference))
    return ask(
        request,
        seat,
        form,
        title=_("Record a person"),
        lead=_(
            "Only who is needed for the approach. A person may ask what stands here "
            "about them."
        ),
        button=_("Record"),
        template="dossiers/person_form.html",
    )


@at_the_table
def amend(
    request: HttpRequest, seat: Seat, now: datetime, person: UUID
) -> HttpResponse:
    """A correction: a new record in the place of this one, with the reason."""
    old = person_or_404(seat, person, now)
    require(old.may_be_corrected_by(seat) and not old.is_withdrawn, "record.correct")
    form = begin(
        request,
        CorrectedPersonForm,
        house=seat.dossier.house,
        dossier=seat.dossier,
        about=old.pk,
        initial={name: getattr(old, name) for name in PersonFields.Meta.fields},
    )
    if request.method == "POST" and form.carries_out(
        correct, form.instance, old, by=seat, now=now
    ):
        messages.success(
            request,
            _("Corrected. Both texts stay to be seen, and whoever hears it is told."),
        )
        return redirect(of_dossier(seat.dossier_id, form.instance.reference))
    if request.method == "GET" and old.is_superseded and form.draft is None:
        return redirect(of_dossier(seat.dossier_id, "persons"))
    theirs = form.wrong.theirs if isinstance(form.wrong, Overtaken) else None
    return ask(
        request,
        seat,
        form,
        title=_("Correct a person"),
        button=_("Record the correction"),
        template="dossiers/person_form.html",
        action=Action.RECORD_READ,
        about=old,
        old=old,
        theirs=known_one(theirs.pk, seat, by_then(theirs, now)) if theirs else None,
    )


def person_or_404(seat: Seat, person: UUID, now: datetime) -> Person:
    found = Person.objects.visible_to(seat, now).filter(pk=person).with_voice().first()
    if found is None:
        raise Http404
    return found


def known_one(person: UUID, seat: Seat, now: datetime) -> Known:
    """What somebody else recorded meanwhile, as far as this seat may read it."""
    return opened(person_or_404(seat, person, now), seat, timezone.localdate(now))
