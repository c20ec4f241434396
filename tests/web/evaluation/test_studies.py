"""Studies on a screen: proposing, deciding, choosing, masking and releasing."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from expliciet.audit.actions import Action
from expliciet.audit.models import Line
from expliciet.dossiers.actions.circles import circle_for
from expliciet.dossiers.actions.notes import record_note
from expliciet.dossiers.models import Note
from expliciet.evaluation.actions.studies import make_study
from expliciet.evaluation.models import Study, StudyDossier
from tests.evaluation.study import Studied, approved, proposed
from tests.factories import AppointmentFactory, OrganisationFactory, Role, Table
from tests.web.dossiers.conftest import At, at, table  # noqa: F401
from tests.web.dossiers.forms import REDIRECTED, REFUSED, words

pytestmark = pytest.mark.django_db
LIST, PROPOSE = reverse("evaluation:list"), reverse("evaluation:propose")


def signed_in(appointment: object) -> Client:
    client = Client()
    client.force_login(appointment.user)  # type: ignore[attr-defined]
    return client


def of(study: Study, name: str = "study", *args: object) -> str:
    return reverse(f"evaluation:{name}", args=[study.pk, *args])


def typed(table: Table) -> dict[str, str]:  # noqa: F811
    bureau = OrganisationFactory(house=table.house, name="Bureau Verzonnen")
    lead = AppointmentFactory(organisation=bureau, role=Role.EVALUATOR)
    today = timezone.localdate()
    return {
        "name": "Hoe wij duiden (verzonnen)",
        "commissioner": "de stuurgroep",
        "ground": "Besluit van de stuurgroep.",
        "asks_scaling": "Wanneer gaan wij omhoog?",
        "begins_on": (today - timedelta(days=300)).isoformat(),
        "until": today.isoformat(),
        "ends_on": (today + timedelta(days=100)).isoformat(),
        "state": "both",
        "choosing": "rule",
        "lead": str(lead.user.pk),
    }


def test_the_process_director_proposes_a_study(table: Table) -> None:  # noqa: F811
    """F63: and stands before it, with what is asked of both offices."""
    director = signed_in(table.director)
    assert "Nog geen onderzoek" in words(director.get(LIST))
    answer = director.post(PROPOSE, typed(table))
    study = Study.objects.get()
    assert answer.headers["Location"] == of(study)
    page = words(director.get(of(study)))
    assert "Wanneer gaan wij omhoog?" in page
    assert "nog niet" in page


def test_what_is_asked_stands_in_groups_and_each_question_once(
    table: Table,  # noqa: F811
) -> None:
    """Under what it is for, what it looks at, why it is allowed and who does it."""
    form = signed_in(table.director).get(PROPOSE).context["form"]
    grouped = [field.name for group in form.groups for field in group.fields]
    assert grouped == [field.name for field in form.visible_fields()]
    page = words(signed_in(table.director).get(PROPOSE))
    places = [page.index(str(group.title)) for group in form.groups]
    assert places == sorted(places)
    assert len(places) == 4


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    table: Table,  # noqa: F811
) -> None:
    director = signed_in(table.director)
    answer = director.post(PROPOSE, typed(table) | {"asks_scaling": "", "lead": ""})
    assert answer.status_code == REFUSED
    page = words(answer)
    assert "Hoe wij duiden (verzonnen)" in page
    assert not Study.objects.exists()


def test_a_partner_proposes_none(table: Table) -> None:  # noqa: F811
    police = table.seat("police")
    client = signed_in(police.user.appointments.get())
    assert client.get(PROPOSE).status_code == 403
    assert PROPOSE not in client.get(LIST).content.decode()


def test_both_offices_say_so_and_then_the_dossiers_are_chosen(
    table: Table,  # noqa: F811
) -> None:
    """F63, V15."""
    found = proposed(table)
    director, officer = signed_in(found.director), signed_in(found.officer)
    yes = {"says": "yes", "with_core": "on", "why": "bekeken"}
    assert director.post(of(found.study, "decide"), yes).status_code == REDIRECTED
    assert "Kies de dossiers" not in words(director.get(of(found.study)))
    assert officer.post(of(found.study, "decide"), yes).status_code == REDIRECTED
    assert "Kies de dossiers" in words(director.get(of(found.study)))
    assert officer.post(of(found.study, "draw")).status_code == 403
    assert director.post(of(found.study, "draw")).status_code == REDIRECTED
    assert found.study.dossiers.count() == 1


def test_what_a_study_asks_stands_on_top_until_it_was_done(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """F63: first a yes or no, with who will read; then choosing; then masking."""
    found = proposed(table)
    director, officer = at(table.chair), signed_in(found.officer)
    asks, offered = "Wat dit onderzoek van u vraagt", "Check de feiten"

    def told(client: Client) -> str:
        return words(client.get(of(found.study)))

    assert asks in told(director)
    assert offered not in told(director)
    assert found.lead.user.name in words(officer.get(of(found.study, "decide")))
    yes = {"says": "yes", "why": "bekeken"}
    director.post(of(found.study, "decide"), yes)
    assert asks not in told(director)
    assert asks in told(officer)
    officer.post(of(found.study, "decide"), yes)
    assert asks not in told(officer)
    assert "Kies nu de dossiers" in told(director)
    director.post(of(found.study, "draw"))
    assert "1 dossier waarvan u de tafel leidt" in told(director)
    assert offered in told(director)
    StudyDossier.objects.update(released_at=timezone.now(), masked_at=timezone.now())
    assert asks not in told(director)


def test_whoever_leads_the_table_masks_reads_and_releases(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """F63: names become roles before anybody else reads; what is in doubt is marked."""
    police = table.seat("police")
    now = table.tick()
    table.chair.unlock(now)
    said = Note(text=f"{police.user.name} zag Wouter Zandstra bij de school.")
    record_note(said, by=police, circle=circle_for(police, "table", now), now=now)
    found = approved(table, table.tick())
    director = at(table.chair)
    director.post(of(found.study, "draw"))
    page = of(found.study, "mask", table.dossier.pk)
    assert "Nog niets gemaskeerd" in words(director.get(page))
    assert director.post(page, {"mask": "1"}).status_code == REDIRECTED
    shown = director.get(page).content.decode()
    assert police.user.name not in shown.split('id="texts-title"')[1]
    assert "politie-1" in shown
    assert '<mark class="doubt"' in shown
    answer = director.post(page, {"hides": "Wouter Zandstra", "shown_as": "persoon-9"})
    assert answer.status_code == REDIRECTED
    texts = director.get(page).content.decode().split('id="texts-title"')[1]
    assert "Zandstra" not in texts
    assert "persoon-9" in texts
    answer = director.post(of(found.study, "release", table.dossier.pk))
    assert answer.status_code == REDIRECTED
    assert StudyDossier.objects.get().released_at
    assert "niet opnieuw voor worden vrijgegeven" in words(director.get(page))
    back = director.post(of(found.study, "take-back", table.dossier.pk))
    assert back.status_code == REDIRECTED
    assert StudyDossier.objects.get().taken_back_at


def test_words_that_stand_nowhere_come_back_with_what_was_typed(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    police = table.seat("police")
    now = table.tick()
    said = Note(text="zegt iets aan tafel")
    record_note(said, by=police, circle=circle_for(police, "table", now), now=now)
    found = approved(table, table.tick())
    director = at(table.chair)
    director.post(of(found.study, "draw"))
    page = of(found.study, "mask", table.dossier.pk)
    director.post(page, {"mask": "1"})
    answer = director.post(page, {"hides": "Nergensland", "shown_as": "plaats"})
    assert answer.status_code == REFUSED
    assert "Nergensland" in words(answer)


def test_a_partner_at_the_table_masks_nothing_and_a_stranger_finds_nothing(
    table: Table,  # noqa: F811
    at: At,  # noqa: F811
) -> None:
    """V1: 403 for who sits there, 404 for who does not."""
    police = table.seat("police")
    found = approved(table)
    signed_in(table.director).post(of(found.study, "draw"))
    page = of(found.study, "mask", table.dossier.pk)
    assert at(police).get(page).status_code == 403
    researcher = Client()
    researcher.force_login(found.lead.user)
    assert researcher.get(page).status_code == 404
    elsewhere = Table(now=table.now)
    assert signed_in(elsewhere.director).get(of(found.study)).status_code == 404


def test_researchers_are_named_and_let_go(table: Table) -> None:  # noqa: F811
    found = approved(table)
    director = signed_in(found.director)
    other = AppointmentFactory(
        organisation=found.lead.user.appointments.get().organisation,
        role=Role.EVALUATOR,
    )
    sent = {"who": str(other.user.pk), "task": "coder"}
    answer = director.post(of(found.study, "name-researcher"), sent)
    assert answer.status_code == REDIRECTED
    member = found.study.members.get(user=other.user)
    assert member.researches(timezone.now())
    director.post(of(found.study, "let-go", member.pk))
    member.refresh_from_db()
    assert not member.researches(timezone.now())


def test_who_can_be_named_are_people_of_the_houses_of_the_study(
    table: Table,  # noqa: F811
) -> None:
    """V1: who works elsewhere is nobody's business here."""
    found = approved(table)
    elsewhere = AppointmentFactory(role=Role.EVALUATOR)
    page = signed_in(found.director).get(of(found.study, "name-researcher"))
    assert found.coder.user.name in page.content.decode()
    assert elsewhere.user.name not in page.content.decode()


def test_a_study_is_ended_with_a_reason(table: Table) -> None:  # noqa: F811
    found = approved(table)
    officer = signed_in(found.officer)
    assert officer.post(of(found.study, "end"), {}).status_code == REFUSED
    officer.post(of(found.study, "end"), {"ended_why": "Klaar (verzonnen)."})
    assert Study.objects.get().ended_at
    assert "Beëindigd op" in words(officer.get(of(found.study)))


@pytest.fixture
def found(table: Table) -> Studied:  # noqa: F811
    return approved(table)


@pytest.mark.parametrize("role", ["lead", "director", "officer"])
def test_each_sees_the_part_that_concerns_them(found: Studied, role: str) -> None:
    """Researchers the ways to read, the offices who decided; each with a line."""
    who = getattr(found, role)
    client = Client()
    client.force_login(who.user)
    page = words(client.get(of(found.study)))
    assert ("Lezen en coderen" in page) == (role == "lead")
    assert Line.objects.filter(action=Action.STUDY_READ, user=who.user.pk).exists()


def test_the_list_asks_as_much_for_many_studies_as_for_one(
    table: Table,  # noqa: F811
    django_assert_max_num_queries: object,
) -> None:
    proposed(table)
    director = signed_in(table.director)
    director.get(LIST)
    with django_assert_max_num_queries(40) as one:  # type: ignore[operator]
        director.get(LIST)
    for number in range(4):
        another(table, number)
    with django_assert_max_num_queries(len(one)):  # type: ignore[operator]
        director.get(LIST)


def another(table: Table, number: int) -> None:  # noqa: F811
    study = Study(
        name=f"Onderzoek {number} (verzonnen)",
        commissioner="de stuurgroep",
        ground="Besluit.",
        asks_scaling="Wanneer?",
        begins_on=timezone.localdate(),
        until=timezone.localdate(),
        ends_on=timezone.localdate() + timedelta(days=9),
    )
    lead = Study.objects.order_by("made_at")[0].members.get(task="lead")
    make_study(study, [], {lead.user: "lead"}, by=table.director, now=table.now)
