"""The page of a dossier: what was said, who sits there, and what it asks now."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...accounts.models import Organisation
from ...audit.actions import Action
from ...dossiers.models import Attachment, Opening, Person, Record, Seat
from ..drafts import uuid_or_404
from ..reading import Look, show_all
from . import moments, reference
from .asks import unheard
from .attachments import Brought, brought
from .entries import Entry
from .frame import seats_at
from .heard import told_here
from .links import linked
from .network import Network, network
from .parts import IMAGE, TABLE, Shown, part, part_of
from .persons import Known, known
from .sheets import kept, sheet
from .table import at_the_table, purpose_of
from .told import Hearing, hearing
from .whole import whole

SAID = ("note", "hand_over")
"""Kinds that stand in the order in which they were said, newest first."""
BESIDE = ("person", "attachment")
"""Kinds that stand in a place of their own, each only as it is now."""
A_PAGE = 20

R = TypeVar("R", bound=Record)


class Picture(NamedTuple):
    """What there is to read in a dossier, by where it stands on the page."""

    said: list[Entry]
    page: Page[UUID]
    heading: list[Entry]
    persons: list[Known]
    attachments: list[Brought]
    also: dict[UUID, Entry]
    """What was asked for besides."""
    network: Network | None

    @property
    def texts(self) -> int:
        """How many texts are read: of each record, and of what it corrected."""
        chains = sum(entry.lines for entry in (*self.said, *self.heading))
        return chains + len(self.persons) + len(self.attachments)


@at_the_table
def detail(request: HttpRequest, seat: Seat, now: datetime) -> HttpResponse:
    """A dossier as this seat sees it: now, or as it could see it at a moment."""
    name = request.GET.get("deel", IMAGE)
    asked = part_of(name)
    if asked is None:
        raise Http404
    try:
        moment = moments.asked(request, now)
    except moments.Unreadable:
        messages.error(
            request, _("That is no moment we can read. Choose a day and a time.")
        )
        return redirect("dossiers:detail", pk=seat.dossier_id)
    seats = seats_at(seat, now)
    shown = asked.show(request, seat, now, moment, seats)
    around = whole(request, seat, now, part=name, seats=seats, moment=moment)
    action = Action.DOSSIER_READ_AS_OF if moment else Action.DOSSIER_READ
    purpose = purpose_of(request)
    looks = [replace(look, purpose=purpose) for look in shown.looks]
    whole_look = Look(action, seat, seat.dossier, purpose=purpose, count=shown.count)
    return show_all(
        request,
        asked.template,
        around | shown.context,
        [whole_look, *looks],
        then=None if moment else lambda: seat.visit(now),
    )


def image(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
    also: Collection[UUID] = (),
) -> Shown:
    """What was said, who is who, which files there are, and on which ground.

    The part of the picture shows this below what was brought in.
    """
    picture = picture_of(request, seat, now, moment, seats, also)
    links = linked(seat, now)
    shown, looks = reference.shown_here(seat, now, moment) if links else ([], [])
    context = picture._asdict() | {
        "shown": shown,
        "links": links,
        "unheard": unheard_by(request, seats),
        "kept": kept(request),
    }
    return Shown(context, picture.texts, tuple(looks))


@part(TABLE, gettext_lazy("Table"), "dossiers/tafel.html")
def table(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
) -> Shown:
    """Who sits here, and who left."""
    return Shown(around_the_table(seat, now, moment, seats), len(seats))


def picture_of(
    request: HttpRequest,
    seat: Seat,
    now: datetime,
    moment: datetime | None,
    seats: list[Seat],
    also: Collection[UUID] = (),
) -> Picture:
    """What this seat hears, in a constant number of questions to the database.

    `also` are records that somebody shows elsewhere on the page, fetched along.
    """
    told = hearing(seat, now)
    page = sheet(request, said_to(request, told, moment, seats)[::-1], A_PAGE)
    beside = told.standing(*BESIDE, moment=moment)
    wanted = (
        Q(pk__in=[*page, *also, *(each.pk for each in beside)])
        | Q(kind="heading")
        | Q(superseded_by__isnull=False, kind__in=SAID)
    )
    tops = told_here(wanted, seat, now, moment, seats)
    persons = known(of_kind(tops, Person), seat, moment or now)
    return Picture(
        said=[tops[pk] for pk in page],
        page=page,
        heading=[each for each in tops.values() if each.record.kind == "heading"],
        persons=persons,
        attachments=brought(of_kind(tops, Attachment), seat, moment or now),
        also={pk: tops[pk] for pk in also if pk in tops},
        network=network(persons),
    )


def said_to(
    request: HttpRequest, told: Hearing, moment: datetime | None, seats: list[Seat]
) -> list[UUID]:
    """What is read here in the order of saying it; or what somebody does not hear."""
    if organisation := unheard_by(request, seats):
        missed = set(unheard(told.seat, told.now, seats).get(organisation.pk, ()))
        every = (each for each in told.told if each.stands(moment or told.now))
        return [each.pk for each in every if each.pk in missed]
    return [each.pk for each in told.standing(*SAID, moment=moment)]


def of_kind(tops: Mapping[UUID, Entry], kind: type[R]) -> list[R]:
    """As they were said, the earliest first."""
    found = (each.said for each in tops.values())
    these = [each for each in found if isinstance(each, kind)]
    return sorted(these, key=lambda each: (each.recorded_at, each.pk))


def unheard_by(request: HttpRequest, seats: list[Seat]) -> Organisation | None:
    """The organisation at this table for whom something is looked out to pass on."""
    asked = request.GET.get("hoort-niet")
    if not asked:
        return None
    organisation = uuid_or_404(asked)
    for each in seats:
        if each.organisation_id == organisation:
            return each.organisation
    raise Http404


def around_the_table(
    seat: Seat, now: datetime, moment: datetime | None, seats: list[Seat]
) -> dict[str, Any]:
    """Who sits here, who left, and when one opened the dossier oneself."""
    at = moment or now
    openings = Opening.objects.filter(seat=seat, at__lte=at).select_related("seat")
    return {
        "sitting": [each for each in seats if each.is_taken(at)],
        "left": [each for each in seats if each.left_at and each.left_at <= at],
        "openings": list(openings[:A_PAGE]),
    }
