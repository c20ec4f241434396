"""Every page that somebody may open, lists and counts included."""

from collections.abc import Collection, Iterator

from django.urls import reverse

from expliciet.dossiers.models import Dossier
from tests.proofs.stage import Actor, Stage
from tests.proofs.targets import ABOUT


def everywhere(stage: Stage, actor: Actor) -> Iterator[str]:
    """Every page that lists or counts, whether this is somebody for whom it is."""
    for name in ("opening", "dossiers:list", "house:own-lines", "accounts:own"):
        yield reverse(name)
    yield reverse("mirror:look")
    yield reverse("agreements:open")
    yield reverse("signals:everywhere")
    yield reverse("accounts:colleagues")
    for house in stage.houses.values():
        for name in ("administration-of", "people", "kept-dossiers", "trail", "upkeep"):
            yield reverse(f"house:{name}", args=[house.pk])
        yield reverse("house:how-we-work-in", args=[house.pk])
        yield reverse("house:loaded-words-in", args=[house.pk])
    yield from of_studies(stage)
    for name in ("table", "linked", "unknown"):
        pk = stage.dossiers[name]
        number = Dossier.objects.get(pk=pk).number
        yield f"{reverse('dossiers:list')}?q={number}"


def of_studies(stage: Stage) -> Iterator[str]:
    """What a study shows to its researchers, to offices and to partners."""
    yield reverse("evaluation:list")
    yield reverse("evaluation:scans")
    for about, names in (
        ("study", ("study", "reading", "findings", "facts", "process", "report")),
        ("dossier in study", ("dossier",)),
        ("number in study", ("conversation", "finding", "chain")),
    ):
        for target in ABOUT[about](stage):
            for name in names:
                yield reverse(f"evaluation:{name}", args=target.args)


def at_tables(
    stage: Stage, actor: Actor, tables: Collection[str] = ()
) -> Iterator[str]:
    """Every page of every dossier where they sit, or of these alone."""
    for table, pk in stage.dossiers.items():
        if not stage.place(actor, pk) or (tables and table not in tables):
            continue
        detail = reverse("dossiers:detail", args=[pk])
        yield from (detail, f"{detail}?deel=tafel", f"{detail}?deel=duiding")
        yield f"{detail}?deel=samenwerking"
        yield reverse("casework:as-text", args=[pk])
        yield reverse("casework:summary", args=[pk])
        for name in ("log", "seats", "headings", "note", "add-person", "link"):
            yield reverse(f"dossiers:{name}", args=[pk])
    for target in ABOUT["round"](stage):
        for name in ("round", "reading"):
            yield reverse(f"casework:{name}", args=target.args)
    yield from of_talks(stage)
    for target in ABOUT["record"](stage):
        for name in ("record", "correct", "withdraw", "pass-on", "show-elsewhere"):
            if target.name in ("table", "correction", "withdrawn"):
                yield reverse(f"dossiers:{name}", args=target.args)


def of_talks(stage: Stage) -> Iterator[str]:
    """What is read back of a talk, and its minutes; also those of a smaller circle."""
    yield reverse("meetings:list")
    for target in ABOUT["meeting"](stage):
        yield reverse("meetings:one", args=target.args)
    for target in ABOUT["minutes"](stage):
        yield reverse("casework:minutes", args=target.args)
    for target in ABOUT["item"](stage):
        page = reverse("casework:read-back", args=target.args)
        yield from (page, f"{page}?kern")
        for name in ("conduct", "since", "beamer", "attend", "brief"):
            yield reverse(f"casework:{name}", args=target.args)
