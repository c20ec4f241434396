"""What a partner and a colleague of the fictional house are, for the stories."""

from typing import NamedTuple

from ..accounts.models import Appointment

Role = Appointment.Role


class Partner(NamedTuple):
    """A made-up organisation."""

    name: str
    function: str


class Colleague(NamedTuple):
    """A made-up person with an account."""

    name: str
    role: Role
    partner: Partner
    address: str

    @property
    def email(self) -> str:
        return f"{self.address}@duinmeer.example"
