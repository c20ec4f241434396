"""Dossiers that belong together, and what of the one is shown in the other."""

from hypothesis.stateful import precondition, rule

from expliciet.dossiers.actions.links import end_link, link_dossiers, show_elsewhere
from expliciet.dossiers.models import Link
from tests.proofs.picking import likely, pick, some
from tests.proofs.words_machine import Words


class Links(Words):
    """Rights are needed on both ends (V4)."""

    @rule(by=some, other=some)
    def link(self, by: int, other: int) -> None:
        here = likely(self.facts.seats.values(), by, self.facts.leads)
        there = likely(
            self.facts.seats.values(),
            other,
            lambda each: each.user == here.user and each.dossier != here.dossier,
        )
        done = self.attempt(
            "link",
            lambda: link_dossiers(
                Link(kind=Link.Kind.GROUP, why="een groep (verzonnen)"),
                by=self.seat(here),
                there=self.seat(there),
                now=self.facts.now,
            ),
            may=here.user == there.user
            and self.facts.leads(here)
            and self.facts.leads(there)
            and self.facts.house_of[here.dossier] == self.facts.house_of[there.dossier],
            house=self.facts.house_of[here.dossier],
            by=here,
        )
        if done is not None:
            assert not self.facts.is_linked(here.dossier, there.dossier)
            self.facts.links[done.pk] = (here.dossier, there.dossier)

    @precondition(lambda self: self.facts.links)
    @rule(by=some, which=some)
    def end_link(self, by: int, which: int) -> None:
        actor = likely(self.facts.seats.values(), by, self.facts.leads)
        pk = pick(self.facts.links, which)
        done = self.attempt(
            "end link",
            lambda: end_link(
                Link.objects.get(pk=pk), by=self.seat(actor), now=self.facts.now
            ),
            may=self.facts.leads(actor)
            and actor.dossier in self.facts.links[pk]
            and self.facts.knows_link(actor.user, pk),
            house=self.facts.house_of[actor.dossier],
            by=actor,
        )
        if done is not None:
            assert pk not in self.facts.ended_links
            self.facts.ended_links.add(pk)

    @precondition(lambda self: self.facts.links)
    @rule(by=some, which=some, word=some)
    def show(self, by: int, which: int, word: int) -> None:
        actor = likely(self.facts.seats.values(), by, self.facts.leads)
        pk = pick(self.facts.links, which)
        shown = likely(
            self.facts.words.values(),
            word,
            lambda each: self.facts.may_correct(actor, each),
        )
        done = self.attempt(
            "show",
            lambda: show_elsewhere(
                self.record(shown.pk),
                Link.objects.get(pk=pk),
                by=self.seat(actor),
                now=self.facts.now,
            ),
            may=self.facts.may_correct(actor, shown)
            and self.facts.knows_link(actor.user, pk)
            and pk not in self.facts.ended_links
            and shown.dossier in self.facts.links[pk],
            house=self.facts.house_of[actor.dossier],
            by=actor,
        )
        if done is not None:
            assert not shown.withdrawn
            self.facts.shown[done.pk] = (pk, shown.pk)
