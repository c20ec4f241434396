"""What does this dossier ask now: of you, and of the table."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation, User
from ...dossiers.models import Circle, Draft, Passing, Seat
from .news import News
from .parts import IMAGE
from .told import hearing

WRITING: dict[str, Promise] = {
    "dossiers:note": _("a note"),
    "dossiers:correct": _("a correction"),
    "dossiers:withdraw": _("a withdrawal"),
    "dossiers:add-person": _("a person"),
    "dossiers:correct-person": _("a correction"),
    "dossiers:add-attachment": _("a file"),
    "dossiers:invite": _("an invitation"),
    "dossiers:invite-guest": _("an invitation"),
    "dossiers:hand-over": _("a hand-over"),
    "guests:ask": _("a question to a guest"),
    "dossiers:change-heading": _("a change at the head"),
    "casework:attend": _("whether you come to a meeting"),
    "casework:contribute": _("a contribution"),
    "casework:correct-contribution": _("a correction"),
    "casework:other-use": _("allowing another use"),
    "casework:read-factor": _("a reading of a factor"),
    "casework:assess": _("an assessment"),
    "casework:decide": _("a decision"),
    "casework:decide-anew": _("a decision anew"),
    "casework:answer-advice": _("the answer to an advice"),
    "casework:act": _("what was already done"),
    "casework:idea": _("an idea"),
    "casework:exit": _("an exit criterion"),
    "casework:goal": _("a goal"),
    "casework:plan": _("an intervention"),
    "casework:plan-anew": _("a correction"),
    "casework:progress": _("how something goes"),
    "casework:result": _("a result"),
    "casework:clash": _("what clashes"),
    "casework:approve": _("an approval"),
    "casework:leave-so": _("leaving a signal so"),
    "casework:step": _("a step to a level"),
    "casework:review": _("a necessity review"),
    "casework:inform": _("whether the person was told"),
    "casework:close": _("the end of the approach"),
    "casework:hand-card": _("handing over an after-care card"),
    "casework:open-round": _("an interpretation round"),
    "casework:reading": _("an own reading"),
    "casework:interpret": _("a shared interpretation"),
    "casework:correct-interpretation": _("a correction"),
    "casework:dissent": _("another view"),
    "casework:view": _("the person's own view"),
    "casework:enter": _("a line in a talk"),
    "casework:conduct": _("notes of your own beside a talk"),
    "casework:agree": _("an agreement"),
    "casework:agree-anew": _("an agreement made anew"),
    "casework:reply": _("the answer to an agreement"),
    "casework:claim": _("saying that something is done"),
    "casework:confirm": _("confirming that something is done"),
    "casework:expect": _("an expectation"),
    "casework:expect-anew": _("a correction"),
    "casework:answer-expectation": _("the answer to an expectation"),
    "casework:case-number": _("your own case number"),
    "casework:import": _("taking over old minutes"),
    "casework:import/left": _("taking over old minutes"),
    "casework:limit": _("a limit"),
    "casework:withhold": _("that you hold something back"),
    "casework:withhold-anew": _("that you hold something back"),
    "casework:declare": _("an impasse"),
    "casework:declare-from": _("an impasse"),
    "casework:position": _("where you stand in an impasse"),
    "casework:further": _("taking an impasse further"),
    "casework:resolve": _("how an impasse ended"),
    "casework:minutes": _("an answer to minutes"),
    "casework:minutes-text": _("the text of minutes"),
    "casework:read-back": _("what was said at the reading back"),
}
SOMETHING = _("something else")


class Started(NamedTuple):
    """A form one was typing in; the draft is there for its writer alone."""

    what: Promise
    kept_at: datetime
    address: str
    draft: Draft


class Deaf(NamedTuple):
    """An organisation that came later, and how much of yours it does not hear."""

    organisation: Organisation
    since: datetime
    records: int
    address: str


class Waiting(NamedTuple):
    """One thing that waits, without a word of the case: what, since when, and where."""

    words: str
    address: str
    deed: Promise | str
    """What one may do about it oneself; nothing where another has to."""


Asking = Callable[[Seat, datetime], list[Waiting]]
_asking: list[tuple[Asking, tuple[str, ...]]] = []


def asking(find: Asking) -> Asking:
    """Enter a function that finds what else a dossier asks, seen from one seat."""
    return asking_about()(find)


def asking_about(*kinds: str) -> Callable[[Asking], Asking]:
    """The same, for what is asked about these kinds alone: where this seat hears none
    of them there is nothing to look for."""

    def enter(find: Asking) -> Asking:
        _asking.append((find, kinds))
        return find

    return enter


def asking_of(seat: Seat, now: datetime) -> list[Asking]:
    """Those that may find something, seen from this seat."""
    heard = hearing(seat, now)
    return [find for find, kinds in _asking if not kinds or heard.has(*kinds)]


class Asks(NamedTuple):
    """What this dossier asks; true, and nothing else."""

    started: list[Started]
    news: News
    deaf: list[Deaf]
    review_is_due: bool
    lacks_chair: bool
    lacks_deputy: bool
    waiting: list[Waiting] = []

    @property
    def nothing(self) -> bool:
        return not any(
            (
                self.started,
                self.news.records,
                self.deaf,
                self.review_is_due,
                self.lacks_chair,
                self.lacks_deputy,
                self.waiting,
            )
        )


def asks(
    user: User,
    seat: Seat,
    now: datetime,
    *,
    seats: list[Seat],
    news: News,
) -> Asks:
    """From this seat, at this moment."""
    looking = (each for each in seats if each.gives_sight)  # type: ignore[attr-defined]
    leading = {each.role for each in looking if each.chairs}
    return Asks(
        started=started(user, seat, now),
        news=news,
        deaf=deaf(seat, now, seats),
        review_is_due=seat.dossier.review_on <= timezone.localdate(now),
        lacks_chair=Seat.Role.PROCESS_DIRECTOR not in leading,
        lacks_deputy=Seat.Role.SUBSTITUTE not in leading,
        waiting=[one for find in asking_of(seat, now) for one in find(seat, now)],
    )


def started(user: User, seat: Seat, now: datetime) -> list[Started]:
    drafts = Draft.objects.visible_to(user, timezone.localdate(now))
    return [
        Started(
            WRITING.get(draft.form, SOMETHING),
            draft.kept_at,
            address_of(draft.form, seat.dossier_id, draft.about),
            draft,
        )
        for draft in drafts.filter(dossier=seat.dossier_id).defer("body")
    ]


def address_of(form: str, dossier: UUID, about: UUID | None) -> str:
    """Where that form stands; nothing where it stands no longer."""
    route, _slash, _which = form.partition("/")
    try:
        return reverse(route, args=[each for each in (dossier, about) if each])
    except NoReverseMatch:
        return ""


def deaf(seat: Seat, now: datetime, seats: list[Seat]) -> list[Deaf]:
    """Who sat down after your organisation spoke, and does not hear what it said."""
    detail = reverse("dossiers:detail", args=[seat.dossier_id])
    missed = unheard(seat, now, seats)
    came: dict[UUID, Seat] = {}
    for each in seats:
        if each.is_taken(now) and each.organisation_id in missed:
            came.setdefault(each.organisation_id, each)
    return [
        Deaf(
            each.organisation,
            each.joined_at,
            len(missed[pk]),
            f"{detail}?{urlencode({'deel': IMAGE, 'hoort-niet': str(pk)})}#gezegd",
        )
        for pk, each in came.items()
    ]


def unheard(seat: Seat, now: datetime, seats: list[Seat]) -> dict[UUID, list[UUID]]:
    """What your organisation said to the whole table, by who came too late for it.

    What was said in a smaller circle was kept from others on purpose: no question.
    """
    sitting = [each for each in seats if each.is_taken(now)]
    late: dict[UUID, set[UUID]] = {}
    for each in hearing(seat, now).counted:
        ours = each.organisation == seat.organisation_id
        if not ours or each.circle_kind != Circle.Kind.TABLE or each.kind == "heading":
            continue
        if each.stands(now) and each.withdrawn_at is None:
            came = {one.organisation_id for one in sitting if each.is_before(one)}
            if came:
                late[each.pk] = came
    return by_who_came(late, seat) if late else {}


def by_who_came(late: dict[UUID, set[UUID]], seat: Seat) -> dict[UUID, list[UUID]]:
    """The same by organisation, without what was passed on to it."""
    passed = Passing.objects.filter(
        record__dossier=seat.dossier_id, record__organisation=seat.organisation_id
    )
    there = set(passed.values_list("record", "organisation"))
    missed: dict[UUID, list[UUID]] = {}
    for record, came in late.items():
        for organisation in came:
            if (record, organisation) not in there:
                missed.setdefault(organisation, []).append(record)
    return missed
