"""For which organisation, in which role, from when and until when."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Appointment, House, Organisation
from ..forms import PlainForm
from .fields import DayInput
from .roles import IN_A_SENTENCE

if TYPE_CHECKING:
    Organisations = forms.ModelChoiceField[Organisation]
else:
    Organisations = forms.ModelChoiceField

FIELDS = ("organisation", "role", "since", "until")


def said_of(role: Appointment.Role) -> str:
    """``Partner: speaks for an organisation at the tables where …``"""
    sentence = str(IN_A_SENTENCE[role])
    return f"{capfirst(str(role.label))}: {sentence[:1].lower()}{sentence[1:]}"


class AppointmentForm(PlainForm):
    """Each role says for itself what somebody with it may do and see."""

    organisation = Organisations(
        None, label=_("Organisation"), empty_label=_("Choose …")
    )
    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)
    since = forms.DateField(label=_("From"), widget=DayInput())
    until = forms.DateField(
        label=_("Up to and including"),
        widget=DayInput(),
        required=False,
        help_text=_("Empty: until somebody ends it."),
    )

    def __init__(self, *args: Any, of: House, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of = of
        organisation = cast("Organisations", self.fields["organisation"])
        organisation.queryset = of.organisations.filter(is_active=True)
        roles = cast("forms.ChoiceField", self.fields["role"])
        roles.choices = [(role.value, said_of(role)) for role in Appointment.Role]
        roles.initial = Appointment.Role.PARTNER
        self.fields["since"].initial = timezone.localdate()

    @property
    def appointment(self) -> Appointment:
        """What was filled in, for the action to look at."""
        said = self.cleaned_data
        return Appointment(house=self.of, **{name: said[name] for name in FIELDS})
