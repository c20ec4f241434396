"""Masking a dossier for a study, hiding more, releasing it, and what dies with it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from expliciet.accounts.refusal import Refused
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.notes import record_note
from expliciet.dossiers.actions.persons import record_person
from expliciet.dossiers.actions.recording import correct
from expliciet.dossiers.actions.withdrawing import pass_on, withdraw
from expliciet.dossiers.models import Circle, Note, Person, Seat
from expliciet.evaluation.actions.releasing import (
    hide_by_hand,
    mask_dossier,
    release_dossier,
    take_back,
)
from expliciet.evaluation.actions.studies import draw_dossiers, say_on_study
from expliciet.evaluation.hiding import looked_at
from expliciet.evaluation.models import Code as OneCode
from expliciet.evaluation.models import (
    Coding,
    HandMask,
    StudyApproval,
    StudyDossier,
    StudyText,
)
from expliciet.vault.keyring import keyring
from expliciet.vault.models import DataKey
from expliciet.vault.trouble import Locked
from tests.casework import reading
from tests.evaluation.study import Studied, approved
from tests.factories import Table

pytestmark = [pytest.mark.django_db, pytest.mark.engines]
OWN, CORE, TABLE = Circle.Kind.OWN, Circle.Kind.CORE, Circle.Kind.TABLE


@pytest.fixture
def table() -> Table:
    return Table()


def note(table: Table, by: Seat, words: str, circle: str = TABLE) -> Note:
    now = table.tick()
    said = Note(text=words)
    return record_note(said, by=by, circle=circle_for(by, circle, now), now=now)


def chosen_in(table: Table, **facts: object) -> tuple[Studied, StudyDossier]:
    found = approved(table, table.tick(), **facts)
    draw_dossiers(found.study, by=found.director, now=table.tick())
    table.chair.unlock(table.now)
    return found, StudyDossier.objects.get(study=found.study)


def texts(chosen: StudyDossier) -> list[str]:
    chosen.unlock()
    return [each.words or "" for each in chosen.study_texts.all()]


def test_names_numbers_and_organisations_become_roles(table: Table) -> None:
    """F63, V1: whoever is named in the dossier, in whichever way it is written."""
    police = table.seat("police")
    table.chair.unlock(table.tick())
    subject = Person(role=Person.Kind.SUBJECT, name="Joris Verzonnen")
    now = table.tick()
    record_person(
        subject, by=table.chair, circle=circle_for(table.chair, TABLE, now), now=now
    )
    name, organisation = police.user.name, police.organisation.name
    note(
        table,
        police,
        f"{name} van {organisation} sprak Joris, bsn 111222333, bel 06-12345678. "
        f"Dossier {table.dossier.number}, werknaam {table.dossier.working_name}.",
    )
    _, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    (words,) = texts(chosen)
    for hidden in (
        name,
        organisation,
        "Joris",
        "111222333",
        "06-12345678",
        table.dossier.number,
        table.dossier.working_name,
    ):
        assert hidden not in words
    assert "betrokkene" in words
    assert "politie-1" in words


def test_only_what_the_circles_let_in_and_the_chair_hears(table: Table) -> None:
    """F63: what an organisation keeps to itself is in no study, nor is what the core
    said where one office left it out, nor what was withdrawn."""
    police = table.seat("police")
    note(table, police, "zegt dit aan tafel")
    note(table, police, "houdt dit voor zich", OWN)
    note(table, police, "zegt dit in de kern", CORE)
    gone = note(table, police, "neemt dit terug")
    withdraw(gone, "vergissing", by=police, now=table.tick())
    _, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    told = "\n".join(texts(chosen))
    assert "aan tafel" in told
    assert "in de kern" in told, "both offices let it in"
    assert "voor zich" not in told
    assert "neemt dit terug" not in told
    word = chosen.study.houses.get().approvals.last()
    word.with_core = False
    word.save(update_fields=["with_core"])
    mask_dossier(chosen, by=table.chair, now=table.tick())
    assert "in de kern" not in "\n".join(texts(chosen))


def test_what_was_kept_to_oneself_and_passed_on_to_few_is_in_no_study(
    table: Table,
) -> None:
    """F63, decision 0016: passing it on to some is not saying it at the table."""
    police = table.seat("police")
    note(table, police, "zegt dit aan tafel")
    own = note(table, police, "houdt dit klein", OWN)
    for hearing in (table.chair, table.seat("prosecution")):
        pass_on(own, hearing.organisation, by=police, now=table.tick())
    _, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    assert "houdt dit klein" not in "\n".join(texts(chosen))


def test_an_own_reading_is_let_in_with_the_circle_it_was_revealed_to(
    table: Table,
) -> None:
    """F63: revealed to the core alone, it is in a study that reads the core."""
    seats = [table.seat("police"), table.seat("prosecution")]
    round_ = reading.opened(table, circle=CORE)
    for seat in seats:
        reading.written(table, round_, seat)
    reading.revealed(table, round_)
    found, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    assert chosen.study_texts.filter(kind="reading").count() == len(seats)
    says(found, with_core=False)
    with pytest.raises(ValidationError):
        mask_dossier(chosen, by=table.chair, now=table.tick())


def says(found: Studied, **word: object) -> None:
    """The privacy officer lets it look, and says once more with which circles."""
    house = found.study.houses.get()
    found.study.unlock_cover()
    said = StudyApproval(at_house=house, says=True, why="nader bezien", **word)
    say_on_study(said, by=found.officer, now=found.table.tick())


def test_masking_anew_follows_what_was_taken_back_and_let_in_since(
    table: Table,
) -> None:
    """F63: numbers are given anew, in the order in which things were said."""
    police = table.seat("police")
    note(table, police, "het eerste")
    note(table, police, "in de kern", CORE)
    gone = note(table, police, "het derde")
    note(table, police, "het vierde")
    found, chosen = chosen_in(table)
    says(found, with_core=False)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    assert [words.partition(": ")[2] for words in texts(chosen)] == [
        "het eerste",
        "het derde",
        "het vierde",
    ]
    says(found, with_core=True)
    withdraw(gone, "vergissing", by=police, now=table.tick())
    mask_dossier(chosen, by=table.chair, now=table.tick())
    assert [words.partition(": ")[2] for words in texts(chosen)] == [
        "het eerste",
        "in de kern",
        "het vierde",
    ]
    assert [each.number for each in chosen.study_texts.all()] == [1, 2, 3]


def test_only_what_was_said_in_the_period_of_the_study(table: Table) -> None:
    """F63: what came after it is not in it."""
    police = table.seat("police")
    note(table, police, "zegt dit in de periode")
    table.now += timedelta(days=3)
    note(table, police, "zegt dit erna")
    ends = timezone.localdate(table.now - timedelta(days=2))
    _, chosen = chosen_in(table, until=ends)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    told = "\n".join(texts(chosen))
    assert "in de periode" in told
    assert "erna" not in told


def test_a_correction_stands_beside_what_it_took_the_place_of(table: Table) -> None:
    """F69: what was known then is not what is known now."""
    police = table.seat("police")
    first = note(table, police, "zegt eerst dit")
    later = Note(text="zegt later dat", why_changed="vergissing")
    correct(later, first, by=police, now=table.tick())
    _, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    old, new = chosen.study_texts.all()
    assert old.stands_until == new.recorded_at
    assert list(chosen.study_texts.as_of(first.recorded_at)) == [old]
    assert list(chosen.study_texts.as_of(later.recorded_at)) == [new]


def test_each_text_tells_which_roles_heard_it(table: Table) -> None:
    """N13: as roles, each from its own moment."""
    police = table.seat("police")
    said = note(table, police, "zegt dit in de kern", CORE)
    table.seat("onderwijs")
    _, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    chosen.unlock()
    (text,) = chosen.study_texts.all()
    roles = {each.role for each in text.hearers}
    assert "politie-1" in roles
    assert not any("onderwijs" in role for role in roles)
    assert text.is_known_to("politie-1", said.recorded_at)
    before = said.recorded_at - timedelta(seconds=1)
    assert not text.is_known_to("politie-1", before)


def test_what_still_looks_like_a_name_is_asked_about_and_hidden(table: Table) -> None:
    """F63: an unknown name is found by the check, and hidden everywhere by hand."""
    police = table.seat("police")
    note(table, police, "Wij spraken Fatima Zandstra op school.")
    note(table, police, "Ook gisteren was Fatima Zandstra er.")
    _, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    looked, _ = looked_at(chosen, table.chair, {})
    assert any("Zandstra" in f.words for each in looked for f in each.findings)
    mask = HandMask(study_dossier=chosen, hides="Fatima Zandstra", shown_as="persoon-9")
    hide_by_hand(mask, by=table.chair, now=table.tick())
    assert not any("Zandstra" in words for words in texts(chosen))
    looked, _ = looked_at(chosen, table.chair, {"Fatima Zandstra": "persoon-9"})
    assert not any(each.findings for each in looked)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    assert not any("Zandstra" in words for words in texts(chosen)), "also anew"


def test_hiding_words_that_stand_nowhere_says_so_and_keeps_nothing(
    table: Table,
) -> None:
    note(table, table.seat("police"), "zegt dit aan tafel")
    _, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    mask = HandMask(study_dossier=chosen, hides="Niemand", shown_as="persoon-9")
    with pytest.raises(ValidationError):
        hide_by_hand(mask, by=table.chair, now=table.tick())
    assert not HandMask.objects.exists()


def test_a_passage_stays_at_its_words_when_more_is_hidden(table: Table) -> None:
    note(table, table.seat("police"), "Wij spraken Fatima Zandstra over het werk.")
    found, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    found.study.unlock_work()
    (text,) = chosen.study_texts.all()
    code = OneCode.objects.create(
        study=found.study, name="werk", definition="werk", made_at=table.now
    )
    begins = (text.words or "").index("over het werk")
    coding = Coding.objects.create(
        code=code,
        coder=found.coder,
        text=text,
        begins=begins,
        ends=begins + len("over het werk"),
        at=table.now,
    )
    release_dossier(chosen, by=table.chair, now=table.tick())
    mask = HandMask(study_dossier=chosen, hides="Fatima Zandstra", shown_as="een zus")
    hide_by_hand(mask, by=table.chair, now=table.tick())
    assert Coding.objects.get(pk=coding.pk).passage == "over het werk"


def test_only_whoever_leads_the_table_masks_and_releases(table: Table) -> None:
    police = table.seat("police")
    note(table, police, "zegt dit aan tafel")
    _, chosen = chosen_in(table)
    for deed in (mask_dossier, release_dossier, take_back):
        with pytest.raises(Refused):
            deed(chosen, by=police, now=table.tick())
    other = Table(table.house)
    with pytest.raises(Refused):
        mask_dossier(chosen, by=other.chair, now=table.tick())


def test_researchers_read_from_the_release_until_it_is_taken_back(
    table: Table,
) -> None:
    """F63, V8."""
    note(table, table.seat("police"), "zegt dit aan tafel")
    found, chosen = chosen_in(table)
    user = found.lead.user

    def read() -> int:
        return StudyText.objects.visible_to(user, table.tick()).count()

    mask_dossier(chosen, by=table.chair, now=table.tick())
    assert read() == 0
    release_dossier(chosen, by=table.chair, now=table.tick())
    assert read() == 1
    take_back(chosen, by=table.chair, now=table.tick())
    assert read() == 0


def test_what_is_withdrawn_after_the_release_is_read_no_more(table: Table) -> None:
    """V8, Wpg 4(4): the words close to everybody but whoever said them."""
    police = table.seat("police")
    note(table, police, "zegt dit aan tafel")
    gone = note(table, police, "neemt dit terug")
    found, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    release_dossier(chosen, by=table.chair, now=table.tick())
    assert len(read_by(found, table)) == 2
    withdraw(gone, "vergissing", by=police, now=table.tick())
    (text,) = read_by(found, table)
    assert "aan tafel" in (text.words or "")


def test_a_circle_that_an_office_takes_back_is_read_no_more(table: Table) -> None:
    """V8: at once, also in what was released before; and again when it is let in."""
    police = table.seat("police")
    note(table, police, "zegt dit aan tafel")
    note(table, police, "zegt dit in de kern", CORE)
    found, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    release_dossier(chosen, by=table.chair, now=table.tick())
    assert len(read_by(found, table)) == 2
    says(found, with_core=False)
    (text,) = read_by(found, table)
    assert "aan tafel" in (text.words or "")
    says(found, with_core=True)
    assert len(read_by(found, table)) == 2


def read_by(found: Studied, table: Table) -> list[StudyText]:
    return list(StudyText.objects.visible_to(found.lead.user, table.tick()))


def test_the_words_of_a_study_die_with_the_dossier(table: Table) -> None:
    """V18: its keys gone, no masked text can be read; that it was there stays."""
    note(table, table.seat("police"), "zegt dit aan tafel")
    _, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    DataKey.objects.of_scope(table.dossier.pk).delete()
    with keyring():
        chosen.unlock()
        (text,) = chosen.study_texts.all()
        assert text.passage is None


def test_what_was_hidden_by_hand_opens_for_no_researcher(table: Table) -> None:
    """V1: it holds the very words that a study may not read."""
    note(table, table.seat("police"), "Wij spraken Fatima Zandstra.")
    found, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    mask = HandMask(study_dossier=chosen, hides="Fatima Zandstra", shown_as="zus")
    hide_by_hand(mask, by=table.chair, now=table.tick())
    with keyring():
        found.study.unlock_work()
        chosen.unlock()
        with pytest.raises(Locked):
            assert HandMask.objects.get(pk=mask.pk).hides


def test_a_dossier_is_taken_back_also_after_its_house_said_no(table: Table) -> None:
    """V8: its house may say yes again, and then it is not read either."""
    note(table, table.seat("police"), "zegt dit aan tafel")
    found, chosen = chosen_in(table)
    mask_dossier(chosen, by=table.chair, now=table.tick())
    release_dossier(chosen, by=table.chair, now=table.tick())
    house = found.study.houses.get()
    for yes in (False, True):
        word = StudyApproval(at_house=house, says=yes, with_core=yes, why="nader")
        say_on_study(word, by=found.officer, now=table.tick())
        if not yes:
            take_back(chosen, by=table.chair, now=table.tick())
    assert read_by(found, table) == []
