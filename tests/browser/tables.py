"""A table with everything around it, and somebody who looks at it in a window."""

from datetime import timedelta

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from expliciet.accounts.models import User
from expliciet.dossiers.actions.attachments import add_attachment
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.holds import put_hold
from expliciet.dossiers.actions.links import link_dossiers
from expliciet.dossiers.actions.opening_dossiers import open_dossier
from expliciet.dossiers.actions.openings import state_purpose
from expliciet.dossiers.actions.persons import record_person
from expliciet.dossiers.models import Attachment, Heading, Hold, Link, Opening, Person
from tests.factories import AppointmentFactory, Table, earlier_today
from tests.signing_in import sign_in

LONG = "v" * 90


class Case:
    """A table with everything around it (all of it made up)."""

    def __init__(self) -> None:
        self.table = table = Table(now=earlier_today())
        self.chair, self.dossier = table.chair, table.dossier
        self.police = table.seat("police")
        self.guest = table.guest()
        AppointmentFactory(organisation=table.organisation("office"))
        self.newcomer = AppointmentFactory(
            organisation=table.organisation("wijkteam"), user__name="Nieuw Verzonnen"
        )
        circle = circle_for(self.chair, "table", table.tick())
        self.person = record_person(
            Person(
                role="third_party",
                name=f"مثال {LONG}",
                close_link="zwager",
                necessity="was erbij",
            ),
            by=self.chair,
            circle=circle,
            now=table.tick(),
        )
        self.file = add_attachment(
            Attachment(name=f"{LONG}.txt", what="een brief", content=b"verzonnen\n"),
            by=self.chair,
            circle=circle,
            now=table.tick(),
        )
        other = open_dossier(
            table.heading(),
            by=table.director,
            deputy=table.deputy,
            why="x",
            now=table.tick(),
        )
        self.link = link_dossiers(
            Link(kind="family", why="twee broers (verzonnen)"),
            by=self.chair,
            there=other.seats.get(user=table.director.user),
            now=table.tick(),
        )
        self.hold = put_hold(
            Hold(
                dossier=self.dossier,
                ground="klacht (verzonnen)",
                review_on=timezone.localdate() + timedelta(days=30),
            ),
            by=table.director,
            now=table.tick(),
        )
        self.note = table.note(self.chair)
        state_purpose(
            Opening(purpose="overleg voorbereiden"), by=self.chair, now=timezone.now()
        )

    def of(self, name: str, *about: object) -> str:
        return reverse(f"dossiers:{name}", args=[self.dossier.pk, *about])

    @property
    def forms(self) -> list[str]:
        heading = Heading.objects.get(dossier=self.dossier, superseded_by=None)
        return [
            reverse("dossiers:open"),
            reverse("dossiers:take-over"),
            self.of("invite"),
            self.of("invite-guest"),
            self.of("change-seat", self.police.pk),
            self.of("end-seat", self.police.pk),
            self.of("hand-over"),
            self.of("change-heading", heading.pk),
            self.of("add-person"),
            self.of("correct-person", self.person.pk),
            self.of("add-attachment"),
            self.of("show-elsewhere", self.note.pk),
            self.of("hold"),
            self.of("lift-hold", self.hold.pk),
        ]

    @property
    def pages(self) -> list[str]:
        return [
            self.of("seats"),
            self.of("headings"),
            self.of("link"),
            self.of("end-link", self.link.pk),
            self.of("holds"),
        ]


def as_(page: Page, site: str, user: User | None) -> Page:
    """This window is signed in as this person."""
    assert user
    cookie = sign_in(Client(), user).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie.value, "url": site}]
    )
    return page
