"""What is said at the table: once, in a circle, and it stands."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...accounts.models import Organisation
from ...audit.trail import Whereabouts
from ...vault.constraints import SealedCheck
from ...vault.fields import SealedTextField
from ...vault.sealing import Place
from .circle import Circle, CircleMember
from .dossier import Dossier
from .seat import AFTERCARE_CARD, Seat

R = TypeVar("R", bound="Record")


class RecordQuerySet(models.QuerySet[R]):
    def visible_to(self, seat: Seat, now: datetime) -> Self:
        """What was said in this seat's circles, or passed on to it.

        The one place where this is decided; every kind of record inherits it. That the
        seat gives sight is asked in the same question, and never remembered.
        """
        return self.filter(seat.sits(now)).known_to(seat, now)

    def reaching(self, user: Any, now: datetime) -> Self:
        """What a user hears at every table where they sit: `visible_to`, asked for all
        of their seats at once. For lists without words; a text opens from its seat."""
        hears = CircleMember.objects.filter(
            circle=OuterRef(OuterRef("circle")), organisation=OuterRef("organisation")
        )
        passed = passings_by(now).filter(
            record=OuterRef(OuterRef("pk")), organisation=OuterRef("organisation")
        )
        seats = (
            Seat.objects.of(user)
            .active(now)
            .exclude(role=Seat.Role.AFTERCARE)
            .filter(
                Q(Exists(hears), hears_from__lte=OuterRef("recorded_at"))
                | Exists(passed),
                dossier=OuterRef("dossier"),
            )
        )
        return self.filter(
            Exists(seats),
            recorded_at__lte=now,
            ends_on__gte=timezone.localdate(now),
        )

    def as_of(self, moment: datetime, seat: Seat, now: datetime) -> Self:
        """What this seat could see at an earlier moment, and may still see now."""
        return self.visible_to(seat, now).known_to(seat, moment)

    def known_to(self, seat: Seat, moment: datetime) -> Self:
        """Said by then in a circle of its organisation, or passed on by then.

        Whoever is named on an after-care card hears that card, and nothing else.
        """
        known = self.filter(
            heard(seat.dossier_id, seat.organisation_id, seat.hears_from, moment)
        )
        if seat.reads_card:
            return known.filter(kind=AFTERCARE_CARD)
        return known

    def since(self, moment: datetime, seat: Seat) -> Self:
        """Said by others after this moment, or passed on to this seat after it."""
        reached = new(moment, seat.organisation_id, seat.hears_from)
        return self.counted().filter(reached).exclude(seat=seat.pk)

    def counted(self) -> Self:
        """Without the kinds that are read where they stand, and counted nowhere."""
        silent = [name for name, kind in kinds().items() if not kind.COUNTED]
        return self.exclude(kind__in=silent)

    def current(self, moment: datetime | None = None) -> Self:
        """Those whose place no later record took (by that moment)."""
        if moment is None:
            return self.filter(superseded_by=None)
        later = Record.objects.filter(
            supersedes=OuterRef("pk"), recorded_at__lte=moment
        )
        return self.filter(~Exists(later))

    def with_voice(self) -> Self:
        """With who said it, who hears it, and whether it was withdrawn: one query and
        two prefetches, for lists."""
        from .passing import Passing

        members = CircleMember.objects.select_related("organisation")
        passings = Passing.objects.select_related("organisation")
        return self.select_related(
            "seat__user",
            "seat__organisation",
            "organisation",
            "on_behalf_of",
            "circle",
            "withdrawal",
            "supersedes",
        ).prefetch_related(
            Prefetch("circle__members", members), Prefetch("passings", passings)
        )


def heard(dossier: Any, organisation: Any, hears_from: Any, moment: datetime) -> Q:
    """What one seat hears by a moment: said in a circle of its organisation since it
    hears, or passed on. Takes values, or `OuterRef`s to ask it for many seats at once.
    """
    from .passing import Passing

    hears = CircleMember.objects.filter(
        circle=OuterRef("circle"), organisation=deeper(organisation)
    )
    passed = Passing.objects.filter(
        record=OuterRef("pk"), organisation=deeper(organisation), at__lte=moment
    )
    return Q(
        Q(Exists(hears), recorded_at__gte=hears_from) | Exists(passed),
        dossier=dossier,
        recorded_at__lte=moment,
        ends_on__gte=timezone.localdate(moment),
    )


def passings_by(moment: datetime) -> Any:
    from .passing import Passing

    return Passing.objects.filter(at__lte=moment)


def new(moment: Any, organisation: Any, hears_from: Any) -> Q:
    """Said after a moment, or passed on after it to whom it was not said before."""
    from .passing import Passing

    passed = Passing.objects.filter(
        record=OuterRef("pk"),
        organisation=deeper(organisation),
        at__gt=deeper(moment),
    )
    hears = CircleMember.objects.filter(
        circle=OuterRef("circle"), organisation=deeper(organisation)
    )
    already = Q(Exists(hears), recorded_at__gte=hears_from)
    return Q(recorded_at__gt=moment) | (Q(Exists(passed)) & ~already)


def deeper(value: Any) -> Any:
    """The same value, asked for from within one more query."""
    return OuterRef(value) if isinstance(value, OuterRef) else value


class Record(models.Model):
    """One thing said, by one seat, in one circle, at one moment.

    Never edited: a correction is a new record that supersedes it with a reason, and a
    withdrawal a small record of its own. Each kind adds only its own fields.
    """

    KIND: ClassVar[str] = ""
    INITIAL: ClassVar[str] = "R"
    TEXTS: ClassVar[tuple[str, ...]] = ()
    """The sealed fields that hold what was said, in the order of reading."""
    BESIDE: ClassVar[tuple[str, ...]] = ()
    """What a page fetches along when it shows this kind."""
    WITHIN: ClassVar[tuple[str, ...]] = ()
    """The parts that it consists of, fetched along too: one query for each."""
    LATER: ClassVar[tuple[str, ...]] = ()
    """The fields that are left where they are until somebody takes them out."""
    OWN_VOICE: ClassVar[bool] = False
    """The view of one organisation: it bears that name and no person's, and nobody
    else ever corrects it."""
    COUNTED: ClassVar[bool] = True
    """Stands in counts of what is new or not heard; some kinds nothing ever counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=30, editable=False)
    reference = models.CharField(max_length=12, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="records")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="records")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="+"
    )
    circle = models.ForeignKey(Circle, models.PROTECT, related_name="records")
    recorded_at = models.DateTimeField()
    ends_on = models.DateField(_("kept until"))
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    why_changed = SealedTextField(
        _("why it is corrected"),
        seal="dossiers.record.why_changed",
        blank=True,
        max_length=2_000,
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("record")
        ordering = ["recorded_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "reference"], name="one_record_for_a_reference"
            ),
            SealedCheck(
                condition=Q(supersedes=None) | Q(why_changed__isnull=False),
                name="a_correction_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["dossier", "recorded_at"], name="record_dossier_at")
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.KIND and not self.kind:
            self.kind = self.KIND

    def __str__(self) -> str:
        return self.reference

    def seal_place(self) -> Place:
        return Place(self.dossier_id, str(self.circle_id))

    def trail_place(self) -> Whereabouts:
        return Whereabouts(
            house=self.dossier.house_id, dossier=self.dossier_id, circle=self.circle_id
        )

    @property
    def is_superseded(self) -> bool:
        return hasattr(self, "superseded_by")

    @property
    def is_withdrawn(self) -> bool:
        return hasattr(self, "withdrawal")

    def is_readable_by(self, seat: Seat) -> bool:
        """Its words: not after a withdrawal, but for the organisation that said them.

        Ask `visible_to` first; this is about what stands in a record one may see.
        """
        return not self.is_withdrawn or self.organisation_id == seat.organisation_id

    @property
    def is_own_voice(self) -> bool:
        """The view of one organisation, also where its kind was not fetched."""
        return kinds().get(self.kind, Record).OWN_VOICE

    @property
    def may_be_passed_on(self) -> bool:
        """By whoever may correct it; a kind that stays closed for a while says so."""
        return True

    @property
    def may_be_corrected(self) -> bool:
        """By whoever may; a kind that is over at some moment says so."""
        return True

    @property
    def may_be_withdrawn(self) -> bool:
        """By whoever said it; a kind that ends in another way says so."""
        return True

    def may_be_corrected_by(self, seat: Seat) -> bool:
        """The organisation that said it; or whoever chairs, for what the table said.

        Never from the after-care card: the approach ended.
        """
        if seat.reads_card:
            return False
        if self.organisation_id == seat.organisation_id:
            return True
        table_said = self.circle.kind == Circle.Kind.TABLE and not self.is_own_voice
        return seat.chairs and table_said

    def passed_on_to(self) -> set[uuid.UUID]:
        return {passing.organisation_id for passing in self.passings.all()}

    def unheard_by(self, seats: Iterable[Seat]) -> list[Organisation]:
        """The organisations of these seats that do not hear it, or not all of them."""
        hearing, passed = self.circle.member_ids(), self.passed_on_to()
        deaf = {
            seat.organisation
            for seat in seats
            if seat.organisation_id not in passed
            and (
                seat.organisation_id not in hearing
                or seat.hears_from > self.recorded_at
            )
        }
        return sorted(deaf, key=lambda organisation: organisation.name)

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What was said, by field, empty ones left out; opens the seals."""
        said = ((name, getattr(self, name)) for name in self.TEXTS)
        return [(name, words) for name, words in said if words]

    @property
    def texts_within(self) -> list[str]:
        """What its parts say, as far as they tell which texts they have (`TEXTS`)."""
        names = dict.fromkeys(name.partition("__")[0] for name in self.WITHIN)
        parts = (part for name in names for part in getattr(self, name).all())
        said = (getattr(part, text) for part in parts for text in texts_of(part))
        return [words for words in said if words]

    def clean(self) -> None:
        if self.supersedes_id and not self.why_changed:
            raise ValidationError(
                {
                    "why_changed": _(
                        "Say why it is corrected; both texts stay to be seen."
                    )
                }
            )


def texts_of(part: models.Model) -> tuple[str, ...]:
    """The sealed fields in which a part of a record says something, if it does."""
    return getattr(part, "TEXTS", ())


TOGETHER = 8
"""So many kinds come in one query: a database joins only so many tables well."""


def kinds() -> dict[str, type[Record]]:
    """Every kind of record there is, by name."""
    return {kind.KIND: kind for kind in Record.__subclasses__()}


def as_told(records: Iterable[Record]) -> dict[uuid.UUID, Record]:
    """Each of these records as the kind it is, by id, with what was fetched of it.

    The kinds that stand nearly by themselves come together, some in one query; a kind
    that shows much `BESIDE` it in one of its own.
    """
    fetched = {record.pk: record for record in records}
    there = {record.kind for record in fetched.values()}
    wanted = [kind for name, kind in kinds().items() if name in there]
    alone = [kind for kind in wanted if not kind.BESIDE or len(kind.BESIDE) == 1]
    told: dict[uuid.UUID, Record] = {}
    for start in range(0, len(alone), TOGETHER):
        told |= plain(alone[start : start + TOGETHER], fetched)
    for kind in (kind for kind in wanted if kind not in alone):
        ids = [pk for pk, record in fetched.items() if record.kind == kind.KIND]
        found = (
            kind.objects.filter(pk__in=ids)
            .select_related(*kind.BESIDE)
            .prefetch_related(*kind.WITHIN)
        )
        told.update((record.pk, record) for record in found)
    for pk, record in told.items():
        lend(fetched[pk], record)
    return told


def plain(
    wanted: Iterable[type[Record]], fetched: Mapping[uuid.UUID, Record]
) -> dict[uuid.UUID, Record]:
    """Those of these kinds, each fetched along with the record that it is."""
    named = {kind.KIND: str(kind._meta.model_name) for kind in wanted}
    if not named:
        return {}
    within = [f"{named[kind.KIND]}__{part}" for kind in wanted for part in kind.WITHIN]
    beside = [f"{named[kind.KIND]}__{part}" for kind in wanted for part in kind.BESIDE]
    later = [f"{named[kind.KIND]}__{field}" for kind in wanted for field in kind.LATER]
    found = (
        Record.objects.filter(
            pk__in=[pk for pk, record in fetched.items() if record.kind in named]
        )
        .select_related(*named.values(), *beside)
        .prefetch_related(*within)
        .defer(*later)
        .order_by()
    )
    return {record.pk: getattr(record, named[record.kind]) for record in found}


def lend(record: Record, told: Record) -> None:
    """What was fetched along with a record serves for the kind that it is, too."""
    told._state.fields_cache.update(record._state.fields_cache)
    lent = getattr(record, "_prefetched_objects_cache", {})
    ours = told.__dict__.setdefault("_prefetched_objects_cache", {})
    ours.update({name: those for name, those in lent.items() if name not in ours})
