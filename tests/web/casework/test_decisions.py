"""Deciding on a screen: options, reasons, deciders, and what stands on the page."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from expliciet.casework.models import Decision
from expliciet.dossiers.actions.drafts import keep_draft
from expliciet.dossiers.actions.seats import end_seat
from expliciet.dossiers.models import Draft
from tests.factories import Table, unlock_all
from tests.web.casework.bringing import bring_in, fact
from tests.web.casework.deciding import core, decide, the_plan, to, typed
from tests.web.dossiers.conftest import At
from tests.web.dossiers.forms import REDIRECTED, REFUSED, actions, words

pytestmark = pytest.mark.django_db


def send(client: Client, table: Table, **told: Any) -> Any:
    return client.post(to("decide", table.dossier.pk), told)


def test_a_decision_is_its_own_record_with_all_that_it_consists_of(
    table: Table, at: At
) -> None:
    """F57, F58, N5, S25, I-02, I-04: what stands on the page afterwards."""
    town, police, om = core(table)
    known = bring_in(table, police, fact("Hij plakte drie stickers."))
    statement = known.statements.get()
    answer = send(
        at(table.chair),
        table,
        **typed(
            table,
            [town, police, om],
            rests_on=[str(statement.pk)],
            organisation_1=str(police.organisation_id),
            side_1="for",
            consideration_1="Hij opent de deur voor hem.",
            facts_1=f"{known.reference.lower()}.1",
            organisation_2=str(om.organisation_id),
            side_2="against",
            consideration_2="Dan weet hij dat wij kijken.",
        ),
    )
    assert answer.status_code == REDIRECTED, words(answer)
    unlock_all(table.dossier)
    decision = Decision.objects.get()
    assert not decision.is_provisional
    assert answer.url.endswith(f"?deel=besluit#{decision.reference}")
    assert "decision-recorded" in actions()
    page = the_plan(at(police), table)
    for said in (
        "Wie praat met hem?",
        "De wijkagent praat met hem.",
        "kent hem al lang",
        "het jeugdwerk",
        "kent hem niet",
        "Hij opent de deur voor hem.",
        "Dan weet hij dat wij kijken.",
        "mag meespreken",
        f"{known.reference}.1",
    ):
        assert said in page, said
    outcome = page.index('class="decision__outcome"')
    assert outcome < page.index('class="dropped__what"')
    assert "Voorlopig." not in page


@pytest.mark.parametrize(
    ("lacking", "asked"),
    [
        ({"option_2": "", "dropped_2": ""}, "ten minste twee opties"),
        ({"chosen": ""}, "waarom deze weg niet is gekozen"),
        ({"dropped_2": ""}, "waarom deze weg niet is gekozen"),
        ({"why": ""}, "wat de doorslag gaf"),
        ({"review_on": ""}, "wanneer de tafel"),
        ({"review_on": "2020-01-01"}, "een dag die nog komt"),
        ({"decided_on": "2999-01-01"}, "moet nog komen"),
        ({"deciders": []}, "wie besloot"),
        ({"consideration_1": "Hij opent."}, "van wie deze overweging is"),
        ({"hears": ""}, "wie dit hoort"),
    ],
)
def test_recording_asks_for_options_and_reasons(
    table: Table, at: At, lacking: dict[str, Any], asked: str
) -> None:
    """N5, F57: a deadline in the past too; and what was typed still stands there."""
    client = at(table.chair)
    answer = send(client, table, **typed(table, core(table)) | lacking)
    assert answer.status_code == REFUSED
    page = words(answer)
    assert asked.lower() in page.lower()
    assert "De wijkagent praat met hem." in page
    assert not Decision.objects.exists()


def test_a_procedural_decision_asks_for_neither_and_says_so(
    table: Table, at: At
) -> None:
    """S25: the exception is marked as one."""
    told = {"option_1": "", "option_2": "", "dropped_2": "", "chosen": ""}
    told |= {"why": "", "review_on": "", "is_procedural": "on"}
    answer = send(at(table.chair), table, **typed(table, core(table)) | told)
    assert answer.status_code == REDIRECTED, words(answer)
    page = the_plan(at(table.chair), table)
    assert "Alleen over hoe wij werken" in page


def test_a_draft_may_start_with_the_outcome(table: Table, at: At) -> None:
    """F58: kept, found again, and asked about by nobody until it is recorded."""
    keep_draft(
        "casework:decide",
        {"outcome": "De wijkagent praat met hem.", "option_5": "wachten"},
        by=table.chair.user,
        house=table.house,
        dossier=table.dossier,
        now=table.tick(),
    )
    client = at(table.chair)
    page = words(client.get(to("decide", table.dossier.pk)))
    assert "De wijkagent praat met hem." in page
    assert '<details class="rows__more" open>' in page
    assert "een besluit" in words(
        client.get(reverse("dossiers:detail", args=[table.dossier.pk]))
    )
    answer = send(client, table, **typed(table, core(table)))
    assert answer.status_code == REDIRECTED
    assert not Draft.objects.exists()


def test_the_form_says_when_it_will_be_provisional(table: Table, at: At) -> None:
    """S24, I-03: for whom it waits, before and after."""
    town, police = table.seat("municipality"), table.seat("police")
    client = at(table.chair)
    page = words(client.get(to("decide", table.dossier.pk)))
    assert "Zonder beslisser van elk van deze is het voorlopig" in page
    assert "Hier zit nu niemand voor: Openbaar Ministerie" in page
    answer = client.post(
        to("decide", table.dossier.pk), typed(table, [town, police]), follow=True
    )
    said = words(answer).lower()
    assert "het is voorlopig: openbaar ministerie besliste niet mee" in said
    assert "besliste niet mee: openbaar ministerie" in said
    unlock_all(table.dossier)
    assert Decision.objects.get().is_provisional


def test_outside_a_meeting_it_says_who_was_reached_and_what_they_said(
    table: Table, at: At
) -> None:
    """N29: provisional whatever the quorum; the quorum confirms it in its place."""
    seats = core(table)
    client = at(table.chair)
    told = typed(table, seats, where="outside")
    refused = send(client, table, **told)
    assert refused.status_code == REFUSED
    assert "dat zij niet zijn bereikt" in words(refused)
    for each in (*seats, table.chair):
        told[f"how_{each.organisation_id.hex}"] = "phone"
        told[f"said_{each.organisation_id.hex}"] = f"{each.who} vindt het goed"
    told[f"how_{seats[2].organisation_id.hex}"] = "not"
    told[f"said_{seats[2].organisation_id.hex}"] = ""
    assert send(client, table, **told).status_code == REDIRECTED
    unlock_all(table.dossier)
    first = Decision.objects.get()
    assert first.is_provisional
    page = the_plan(client, table)
    assert f"{seats[0].who} vindt het goed" in page
    assert "niet bereikt" in page
    assert "Bevestigen met het quorum" in page
    anew = to("decide-anew", table.dossier.pk, first.pk)
    form = words(client.get(anew))
    assert f"{seats[0].who} vindt het goed" in form
    told = typed(table, seats, why_changed="Bevestigd in het overleg.")
    assert client.post(anew, told).status_code == REDIRECTED
    second = Decision.objects.exclude(pk=first.pk).get()
    assert second.supersedes_id == first.pk
    assert not second.is_provisional
    page = the_plan(client, table)
    assert "Voorlopig." in page, "the earlier text stays to be seen"
    assert "Bevestigd in het overleg." in page
    assert "Bevestigen met het quorum" not in page


def test_two_at_once_never_both_take_its_place(table: Table, at: At) -> None:
    """S27: the second is shown what the first made of it, and loses nothing."""
    seats = core(table)
    first = decide(table, seats)
    anew = to("decide-anew", table.dossier.pk, first.pk)
    one, other = at(table.chair), at(table.substitute)
    told = typed(table, seats, outcome="Toch het jeugdwerk.", why_changed="vergist")
    assert one.post(anew, told).status_code == REDIRECTED
    told = typed(table, seats, outcome="De huisarts.", why_changed="nog eens")
    answer = other.post(anew, told)
    assert answer.status_code == REFUSED
    page = words(answer)
    assert "Toch het jeugdwerk." in page
    assert "De huisarts." in page
    assert Decision.objects.count() == 2


def test_an_organisation_that_left_keeps_its_argument(table: Table, at: At) -> None:
    """What it said stays when the decision is said anew; it decides no more."""
    from expliciet.casework.models import Consideration

    town, police, om = core(table)
    care = table.seat("GGZ")
    argued = Consideration(
        organisation=care.organisation, side="against", text="Hij wil dat niet."
    )
    first = decide(table, [town, police, om, care], considerations=[argued])
    end_seat(care, "klaar (verzonnen)", by=table.chair, now=table.tick())
    client = at(table.chair)
    page = the_plan(client, table)
    assert "zit sinds" in page
    anew = to("decide-anew", table.dossier.pk, first.pk)
    form = words(client.get(anew))
    assert "Hij wil dat niet." in form
    assert f'value="{care.pk}"' not in form
    told = typed(
        table,
        [town, police, om],
        organisation_1=str(care.organisation_id),
        side_1="against",
        consideration_1="Hij wil dat niet.",
        why_changed="verbeterd",
    )
    assert client.post(anew, told).status_code == REDIRECTED
    refused = client.post(
        to("decide-anew", table.dossier.pk, first.pk),
        told | {"deciders": [str(care.pk)]},
    )
    assert refused.status_code == REFUSED


def test_whoever_decides_along_hears_it(table: Table, at: At) -> None:
    """I-02: nobody decides on what they may not read."""
    seats = [*core(table), table.seat("GGZ")]
    told = typed(table, seats, hears=table.hears(table.chair, "core"))
    answer = send(at(table.chair), table, **told)
    assert answer.status_code == REFUSED
    assert "zou het besluit niet horen" in words(answer)


def test_only_who_keeps_the_record_decides_on_a_screen(table: Table, at: At) -> None:
    """Yours to see, not to do: 403. Not yours to see: 404."""
    police = table.seat("police")
    core_only = decide(table, core(table), circle="core")
    school = table.seat("onderwijs")
    assert at(police).get(to("decide", table.dossier.pk)).status_code == 403
    anew = to("decide-anew", table.dossier.pk, core_only.pk)
    assert at(school).get(anew).status_code == 404
