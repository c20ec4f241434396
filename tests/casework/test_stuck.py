"""Stuck, without a screen: who stands where, a stage further, the end, the clock."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.models import HouseRule
from expliciet.accounts.refusal import Refused
from expliciet.audit.models import Line
from expliciet.casework.actions.impasses import SaidAnew, days_of, declare_impasse
from expliciet.casework.actions.reminding import remind_of_impasses
from expliciet.casework.models import (
    Impasse,
    Limit,
    Position,
    Resolution,
    Withholding,
)
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Record
from expliciet.post.models import Notice
from tests.casework.stuck import (
    QUESTION,
    day,
    end,
    go_further,
    hold_back,
    limit,
    stand,
    stuck,
)
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


def corrected(table: Table, old: Impasse, question: str = "Wie begint?") -> Impasse:
    """Said anew by whoever declared it; the rest goes along."""
    fields = ("asked", "since", "decide_by", "breaker")
    anew = Impasse(
        question=question,
        why_changed="scherper",
        **{name: getattr(old, name) for name in fields},
    )
    return correct(anew, old, by=old.seat, now=table.tick())


def test_each_organisation_says_itself_where_it_stands() -> None:
    """N10, F61: in its own words, and what it said before stays beside it."""
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    question = stuck(table, police)
    stand(table, question, police, "wij niet, dat schaadt het onderzoek")
    stand(table, question, school, "wij ook niet")
    later = stand(table, question, police, "wij wel, met de wijkagent erbij")
    assert later.organisation == police.organisation
    assert Position.objects.filter(impasse=question).count() == 3


def test_who_does_not_hear_it_takes_no_position() -> None:
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    question = stuck(table, police, "core")
    with pytest.raises(Refused):
        stand(table, question, school)


def test_a_guest_is_written_down_for_by_who_keeps_the_record() -> None:
    """N28."""
    table = Table()
    guest, police = table.guest(), table.seat("police")
    question = stuck(table, police)
    said = stand(table, question, table.chair, "de school wil", on_behalf_of=guest)
    assert (said.organisation, said.by) == (guest.organisation, table.chair)
    with pytest.raises(Refused):
        stand(table, question, police, "de school wil niet", on_behalf_of=guest)


def test_a_stage_has_the_term_of_the_house() -> None:
    """F62, S38, S57: unless who takes it further chooses another day."""
    table = Table()
    police = table.seat("police")
    question = stuck(table, police)
    days = days_of(table.chair, "third_eye", table.now)
    step = go_further(table, question, table.chair)
    assert step.decide_by == day(table, days)
    assert step.breaker == table.chair
    chosen = go_further(table, question, table.chair, decide_by=day(table, 3))
    assert chosen.decide_by == day(table, 3)
    with pytest.raises(ValidationError, match=r"still to come|nog komt"):
        go_further(table, question, table.chair, decide_by=day(table, -1))


def test_a_house_that_does_not_go_a_way_is_not_sent_there() -> None:
    table = Table()
    HouseRule.objects.create(
        house=table.house,
        name="impasse-mediation-days",
        value=0,
        source="verzonnen besluit",
        source_date=day(table, -9),
        valid_from=day(table, -5),
        set_at=timezone.now(),
    )
    question = stuck(table, table.seat("police"))
    with pytest.raises(ValidationError):
        go_further(table, question, table.chair, stage="mediation")


def test_who_sees_to_it_may_be_another_from_a_stage_on() -> None:
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    question = stuck(table, police)
    go_further(table, question, table.chair, breaker=town)
    assert end(table, question, town).by == town


def test_an_impasse_is_past_by_the_day_of_its_latest_stage() -> None:
    table = Table()
    question = stuck(table, table.seat("police"))
    assert list(Impasse.objects.past(day(table, 8))) == [question]
    go_further(table, question, table.chair, decide_by=day(table, 20))
    assert not Impasse.objects.past(day(table, 8)).exists()
    assert list(Impasse.objects.past(day(table, 21))) == [question]


def test_of_two_who_end_it_at_once_the_second_is_told() -> None:
    table = Table()
    question = stuck(table, table.seat("police"))
    end(table, question, table.chair)
    with pytest.raises(ValidationError):
        end(table, Impasse.objects.get(pk=question.pk), table.substitute, "toch niet")
    assert Resolution.objects.get().words == "de wijkagent"


def test_nothing_is_added_once_it_ended() -> None:
    """S39: the history stands as it was."""
    table = Table()
    police = table.seat("police")
    question = stuck(table, police)
    end(table, question, table.chair)
    for try_ in (stand, go_further):
        with pytest.raises(ValidationError):
            try_(table, question, table.chair)
    with pytest.raises(ValidationError):
        corrected(table, question)
    assert not Impasse.objects.open().exists()


def test_an_impasse_is_not_taken_back() -> None:
    """S39: it ends with how it was resolved, and in no other way."""
    table = Table()
    police = table.seat("police")
    question = stuck(table, police)
    with pytest.raises(ValidationError):
        withdraw(question, "toch niet", by=police, now=table.tick())


def test_a_correction_keeps_what_was_said_to_it() -> None:
    """One impasse, whatever its text: its day passed already, and it ends once."""
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    question = stuck(table, police)
    stand(table, question, school)
    table.now += timedelta(days=9)
    later = corrected(table, question)
    assert later.beginning == question
    assert list(Impasse.objects.open()) == [later]
    stand(table, later, police)
    go_further(table, later, table.chair)
    again = corrected(table, later, "Wie begint morgen?")
    assert again.beginning == question
    assert Position.objects.filter(impasse=question).count() == 2
    assert not Impasse.objects.past(timezone.localdate(table.now)).exists()
    end(table, again, table.chair)
    assert not Impasse.objects.open().exists()


def test_who_answers_an_earlier_text_is_asked_to_read_the_new_one() -> None:
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    question = stuck(table, police)
    corrected(table, question)
    with pytest.raises(SaidAnew):
        stand(table, question, school)
    with pytest.raises(SaidAnew):
        end(table, question, table.chair)
    assert not Position.objects.exists()


def test_an_organisation_that_left_is_asked_nothing_and_its_words_stay() -> None:
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    question = stuck(table, police)
    stand(table, question, school)
    end_seat(school, "klaar", by=table.chair, now=table.tick())
    with pytest.raises(Refused):
        stand(table, question, school, "toch wel")
    assert Position.objects.get().organisation == school.organisation


def test_to_whom_a_later_text_is_passed_on_says_nothing_to_the_first() -> None:
    table = Table()
    police = table.seat("police")
    question = stuck(table, police)
    later = corrected(table, question)
    newcomer = table.seat("wijkteam")
    pass_on(later, newcomer.organisation, by=police, now=table.tick())
    with pytest.raises(Refused):
        stand(table, later, newcomer)


def test_to_whom_it_is_passed_on_says_where_it_stands() -> None:
    table = Table()
    police = table.seat("police")
    question = stuck(table, police)
    newcomer = table.seat("wijkteam")
    pass_on(question, newcomer.organisation, by=police, now=table.tick())
    newcomer.unlock(table.now)
    assert stand(table, question, newcomer).organisation == newcomer.organisation


def test_it_comes_out_of_what_one_hears_only() -> None:
    """Rule 5: a reference needs rights on both ends."""
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    secret = table.note(police, circle="core")
    with pytest.raises(Refused):
        stuck(table, school, out_of=Record.objects.get(pk=secret.pk))


def test_who_sees_to_it_sits_here_and_hears_it() -> None:
    table = Table()
    police, school = table.seat("police"), table.seat("onderwijs")
    with pytest.raises(ValidationError):
        stuck(table, police, "core", breaker=school)
    end_seat(school, "klaar", by=table.chair, now=table.tick())
    with pytest.raises(ValidationError):
        stuck(table, police, breaker=school)


# --- the clock ----------------------------------------------------------------------


def due(**by: object) -> int:
    return Notice.objects.filter(kind=Notice.Kind.IMPASSE_DUE, **by).count()


def test_past_its_day_the_system_asks_once_and_does_nothing_by_itself() -> None:
    """S38, S60: without content, and again only when a next stage has passed too."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    question = stuck(table, police, breaker=town)
    told = {"user": town.user}
    assert remind_of_impasses(table.now) == 0
    late = table.now + timedelta(days=8)
    assert remind_of_impasses(late) == 3  # who sees to it, and both who chair
    assert remind_of_impasses(late + timedelta(days=1)) == 0
    assert due(**told) == 1
    assert Impasse.objects.open().get() == question
    table.now = late + timedelta(days=1)
    go_further(table, question, town, decide_by=day(table, 5))
    assert remind_of_impasses(table.now + timedelta(days=6)) == 3
    assert due(**told) == 2
    end(table, question, town)
    assert remind_of_impasses(table.now + timedelta(days=60)) == 0


def test_the_clock_tells_nobody_who_does_not_hear_it() -> None:
    """A chair outside its circle learns nothing by a reminder."""
    table = Table()
    school, district = table.seat("onderwijs"), table.seat("wijkteam")
    now = table.tick()
    circle = circle_for(school, "named", now, [district.organisation_id])
    declare_impasse(
        Impasse(
            question=QUESTION,
            asked="een besluit",
            since=day(table, -3),
            decide_by=day(table, 2),
            breaker=district,
        ),
        by=school,
        circle=circle,
        now=now,
    )
    assert remind_of_impasses(table.now + timedelta(days=4)) == 1
    assert due(user=district.user) == 1


# --- limits, and what is held back --------------------------------------------------


def test_a_limit_is_of_the_organisation_that_says_it() -> None:
    """S36, I-29: whoever chairs corrects the words of nobody else."""
    table = Table()
    police = table.seat("police")
    said = limit(table, police, instead="wel een telefoontje")
    anew = Limit(text="wel", why="toch", why_changed="nu wel")
    with pytest.raises(Refused):
        correct(anew, said, by=table.chair, now=table.tick())
    assert correct(anew, said, by=police, now=table.tick()).supersedes_id == said.pk
    withdraw(anew, "niet meer zo", by=police, now=table.tick())


def test_what_is_held_back_is_counted_nowhere() -> None:
    """S37, I-30: also not for who hears it; it is read where it stands."""
    table = Table()
    police, town = table.seat("police"), table.seat("municipality")
    for seat in (police, town):
        seat.visit(table.tick())
    before = table.now
    hold_back(table, police)
    heard = Record.objects.visible_to(town, table.tick())
    assert heard.filter(kind="withholding").exists()
    assert not heard.since(before, town).exists()
    counted = type(town).objects.with_news(table.now).get(pk=town.pk)
    assert counted.news == 0


def test_its_author_screens_it_before_anything_leaves() -> None:
    """S37: asked of each author apart; what was taken back is asked no more."""
    table = Table()
    police, prosecution = table.seat("police"), table.seat("prosecution")
    ours = hold_back(table, police)
    theirs = hold_back(table, prosecution, ground="law")
    asked = Withholding.objects.to_screen(table.dossier)
    assert {each.organisation for each in asked} == {
        police.organisation,
        prosecution.organisation,
    }
    withdraw(theirs, "niet meer", by=prosecution, now=table.tick())
    assert list(Withholding.objects.to_screen(table.dossier)) == [ours]
    assert list(Withholding.objects.due(day(table, 30))) == [ours]
    assert not Withholding.objects.to_screen(Table(table.house).dossier).exists()


def test_nobody_passes_on_what_another_holds_back() -> None:
    """Also not who chairs, where it was said to the whole table."""
    table = Table()
    police = table.seat("police")
    held = hold_back(table, police, "table")
    newcomer = table.seat("wijkteam")
    with pytest.raises(Refused):
        pass_on(held, newcomer.organisation, by=table.chair, now=table.tick())


def test_every_deed_leaves_its_line() -> None:
    """V9: without a word of what it was about."""
    table = Table()
    police = table.seat("police")
    question = stuck(table, police)
    stand(table, question, police)
    go_further(table, question, table.chair)
    end(table, question, table.chair)
    limit(table, police)
    hold_back(table, police)
    left = set(
        Line.objects.filter(dossier=table.dossier.pk).values_list("action", flat=True)
    )
    assert left >= {
        "impasse-declared",
        "position-taken",
        "impasse-taken-further",
        "impasse-resolved",
        "limit-set",
        "withheld",
    }
