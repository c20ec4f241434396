"""The parts of a decision as a form asks them: options, considerations, deciders, and
who was reached outside a meeting."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...casework.models import Consideration, Decision, Option, Reached, Statement
from ...casework.models.decision import Part
from ...dossiers.models import Seat
from ..forms import Conversation
from .decision_rows import (
    ConsiderationRow,
    OptionRow,
    ReachedRow,
    consideration_fields,
    option_fields,
    reached_fields,
)
from .resting import StatementChoice, statements_for

if TYPE_CHECKING:
    Asking = Conversation
    SeatsChoice = forms.ModelMultipleChoiceField[Seat]
else:
    Asking = object
    SeatsChoice = forms.ModelMultipleChoiceField

OPTIONS = 6
CONSIDERATIONS = 12
AT_FIRST = 2
NUMBERS = tuple((str(number), "") for number in range(1, OPTIONS + 1))


class WhoDecides(SeatsChoice):
    """The seats at the table, each with the mandate that it has."""

    def label_from_instance(self, seat: Seat) -> str:
        told = (seat.organisation.name, seat.who, seat.get_mandate_display())
        return " · ".join(str(each) for each in told)


class DecisionFields(forms.Form, Asking):
    """For a form that records a decision: `class MyForm(DecisionFields, ThingForm)`.

    A row without words does not count, so one begins wherever one likes.
    """

    chosen = forms.ChoiceField(
        choices=NUMBERS, required=False, widget=forms.RadioSelect
    )
    rests_on = StatementChoice(
        label=_("On which statements this rests"),
        help_text=_("What was brought in and still stands. None fits? Bring it in."),
    )
    deciders = WhoDecides(
        queryset=Seat.objects.none(),
        label=_("Who decides"),
        help_text=_("Who sits at this table now, with the mandate that they have."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        seat: Seat,
        now: datetime,
        spoke: Iterable[Organisation] = (),
        **kwargs: Any,
    ) -> None:
        """`spoke` are organisations with a part in it already, also if they left."""
        if "hears" in self.base_fields:
            kwargs |= {"seat": seat, "now": now}
        super().__init__(*args, **kwargs)
        seats = Seat.objects.visible_to(seat, now).taken(now)
        seats = seats.select_related("organisation", "user", "dossier")
        self.sitting = list(seats)
        cast("WhoDecides", self.fields["deciders"]).queryset = seats
        self.stands = statements_for(seat, now)
        cast("StatementChoice", self.fields["rests_on"]).queryset = self.stands
        there = {each.organisation_id: each.organisation for each in self.sitting}
        there |= {each.pk: each for each in spoke}
        self.there = sorted(there.values(), key=lambda each: each.name)
        self.core = [each for each in self.there if each.is_core]
        for number in range(1, OPTIONS + 1):
            self.fields |= option_fields(number)
        for number in range(1, CONSIDERATIONS + 1):
            self.fields |= consideration_fields(number, self.there)
        for organisation in self.core:
            self.fields |= reached_fields(organisation)

    # --- rows ---------------------------------------------------------------------

    @property
    def option_rows(self) -> Iterator[OptionRow]:
        ticks = list(self["chosen"])
        for number in range(1, OPTIONS + 1):
            yield OptionRow(
                number,
                self[f"option_{number}"],
                self[f"dropped_{number}"],
                ticks[number - 1],
            )

    @property
    def consideration_rows(self) -> Iterator[ConsiderationRow]:
        for number in range(1, CONSIDERATIONS + 1):
            names = ("organisation", "side", "consideration", "facts")
            fields = [self[f"{name}_{number}"] for name in names]
            yield ConsiderationRow(number, *fields)

    @property
    def options_open(self) -> list[OptionRow]:
        return list(self.option_rows)[:AT_FIRST]

    @property
    def options_more(self) -> list[OptionRow]:
        return list(self.option_rows)[AT_FIRST:]

    @property
    def considerations_open(self) -> list[ConsiderationRow]:
        return list(self.consideration_rows)[:AT_FIRST]

    @property
    def considerations_more(self) -> list[ConsiderationRow]:
        return list(self.consideration_rows)[AT_FIRST:]

    @property
    def more_options_typed(self) -> bool:
        return any(row.is_typed for row in self.options_more)

    @property
    def more_considerations_typed(self) -> bool:
        return any(row.is_typed for row in self.considerations_more)

    @property
    def reached_rows(self) -> list[ReachedRow]:
        return [
            ReachedRow(each, self[f"how_{each.pk.hex}"], self[f"said_{each.pk.hex}"])
            for each in self.core
        ]

    # --- what was typed ------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        """Every row is looked at, so that all that lacks is said at once."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.options = self.typed_options()
        self.considerations, self.grounds = self.typed_considerations()
        self.reached = self.typed_reached()
        return cleaned

    def look_at(
        self, part: Part, fields: dict[str, str], *, but: Iterable[str]
    ) -> None:
        """Put what a part says is wrong at the row where it was typed."""
        try:
            part.full_clean(exclude=["decision", *but])
        except ValidationError as wrong:
            for name, complaints in wrong.error_dict.items():
                field = fields.get(name)
                if field not in self.errors:
                    self.add_error(field, complaints)

    def typed_options(self) -> list[Option]:
        told: list[Option] = []
        if self.cleaned_data.get("is_procedural"):
            return told
        chosen = self.cleaned_data.get("chosen")
        for number in range(1, OPTIONS + 1):
            text = self.cleaned_data.get(f"option_{number}", "")
            dropped = self.cleaned_data.get(f"dropped_{number}", "")
            if not text and not dropped:
                continue
            is_chosen = chosen == str(number)
            option = Option(
                text=text,
                is_chosen=is_chosen,
                why_dropped="" if is_chosen else dropped,
            )
            fields = {"text": f"option_{number}", "why_dropped": f"dropped_{number}"}
            self.look_at(option, fields, but=["order"])
            told.append(option)
        return told

    def typed_considerations(
        self,
    ) -> tuple[list[Consideration], dict[UUID, list[Statement]]]:
        there = {str(each.pk): each for each in self.there}
        told: list[Consideration] = []
        grounds: dict[UUID, list[Statement]] = {}
        for number in range(1, CONSIDERATIONS + 1):
            text = self.cleaned_data.get(f"consideration_{number}", "")
            if not text:
                continue
            whose = there.get(self.cleaned_data.get(f"organisation_{number}", ""))
            side = self.cleaned_data.get(f"side_{number}", "")
            if whose is None:
                self.add_error(f"organisation_{number}", _("Say whose argument it is."))
                continue
            one = Consideration(organisation=whose, side=side, text=text)
            fields = {"side": f"side_{number}", "text": f"consideration_{number}"}
            self.look_at(one, fields, but=["organisation"])
            told.append(one)
            grounds[one.pk] = self.referred_to(f"facts_{number}")
        return told, grounds

    def referred_to(self, field: str) -> list[Statement]:
        """Statements by the reference somebody typed: ``F-7KQ.2, F-3HD.1``."""
        asked = self.cleaned_data.get(field, "")
        wanted = [each.upper() for each in re.split(r"[\s,;]+", asked) if each]
        if not wanted:
            return []
        known = {each.reference.upper(): each for each in self.stands}
        if unknown := [each for each in wanted if each not in known]:
            self.add_error(
                field,
                _("No statement that stands here has this reference: %(references)s.")
                % {"references": ", ".join(unknown)},
            )
        return [known[each] for each in wanted if each in known]

    def typed_reached(self) -> list[Reached]:
        """Outside a meeting each organisation of the core gets its line (N29)."""
        if self.cleaned_data.get("where") != Decision.Where.OUTSIDE:
            return []
        told: list[Reached] = []
        for each in self.core:
            how, said = f"how_{each.pk.hex}", f"said_{each.pk.hex}"
            if not self.cleaned_data.get(how):
                self.add_error(how, _("Say how, or that they were not reached."))
                continue
            one = Reached(
                organisation=each,
                how=self.cleaned_data[how],
                said=self.cleaned_data.get(said, ""),
            )
            self.look_at(one, {"how": how, "said": said}, but=["organisation"])
            told.append(one)
        return told
