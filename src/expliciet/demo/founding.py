"""The house itself: rules, partners, people, and how they agreed to work."""

from collections.abc import Iterable, Mapping

from ..accounts.actions.absences import go_away
from ..accounts.actions.house_rules import set_house_rule
from ..accounts.actions.houses import found_house
from ..accounts.actions.organisations import add_organisation
from ..accounts.actions.people import add_user, appoint
from ..accounts.actions.working_agreements import (
    answer_working_agreement,
    make_working_agreement,
)
from ..accounts.models import (
    Absence,
    Appointment,
    House,
    HouseRule,
    Organisation,
    User,
    WorkingAgreement,
    WorkingAnswer,
)
from ..vault.keyring import keyring
from .duinmeer.absences import ABSENCES
from .duinmeer.house_rules import AFTERWARDS, AT_THE_FOUNDING, Rule
from .duinmeer.ladder import LADDER
from .duinmeer.loaded_words import WORDS
from .duinmeer.people import COLLEAGUES, PARTNERS
from .duinmeer.working_agreements import AGREEMENTS, Agreement, Said
from .levels import set_ladder
from .partners import Colleague
from .stage import Stage
from .weeks import Calendar
from .words import explain

NAME = "Veiligheidshuis Duinmeer"
REGION = "Duinmeer (verzonnen kuststreek)"
FOUNDED = "-64 ma 09:00"


def found(calendar: Calendar, passwords: Mapping[Colleague, str]) -> House:
    """Everything that stands before the first dossier does."""
    now = calendar.moment(FOUNDED)
    house = found_house(House(name=NAME, region=REGION, is_fictional=True), now=now)
    stage = Stage(house, calendar)
    with keyring():
        set_rules(AT_THE_FOUNDING, stage)
        for partner in PARTNERS:
            organisation = Organisation(
                house=house, name=partner.name, function=partner.function
            )
            add_organisation(organisation, by=None)
        let_in(passwords, stage)
        set_rules(AFTERWARDS, stage)
        set_ladder(LADDER, stage)
    agree(AGREEMENTS, stage)
    explain(WORDS, stage)
    leave(stage)
    return house


def leave(stage: Stage) -> None:
    """Who is away now, so that one sees what that looks like."""
    day = stage.calendar.day
    for each in ABSENCES:
        absence = Absence(
            replacement=stage.appointment(each.by).user,
            since=day(each.since),
            until=day(each.until),
        )
        who, now = stage.appointment(each.who).user, stage.calendar.moment(each.when)
        go_away(absence, by=who, now=now)


def let_in(passwords: Mapping[Colleague, str], stage: Stage) -> None:
    """The administrator at the terminal; then he lets the others in."""
    now = stage.calendar.moment(FOUNDED)
    administrator: Appointment | None = None
    for colleague in COLLEAGUES:
        user = User(email=colleague.email, name=colleague.name)
        add_user(
            user, passwords[colleague], house=stage.house, by=administrator, now=now
        )
        appointment = Appointment(
            user=user,
            house=stage.house,
            organisation=stage.partner(colleague.partner),
            role=colleague.role,
            since=stage.calendar.day(FOUNDED),
        )
        appoint(appointment, by=administrator)
        administrator = administrator or appointment


def set_rules(rules: Iterable[Rule], stage: Stage) -> None:
    year = stage.calendar.day(FOUNDED).year
    for rule in rules:
        row = HouseRule(
            house=stage.house,
            name=rule.name,
            value=rule.value,
            source=rule.source.format(year=year),
            source_date=stage.calendar.day(rule.when),
            valid_from=stage.calendar.day(rule.when),
        )
        by = stage.appointment(rule.by) if rule.by else None
        set_house_rule(row, by=by, now=stage.calendar.moment(rule.when))


def agree(agreements: Iterable[Agreement], stage: Stage) -> None:
    """Propose and answer, in the order in which it was said."""
    made: dict[str, WorkingAgreement] = {}
    for told in agreements:
        agreement = propose(told, made, stage)
        for said in told.answers:
            answer(said, agreement, stage)


def propose(
    told: Agreement, made: dict[str, WorkingAgreement], stage: Stage
) -> WorkingAgreement:
    now = stage.calendar.moment(told.when)
    agreement = WorkingAgreement(
        house=stage.house,
        subject=told.subject,
        text=stage.calendar.told(told.text, now),
        review_on=stage.calendar.day(told.review),
        expects=told.expects and stage.partner(told.expects),
        delivers=told.delivers and stage.partner(told.delivers),
        supersedes=made.get(told.instead_of),
    )
    with keyring():
        stage.house.unlock()
        make_working_agreement(agreement, by=stage.appointment(told.by), now=now)
    if told.mark:
        made[told.mark] = agreement
    return agreement


def answer(said: Said, agreement: WorkingAgreement, stage: Stage) -> WorkingAnswer:
    now = stage.calendar.moment(said.when)
    words = stage.calendar.told(said.words, now)
    with keyring():
        stage.house.unlock()
        return answer_working_agreement(
            WorkingAnswer(agreement=agreement, says=said.says, words=words),
            by=stage.appointment(said.by),
            now=now,
        )
