"""The first deeds in a new house, in one go: all of it, or nothing."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..house_rules import KNOWN
from ..models import Appointment, House, HouseRule, Organisation, User
from .house_rules import set_house_rule
from .houses import found_house
from .organisations import add_organisation
from .people import add_user, appoint


@transaction.atomic
def found(
    house: House,
    *,
    rules: Sequence[HouseRule],
    office: Organisation,
    partners: Sequence[Organisation],
    administrator: User,
    password: str,
    now: datetime,
) -> Appointment:
    """A house with its office, core partners, legal terms, and who lets others in.

    Refused without every term that only the house may set: nothing is kept anywhere
    before it is known for how long.
    """
    lacking = [
        str(known.label)
        for known in KNOWN.values()
        if known.is_legal and known.name not in {rule.name for rule in rules}
    ]
    if lacking:
        raise ValidationError(
            _("Without source and date nothing is founded. Still lacking: %(names)s."),
            params={"names": "; ".join(lacking)},
        )
    found_house(house, now=now)
    for rule in rules:
        rule.house = house
        set_house_rule(rule, by=None, now=now)
    for organisation in (office, *partners):
        organisation.house = house
        add_organisation(organisation, by=None)
    add_user(administrator, password, house=house, by=None, now=now)
    appointment = Appointment(
        user=administrator,
        house=house,
        organisation=office,
        role=Appointment.Role.ADMINISTRATOR,
        since=timezone.localdate(now),
    )
    return appoint(appointment, by=None)
