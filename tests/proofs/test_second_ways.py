"""Rule 1: what is not yours shows in no list, count, search, log, notice or draft.

The same people on the same stage as in the matrix; here it is not the answer that
counts but every word on the page.
"""

from collections import Counter
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from expliciet.dossiers.models import Dossier
from expliciet.post.models import Notice
from expliciet.web.dossiers.moments import spelled
from tests.conftest import Some
from tests.proofs.cells import clients, outcome, undone
from tests.proofs.oracle import GONE, SHOWN, SIGN_IN
from tests.proofs.pages import at_tables, everywhere
from tests.proofs.stage import Actor, Stage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("quietly"),
]


def shown(stage: Stage, page: str) -> set[str]:
    return {name for name, canary in stage.canaries.items() if canary in page}


def leaks(
    stage: Stage, actor: Actor, page: str, moment: datetime | None = None
) -> set[str]:
    return {
        name for name in shown(stage, page) if not stage.may_read(actor, name, moment)
    }


def whoever_is_in(stage: Stage) -> list[Actor]:
    """The others are asked to sign in, as the matrix shows."""
    return [actor for actor in stage.actors if actor.state == "ok"]


def text_of(client: Client, address: str) -> str:
    with undone(client):
        response = client.get(address)
        if outcome(response) != SHOWN or response.status_code != 200:
            return ""
        return response.content.decode()


def names_of_their_own(stage: Stage) -> dict[str, str]:
    """The working names by dossier; two houses may by chance have picked the same."""
    names = {
        str(pk): Dossier.objects.get(pk=pk).working_name
        for name, pk in stage.dossiers.items()
        if name != "nowhere"
    }
    borne = Counter(Dossier.objects.values_list("working_name", flat=True))
    return {pk: name for pk, name in names.items() if borne[name] == 1}


def test_no_page_says_what_is_not_yours(stage: Stage, some: Some) -> None:
    browsers = clients(stage)
    wrong, seen, pages = [], 0, 0
    tables = names_of_their_own(stage)
    for actor in some(whoever_is_in(stage), 0.3):
        mine = {str(pk) for pk in stage.dossiers.values() if stage.place(actor, pk)}
        for address in (
            *everywhere(stage, actor),
            *at_tables(stage, actor, ("table", "linked", "closed")),
        ):
            page = text_of(browsers[actor.name], address)
            pages += bool(page)
            seen += len(shown(stage, page))
            wrong += [f"{actor.name} {address}: {x}" for x in leaks(stage, actor, page)]
            wrong += [
                f"{actor.name} {address}: dossier {name}"
                for pk, name in tables.items()
                if name in page and pk not in mine
            ]
    print(f"\nSecond ways: {pages} pages, {seen} words of others and one's own in them")
    assert pages > 80
    assert seen > 20
    assert wrong == []


@pytest.mark.engines
def test_search_finds_what_one_hears_and_nothing_else(stage: Stage) -> None:
    """Everything that is current and theirs, at each table; not a word more."""
    browsers = clients(stage)
    found = 0
    for actor in whoever_is_in(stage):
        for pk in stage.dossiers.values():
            if not stage.place(actor, pk):
                continue
            with undone(browsers[actor.name]):
                page = browsers[actor.name].post(
                    reverse("dossiers:search", args=[pk]), {"woorden": "kanarie"}
                )
            mine = {
                name
                for name in stage.canaries
                if (word := stage.facts.words[stage.words[name]]).dossier == pk
                and stage.may_read(actor, name)
                and not word.superseded
            }
            hits = shown(stage, page.content.decode())
            assert hits >= mine, actor.name
            assert leaks(stage, actor, page.content.decode()) == set()
            found += len(hits)
    assert found > 100


@pytest.mark.engines
def test_the_page_as_it_was_shows_what_one_could_see_then(stage: Stage) -> None:
    """Not what was said later, and not what one was not to hear at all."""
    browsers = clients(stage)
    table = stage.dossiers["table"]
    moments = [event.at for event in stage.facts.events if event.table == table]
    shown_then = 0
    for actor in whoever_is_in(stage):
        if not stage.place(actor, table):
            continue
        for moment in moments[:: max(1, len(moments) // 5)]:
            asked = spelled(moment)
            address = f"{reverse('dossiers:detail', args=[table])}?op={asked}"
            page = text_of(browsers[actor.name], address)
            shown_then += len(shown(stage, page))
            assert leaks(stage, actor, page, moment) == set(), (actor.name, asked)
    assert shown_then > 50


def test_a_draft_is_kept_at_ones_own_tables_alone(stage: Stage) -> None:
    browsers = clients(stage)
    for actor in stage.actors:
        for name in ("table", "linked", "unknown", "there", "over", "nowhere"):
            pk = stage.dossiers[name]
            typed = {"draft_form": "dossiers:note", "draft_dossier": pk, "text": "half"}
            for address in (reverse("drafts:keep"), reverse("drafts:drop")):
                with undone(browsers[actor.name]):
                    answer = outcome(browsers[actor.name].post(address, typed))
                sits = stage.place(actor, pk) and actor.state == "ok"
                away = SIGN_IN if actor.state != "ok" else GONE
                if not stage.roles(actor):
                    away = SIGN_IN
                assert answer == (SHOWN if sits else away), (actor.name, name)


def test_nobody_is_told_of_what_they_may_not_see(stage: Stage) -> None:
    """A notice goes to whoever sits there and hears it: no kind, no moment leaks."""
    people = {actor.user.pk: actor for actor in stage.actors if actor.user}
    told = 0
    for notice in Notice.objects.exclude(dossier=None):
        actor = people.get(notice.user_id)
        if actor is None or notice.about not in stage.facts.words:
            continue
        sat = [
            place
            for place in stage.facts.at(notice.dossier)
            if place.user == notice.user_id
        ]
        word = stage.facts.words[notice.about]
        assert sat
        assert sat[0].organisation in word.members | word.passed
        told += 1
    assert told > 0
