"""Who and what stands on the stage of the matrix."""

from datetime import date, timedelta

from django.utils import timezone

from expliciet.accounts.actions.loaded_words import add_loaded_word
from expliciet.accounts.models import (
    LoadedWord,
    Meaning,
    Organisation,
    WorkingAgreement,
)
from expliciet.casework.actions.guest_questions import ask_guest
from expliciet.casework.signals import found_anew
from expliciet.dossiers.actions.attachments import add_attachment
from expliciet.dossiers.actions.holds import put_hold
from expliciet.dossiers.actions.links import link_dossiers, show_elsewhere
from expliciet.dossiers.actions.persons import record_person
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Attachment, Dossier, Hold, Link, Seat
from tests.casework.approach import level
from tests.factories import HouseFactory, Role, Table, UserFactory
from tests.proofs.agreeing import agree_and_expect
from tests.proofs.deciding import decide_and_plan
from tests.proofs.facts import Facts
from tests.proofs.getting_stuck import get_stuck
from tests.proofs.knowing import bring
from tests.proofs.reading_apart import read_apart
from tests.proofs.stage import Stage, nowhere, person, set_phase, state_purposes
from tests.proofs.studying import study_it
from tests.proofs.talking_it_over import talk_it_over

YESTERDAY = timedelta(days=1)
PHASES = ("report", "weighing", "monitoring", "closed", "refused")


def make_stage() -> Stage:
    stage = Stage(Facts(now=timezone.now()))
    stage.houses = {"here": HouseFactory(), "there": HouseFactory()}
    table = the_table(stage)
    others(stage, table)
    strangers(stage)
    belonging(stage, table)
    after_hours(stage, table)
    study_it(stage, table)
    stage.dossiers["nowhere"] = nowhere()
    stage.words["nowhere"] = nowhere()
    state_purposes()
    stage.facts.now = timezone.now()
    return stage


def the_table(stage: Stage) -> Table:
    """One table at which everything was said in every circle, and much has changed."""
    here = stage.houses["here"]
    table = stage.open("table", "here")
    stage.act("chair", table.director.user)
    stage.act("substitute", table.deputy.user)
    organisation = lambda function: stage.organisation("here", function)  # noqa: E731
    police, school = organisation("police"), organisation("onderwijs")
    prosecution, district = organisation("prosecution"), organisation("wijkteam")
    seats = {}
    for name, where, role, sits_as in (
        ("secretary", organisation("office"), Role.SECRETARY, "secretary"),
        (
            "case director",
            organisation("municipality"),
            Role.CASE_DIRECTOR,
            "case_director",
        ),
        ("police", police, Role.PARTNER, "participant"),
        ("second police", police, Role.PARTNER, "participant"),
        ("prosecution that left", prosecution, Role.PARTNER, "participant"),
        ("school", school, Role.PARTNER, "participant"),
        ("school that was sent away", school, Role.PARTNER, "participant"),
        ("closed account", school, Role.PARTNER, "participant"),
        ("appointment that ended", police, Role.PARTNER, "participant"),
        ("moved to another organisation", school, Role.PARTNER, "participant"),
        ("administrator with a seat", district, Role.PARTNER, "participant"),
        ("without a second factor", police, Role.PARTNER, "participant"),
        ("whose session ended", police, Role.PARTNER, "participant"),
    ):
        appointment = stage.appoint(where, role)
        seats[name] = stage.seat(table, appointment, role=sits_as)
        state = {
            "closed account": "closed",
            "without a second factor": "half",
            "whose session ended": "ended",
        }.get(name, "ok")
        stage.act(name, appointment.user, state)
    stage.appoint(
        organisation("office"),
        Role.ADMINISTRATOR,
        user=seats["administrator with a seat"].user,
    )
    guest = stage.sits(
        table,
        Seat(guest_name="kanarie gast", organisation=organisation("ggz"), why="nodig"),
    )
    stage.made["seats"] = {"guest": guest, "chair": table.chair, **seats}
    speak(stage, table)
    coming = stage.appoint(prosecution)
    stage.act("successor", coming.user)
    seats["successor"] = stage.hand_over(table, seats["prosecution that left"], coming)
    newcomer = stage.appoint(district)
    stage.act("newcomer", newcomer.user)
    seats["newcomer"] = stage.seat(table, newcomer)
    passing = stage.facts.words[stage.words["passed on"]]
    done = pass_on(
        passed_record(passing.pk), district, by=seats["police"], now=table.tick()
    )
    stage.pass_on(passing.pk, district.pk, done.at)
    stage.say("after the newcomer", seats["police"], table)
    for name in ("school that was sent away",):
        ended = end_seat(seats[name], "klaar", by=table.chair, now=table.tick())
        stage.leave(seats[name], ended.left_at)
    stage.made["seats"] |= seats
    asked = passed_record(stage.words["by the chair"])
    halves = ask_guest(asked, guest, by=table.chair, now=table.tick())
    stage.made["guest question"] = halves.question
    hold = Hold(
        dossier=table.dossier,
        ground="kanarie grond",
        review_on=timezone.localdate() + timedelta(days=20),
    )
    stage.made["hold"] = put_hold(hold, by=table.director, now=table.tick())
    stage.made["house"] = here
    return table


def passed_record(pk: object) -> object:
    from expliciet.dossiers.models import Record

    return Record.objects.get(pk=pk)


def speak(stage: Stage, table: Table) -> None:
    """A word of every kind, in every circle, by those who sit there from the start."""
    seats = stage.made["seats"]
    police, school = seats["police"], seats["school"]
    named = (police.organisation, school.organisation)
    with_prosecution = (
        police.organisation,
        seats["prosecution that left"].organisation,
    )
    stage.say("own", police, table, "own")
    stage.say("core", police, table, "core")
    stage.say("table", police, table)
    stage.say("named in", police, table, "named", named)
    stage.say("named out", police, table, "named", with_prosecution)
    stage.say("own of the school", school, table, "own")
    stage.say("passed on", police, table)
    stage.say("by the chair", table.chair, table)
    stage.say("for the guest", seats["secretary"], table, on_behalf_of=seats["guest"])
    stage.say("secretary's own", seats["secretary"], table, "own")
    first = stage.say("corrected", school, table)
    stage.correct("correction", first, school, table)
    closed = stage.say("withdrawn", police, table)
    withdraw(closed, "kanarie reden", by=police, now=table.tick())
    stage.facts.words[closed.pk].withdrawn = True
    for circle in ("core", "table"):
        name = f"person in {circle}"
        stage.say(
            name,
            police,
            table,
            circle,
            record=person(stage.canary(name)),
            action=record_person,
        )
        name = f"file in {circle}"
        file = Attachment(name="kanarie.txt", what=stage.canary(name))
        file.content = b"kanarie in een bestand"
        stage.say(name, police, table, circle, record=file, action=add_attachment)
    bring(stage, table)
    read_apart(stage, table)
    decide_and_plan(stage, table)
    get_stuck(stage, table)
    agree_and_expect(stage, table)
    talk_it_over(stage, table)
    stand_still(stage, table)


def stand_still(stage: Stage, table: Table) -> None:
    """The review of the table is late, so that a signal speaks of it."""
    late = timezone.localdate() - timedelta(days=30)
    Dossier.objects.filter(pk=table.dossier.pk).update(review_on=late)
    chair = Seat.objects.select_related("dossier__house").get(pk=table.chair.pk)
    told = {one.rule.code: one.mark for one in found_anew(chair, timezone.now())}
    stage.made["signal"] = told["EX305"]


def others(stage: Stage, table: Table) -> None:
    """Other tables of the same house: in every phase, and one with nobody we know."""
    seats = stage.made["seats"]
    for phase in PHASES:
        other = stage.open(phase, "here")
        stage.know(table.director)
        appointment = next(a for a in seats["police"].user.appointments.all())
        seat = stage.seat(other, appointment)
        stage.say(f"in {phase}", seat, other)
        set_phase(other, phase)
    stranger = stage.open("unknown", "here")
    stage.say("unknown", stranger.chair, stranger)
    stage.act("chair of another table", stranger.director.user)


def strangers(stage: Stage) -> None:
    """People of this house without a seat at the table, and those of another house."""
    there = stage.open("there", "there")
    stage.say("there", there.chair, there)
    stage.act("chair in the other house", there.director.user)
    partner = stage.appoint(stage.organisation("there", "police"))
    stage.seat(there, partner)
    stage.act("police in the other house", partner.user)
    office = stage.organisation("here", Organisation.OFFICE)
    far_office = stage.organisation("there", Organisation.OFFICE)
    for role in Role:
        stage.act(f"{role} of this house", stage.appoint(office, role).user)
        stage.act(f"{role} of the other house", stage.appoint(far_office, role).user)
    for function in ("police", "ggz"):
        colleague = stage.appoint(stage.organisation("here", function))
        stage.act(f"colleague of {function}", colleague.user)
    ended = stage.appoint(office, until=date(2021, 1, 1))
    stage.act("nobody any more", ended.user)
    both = stage.appoint(stage.organisation("here", "jeugdwerk"), Role.PRIVACY_OFFICER)
    stage.appoint(stage.organisation("there", "wijkteam"), user=both.user)
    stage.act("works in two houses", both.user)
    stage.act("anonymous", None, "anonymous")
    stage.made["nobody"] = UserFactory()


def belonging(stage: Stage, table: Table) -> None:
    """A dossier linked to the table, and one word of each shown in the other."""
    linked = stage.open("linked", "here")
    chair = Seat.objects.get(pk=table.chair.pk)
    there = stage.seat(linked, table.director, role=Seat.Role.PROCESS_DIRECTOR)
    police = stage.made["seats"]["police"]
    stage.seat(linked, police.user.appointments.get())
    alone = stage.appoint(stage.organisation("here", "wijkteam"))
    stage.seat(linked, alone)
    stage.act("only at the linked table", alone.user)
    word = stage.say("said at the linked table", there, linked)
    link = link_dossiers(
        Link(kind=Link.Kind.FAMILY, why="kanarie verband"),
        by=chair,
        there=there,
        now=max(table.tick(), linked.tick()),
    )
    show_elsewhere(word, link, by=there, now=max(table.tick(), linked.tick()))
    stage.facts.links[link.pk] = (table.dossier.pk, linked.dossier.pk)
    stage.made["link"] = link


def after_hours(stage: Stage, table: Table) -> None:
    """What ended: a dossier, an account, an appointment, a membership."""
    over = stage.open("over", "here")
    police = stage.made["seats"]["police"]
    stage.say("over", stage.seat(over, police.user.appointments.get()), over)
    yesterday = timezone.localdate() - YESTERDAY
    Dossier.objects.filter(pk=over.dossier.pk).update(ends_on=yesterday)
    stage.facts.ends[over.dossier.pk] = yesterday
    for actor in stage.actors:
        if actor.state == "closed" and actor.user:
            stage.facts.closed.add(actor.user.pk)
        if actor.name in ("appointment that ended", "moved to another organisation"):
            assert actor.user
            held = actor.user.appointments.get()
            held.until = yesterday
            held.save()
            stage.facts.appointed[held.pk].until = yesterday
    moved = next(a for a in stage.actors if a.name.startswith("moved"))
    stage.appoint(stage.organisation("here", "police"), user=moved.user)
    how = WorkingAgreement(
        house=stage.houses["here"],
        subject=WorkingAgreement.Subject.CALL,
        text="kanarie werkafspraak",
        review_on=timezone.localdate() + timedelta(days=30),
        made_at=timezone.now(),
        made_by=table.director.user,
        ends_on=timezone.localdate() + timedelta(days=300),
    )
    stage.houses["here"].unlock()
    how.save(force_insert=True)
    stage.made["agreement"] = how
    stage.made["word"] = add_loaded_word(
        LoadedWord(house=stage.houses["here"], word="zorgelijk"),
        Meaning(
            organisation=table.director.organisation,
            text="iets dat wij niet begrijpen",
            review_on=timezone.localdate() + timedelta(days=30),
        ),
        by=table.director,
        now=timezone.now(),
    )
    stage.made["level"] = level(table)
