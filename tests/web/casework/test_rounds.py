"""A round on the screen: opening, writing, who is in, the one button, the columns."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.casework.models import Reading, Round
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.actions.withdrawing import withdraw
from expliciet.dossiers.models import Draft
from expliciet.web.dossiers.moments import spelled
from tests.casework.reading import (
    NO,
    UNSURE,
    YES,
    brought_in,
    in_days,
    opened,
    own_view,
    revealed,
    written,
)
from tests.factories import Table
from tests.web.dossiers.conftest import At
from tests.web.dossiers.looking import questions, shown

pytestmark = pytest.mark.django_db

READING = {
    "sees": "Drie stickers.",
    "reads": "Boos om de sluiting.",
    "would_change": "Een dreigbrief.",
    "says_answer": "no",
    "words_answer": "Niets gehoord.",
}


def of(round_: Round, name: str = "round") -> str:
    return reverse(f"casework:{name}", args=[round_.dossier_id, round_.pk])


def words(client: Client, address: str) -> str:
    """What stands on the page to be read."""
    page = shown(client, address)
    page = page[page.index("<main") : page.index("</main")]
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


# --- opening ------------------------------------------------------------------------


def test_whoever_chairs_opens_a_round(table: Table, at: At) -> None:
    """F20: the question, how much is asked, by when, and for whom."""
    table.seat("police"), table.seat("municipality")
    client = at(table.chair)
    answer = client.post(
        reverse("casework:open-round", args=[table.dossier.pk]),
        {
            "question": "Zien wij dreiging?",
            "size": "short",
            "answer_by": in_days(3).isoformat(),
            "hears": table.hears(table.chair),
        },
    )
    round_ = Round.objects.get()
    assert answer["Location"] == of(round_)
    assert "Zien wij dreiging?" in words(client, of(round_))


def test_nobody_else_opens_or_reveals(table: Table, at: At) -> None:
    police = table.seat("police")
    table.seat("municipality")
    client = at(police)
    address = reverse("casework:open-round", args=[table.dossier.pk])
    assert client.get(address).status_code == 403
    round_ = opened(table)
    assert client.post(of(round_, "reveal")).status_code == 403
    assert "Onthul" not in words(client, of(round_))


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("answer_by", "2020-01-01", "Kies vandaag of een dag die nog komt."),
        ("question", "x" * 200_000, "langer dan"),
        ("question", "met \0 erin", "id_question_error"),
        ("hears", "own", "minstens twee organisaties"),
    ],
)
def test_what_cannot_be_asked_is_said_and_stays_in_the_form(
    table: Table, at: At, field: str, typed: str, told: str
) -> None:
    """A day that is past, 200 kB, a NUL, and a round with nobody to read in it."""
    table.seat("police"), table.seat("municipality")
    asked = {
        "question": "Zien wij dreiging?",
        "size": "short",
        "answer_by": in_days(3).isoformat(),
        "hears": table.hears(table.chair),
        field: typed,
    }
    answer = at(table.chair).post(
        reverse("casework:open-round", args=[table.dossier.pk]), asked
    )
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Round.objects.exists()


# --- before the reveal --------------------------------------------------------------


def test_before_the_reveal_one_reads_ones_own_and_who_is_in(
    table: Table, at: At
) -> None:
    """F21, N1: for whoever chairs no more than that."""
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    written(table, round_, police, sees="alleen voor de politie")
    page = words(at(police), of(round_))
    assert "alleen voor de politie" in page
    for seat in (town, table.chair):
        page = words(at(seat), of(round_))
        assert "alleen voor de politie" not in page
        assert f"Binnen {police.organisation.name}" in page
        assert f"Nog niet binnen {town.organisation.name}" in page


def test_a_reading_is_written_by_the_organisation_it_is_asked_of(
    table: Table, at: At
) -> None:
    """F23, F24: on a fact, chosen by reference; and what would change one's mind."""
    police, _ = table.seat("police"), table.seat("municipality")
    fact = brought_in(table, police)
    round_ = opened(table)
    client = at(police)
    assert fact.reference in shown(client, of(round_, "reading"))
    answer = client.post(of(round_, "reading"), READING | {"rests_on": str(fact.pk)})
    reading = Reading.objects.get()
    assert answer["Location"] == of(round_)
    assert list(reading.rests_on.all()) == [fact]
    assert reading.takes.get().says == NO
    page = words(client, of(round_))
    assert "Een dreigbrief." in page
    assert fact.reference in page
    assert police.user is not None
    assert f"{police.user.name}" not in page


def test_nobody_chooses_what_they_do_not_hear(table: Table, at: At) -> None:
    """V4."""
    police, town = table.seat("police"), table.seat("municipality")
    kept = brought_in(table, police, "Voor onszelf.", circle="own")
    round_ = opened(table)
    client = at(town)
    assert "Voor onszelf." not in shown(client, of(round_, "reading"))
    sent = READING | {"rests_on": str(kept.pk)}
    assert client.post(of(round_, "reading"), sent).status_code == 422
    assert not Reading.objects.exists()


@pytest.mark.parametrize(
    ("lacking", "told"),
    [
        ("sees", "id_sees_error"),
        ("would_change", "id_would_change_error"),
        ("says_answer", "Kies ja, nee of onzeker."),
        ("words_answer", "Zeg in eigen woorden waar u dit op baseert."),
    ],
)
def test_what_lacks_is_said_and_what_was_typed_stays(
    table: Table, at: At, lacking: str, told: str
) -> None:
    police, _ = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    sent = {name: said for name, said in READING.items() if name != lacking}
    answer = at(police).post(of(round_, "reading"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    assert all(said in page for name, said in sent.items() if name in ("reads", "sees"))
    assert not Reading.objects.exists()


def test_a_draft_waits_for_whoever_typed_it(table: Table, at: At) -> None:
    police, _ = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    client = at(police)
    client.post(
        reverse("drafts:keep"),
        {
            "draft_form": "casework:reading",
            "draft_dossier": str(table.dossier.pk),
            "draft_about": str(round_.pk),
            "sees": "Half gezien.",
            "says_answer": "unsure",
        },
    )
    page = shown(client, of(round_, "reading"))
    assert "Half gezien." in page
    assert page.count("checked") == 1
    client.post(of(round_, "reading"), READING)
    assert not Draft.objects.exists()


def test_written_anew_one_begins_from_what_stands_there(table: Table, at: At) -> None:
    police, _ = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    first = written(table, round_, police, sees="eerst dit")
    client = at(police)
    page = shown(client, of(round_, "reading"))
    assert "eerst dit" in page
    assert str(first.pk) in page
    client.post(of(round_, "reading"), READING | {"instead_of": str(first.pk)})
    assert Reading.objects.get(superseded_by=None).supersedes_id == first.pk


def test_a_colleague_who_wrote_meanwhile_is_shown_beside_what_one_typed(
    table: Table, at: At
) -> None:
    """Two at once: both texts stand there, and nothing was lost."""
    police, colleague = table.seat("police"), table.seat("police")
    table.seat("municipality")
    round_ = opened(table)
    client = at(colleague)
    shown(client, of(round_, "reading"))
    theirs = written(table, round_, police, sees="van de eerste")
    answer = client.post(of(round_, "reading"), READING)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "van de eerste" in page
    assert "Drie stickers." in page
    again = READING | {"instead_of": str(theirs.pk)}
    assert str(theirs.pk) in page
    assert client.post(of(round_, "reading"), again).status_code == 302


def test_whoever_leads_writes_for_a_guest_and_for_nobody_else(
    table: Table, at: At
) -> None:
    """N28."""
    table.seat("police"), table.seat("municipality")
    guest = table.guest("onderwijs")
    round_ = opened(table)
    client = at(table.chair)
    assert client.get(of(round_, "reading"))["Location"] == of(round_)
    page = words(client, of(round_))
    assert guest.who in page
    address = f"{of(round_, 'reading')}?voor={guest.pk}"
    assert client.post(address, READING).status_code == 302
    reading = Reading.objects.get()
    assert reading.organisation_id == guest.organisation_id
    page = words(client, of(round_))
    assert "Opgeschreven voor een gast" in page
    assert "Drie stickers." in page


def test_a_guest_is_nobody_that_a_participant_writes_for(table: Table, at: At) -> None:
    police, _ = table.seat("police"), table.seat("municipality")
    guest = table.guest("onderwijs")
    round_ = opened(table)
    address = f"{of(round_, 'reading')}?voor={guest.pk}"
    client = at(police)
    assert client.get(address).status_code == 404
    assert client.post(address, READING).status_code == 404
    assert client.get(f"{of(round_, 'reading')}?voor=niemand").status_code == 404


def test_an_organisation_that_left_is_named_as_gone(table: Table, at: At) -> None:
    table.seat("police"), table.seat("municipality")
    om = table.seat("prosecution")
    round_ = opened(table)
    end_seat(om, "andere baan", by=table.chair, now=table.tick())
    page = words(at(table.chair), of(round_))
    assert f"Van tafel zonder eigen duiding {om.organisation.name}" in page


def test_who_does_not_hear_the_round_finds_no_page(table: Table, at: At) -> None:
    """V1."""
    table.seat("police"), table.seat("municipality")
    school = table.seat("onderwijs")
    round_ = opened(table, "core")
    client = at(school)
    for name in ("round", "reading"):
        assert client.get(of(round_, name)).status_code == 404
    assert client.post(of(round_, "reveal")).status_code == 404


# --- the reveal ---------------------------------------------------------------------


def test_with_nobody_in_it_says_that_there_is_nothing_to_reveal(
    table: Table, at: At
) -> None:
    table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    client = at(table.chair)
    answer = client.post(of(round_, "reveal"), follow=True)
    assert "Nog niemand schreef een duiding" in answer.content.decode()
    assert 'utrecht-alert--error" role="alert"' in answer.content.decode()
    assert Round.objects.get(reveal=None) == round_


def test_after_the_reveal_first_one_sentence_and_then_the_columns(
    table: Table, at: At
) -> None:
    """F22, N2: in words, with what was not mentioned; and the person's own view."""
    police, town = table.seat("police"), table.seat("municipality")
    om = table.seat("prosecution")
    own_view(table, town, words="Ik deed niets, ik was boos.")
    round_ = opened(table, size=Round.Size.FULL)
    written(table, round_, police, YES, themes={"violence": YES, "ideology": UNSURE})
    written(table, round_, town, NO, themes={"violence": NO})
    client = at(table.chair)
    client.post(of(round_, "reveal"))
    page = words(client, of(round_))
    assert (
        "Jullie verschillen op 2 punten: de vraag zelf en dreiging van geweld." in page
    )
    start = page.index("Jullie verschillen")
    assert start < page.index("Naast elkaar")
    assert f"{om.organisation.name} : er kwam geen eigen duiding binnen" in page
    assert "niet genoemd" in page
    assert "Ik deed niets, ik was boos." in page
    assert page.index("Naast elkaar") < page.index("Bespreek dit eerst : de vraag zelf")
    chosen = words(client, f"{of(round_)}?eerst=violence")
    told = "Bespreek dit eerst: dreiging van geweld"
    assert chosen.index(told) < chosen.index("Naast elkaar")
    assert "Jullie verschillen ook op: de vraag zelf" in chosen


def test_what_came_late_and_what_was_written_since_stay_to_be_seen(
    table: Table, at: At
) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    first = written(table, round_, police, YES, sees="blind gezien")
    revealed(table, round_)
    written(table, round_, town, NO, sees="te laat gezien")
    written(
        table,
        round_,
        police,
        NO,
        sees="later gezien",
        instead_of=first,
        why_changed="na het horen van de gemeente",
    )
    page = words(at(town), of(round_))
    assert "te laat: geschreven na het onthullen" in page
    for each in ("blind gezien", "te laat gezien", "later gezien"):
        assert each in page
    assert "na het horen van de gemeente" in page
    map_ = page[page.index("Naast elkaar") : page.index("De eigen duidingen")]
    assert "later gezien" not in map_
    assert "blind gezien" in map_


def test_a_reading_withdrawn_after_the_reveal_is_closed(table: Table, at: At) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    reading = written(table, round_, police, sees="hoort hier niet")
    written(table, round_, town)
    revealed(table, round_)
    withdraw(reading, "verwisseld", by=police, now=table.tick())
    page = words(at(town), of(round_))
    assert "hoort hier niet" not in page
    assert f"{police.organisation.name} : ingetrokken" in page


def test_no_reading_bears_the_name_of_a_person(table: Table, at: At) -> None:
    """Outside the trail: organisation and function."""
    police, town = table.seat("police"), table.seat("municipality")
    for seat, name in ((police, "Naam Van Politie"), (town, "Naam Van Gemeente")):
        assert seat.user
        seat.user.name = name
        seat.user.save()
    round_ = opened(table)
    for seat in (police, town):
        written(table, round_, seat)
    revealed(table, round_)
    reading = Reading.objects.get(organisation=police.organisation_id)
    client = at(table.chair)
    record = reverse("dossiers:record", args=[table.dossier.pk, reading.pk])
    for address in (of(round_), record):
        page = words(client, address)
        assert "Naam Van Politie" not in page
        assert police.organisation.name in page


# --- as it was, and the trail ---------------------------------------------------------


def test_as_known_before_the_reveal_it_shows_ones_own_alone(
    table: Table, at: At
) -> None:
    """Also now, of that moment, nobody sees what was still closed."""
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    written(table, round_, police, sees="van politie")
    written(table, round_, town, sees="van gemeente")
    before = table.tick()
    revealed(table, round_)
    client = at(police)
    page = words(client, f"{of(round_)}?op={spelled(before)}")
    assert "van politie" in page
    assert "van gemeente" not in page
    assert "Jullie" not in page
    early = spelled(round_.recorded_at - timedelta(seconds=1))
    assert client.get(f"{of(round_)}?op={early}").status_code == 404
    assert client.get(f"{of(round_)}?op=gisteren").status_code == 302


def test_reading_a_round_leaves_a_line_with_what_was_read(table: Table, at: At) -> None:
    """V9: the question and one's own reading; afterwards all readings."""
    police, town = table.seat("police"), table.seat("municipality")
    round_ = opened(table)
    written(table, round_, police)
    written(table, round_, town)
    client = at(police)
    shown(client, of(round_))
    line = Line.objects.filter(action=Action.RECORD_READ).latest("at")
    assert (line.object_id, line.count) == (round_.pk, 2)
    revealed(table, round_)
    shown(client, of(round_))
    line = Line.objects.filter(action=Action.RECORD_READ).latest("at")
    assert (line.object_id, line.count) == (round_.pk, 3)


def test_more_readers_ask_no_more_of_the_database(table: Table, at: At) -> None:
    police, town = table.seat("police"), table.seat("municipality")
    few, many = opened(table), None
    for seat in (police, town):
        written(table, few, seat)
    revealed(table, few)
    others = [table.seat(each) for each in ("GGZ", "jeugdwerk", "wijkteam")]
    many = opened(table)
    for seat in (police, town, *others):
        written(table, many, seat)
    revealed(table, many)
    client = at(police)
    shown(client, of(few))
    assert questions(client, of(few)) == questions(client, of(many))


def test_the_notice_leads_to_the_round(table: Table, at: At) -> None:
    """Told without a word of the case, and from there in one step."""
    police, _ = table.seat("police"), table.seat("municipality")
    round_ = opened(table, question="Een geheim over hem?")
    page = shown(at(police), reverse("opening"))
    assert of(round_) in page
    assert "Een geheim over hem?" not in page
    assert timezone.localdate() <= round_.answer_by
