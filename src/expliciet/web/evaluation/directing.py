"""For which house something is begun, by whoever directs more than one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment

if TYPE_CHECKING:
    AnyForm = forms.BaseForm
else:
    AnyForm = object


def directing(there: Iterable[Appointment]) -> list[Appointment]:
    """In which capacities somebody directs: one for each house."""
    found: dict[object, Appointment] = {}
    for each in there:
        if each.is_(Appointment.Role.PROCESS_DIRECTOR):
            found.setdefault(each.house_id, each)
    return list(found.values())


class AsksHouse(AnyForm):
    """Asks for which house; whoever directs one is asked nothing."""

    def ask_house(self, directing: list[Appointment]) -> None:
        self.directing = {str(each.pk): each for each in directing}
        if len(directing) > 1:
            names = [(pk, each.house.name) for pk, each in self.directing.items()]
            self.fields["where"] = forms.ChoiceField(
                label=_("For which house"),
                choices=names,
                widget=forms.RadioSelect,
                error_messages={"required": _("Say for which house.")},
            )
            self.order_fields(["where"])

    @property
    def by(self) -> Appointment:
        """Who directs the house that was chosen, or the only one."""
        first = next(iter(self.directing))
        return self.directing[self.cleaned_data.get("where") or first]
