"""Three made-up houses with whoever works in them; made once, and looked at by many."""

from dataclasses import dataclass, field
from uuid import UUID

from expliciet.accounts.models import Appointment, House, Organisation
from tests.factories import (
    AppointmentFactory,
    HouseFactory,
    OrganisationFactory,
    Role,
    UserFactory,
)

FUNCTIONS = (
    Organisation.OFFICE,
    Organisation.MUNICIPALITY,
    Organisation.POLICE,
    "onderwijs",
    "wijkteam",
)


@dataclass
class World:
    """Identifiers only: everything else is asked of the database anew each time."""

    houses: list[UUID] = field(default_factory=list)
    organisations: list[UUID] = field(default_factory=list)
    appointments: list[UUID] = field(default_factory=list)


def make_world(houses: int = 3) -> World:
    """Houses of five organisations with eight people each, and one who works in two."""
    world = World()
    for _ in range(houses):
        house: House = HouseFactory(rules={"dossier-months": 2})
        world.houses.append(house.pk)
        found = {
            function: OrganisationFactory(house=house, function=function)
            for function in FUNCTIONS
        }
        world.organisations += [each.pk for each in found.values()]
        people: list[Appointment] = [
            AppointmentFactory(
                organisation=found["office"], role=Role.PROCESS_DIRECTOR
            ),
            AppointmentFactory(
                organisation=found["office"], role=Role.PROCESS_DIRECTOR
            ),
            AppointmentFactory(organisation=found["office"], role=Role.ADMINISTRATOR),
            AppointmentFactory(organisation=found["municipality"]),
            AppointmentFactory(organisation=found["police"]),
            AppointmentFactory(organisation=found["police"]),
            AppointmentFactory(organisation=found["onderwijs"]),
            AppointmentFactory(organisation=found["onderwijs"]),
        ]
        world.appointments += [each.pk for each in people]
    between = UserFactory()
    for pk in world.organisations[4 :: len(FUNCTIONS)][:2]:
        organisation = Organisation.objects.get(pk=pk)
        appointment = AppointmentFactory(user=between, organisation=organisation)
        world.appointments.append(appointment.pk)
    return world
