"""Is reading a masked dossier in a study as quick as reading the dossier itself?

One dossier with records of a few sentences: the page of the dossier as its chair sees
it, against the reading room as a researcher sees it, with every tenth record a decision
and a passage coded in each text. Ratios of one run, in time of the processor.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from _place import lacking, past, place
from pages import cost

RECORDS = 300
WORDS = "Een verzonnen notitie over wie wanneer wat afsprak. " * 4


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--records", type=int, default=RECORDS)
    options = parser.parse_args()
    if reason := lacking("sqlite"):
        print(reason)
        return 0
    with place("sqlite"):
        measure(options.rounds, options.records)
    return 0


def measure(rounds: int, records: int) -> None:
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from expliciet.audit.here import being_here
    from expliciet.dossiers.actions.openings import state_purpose
    from expliciet.dossiers.models import Opening
    from expliciet.evaluation.models import Code, Coding
    from expliciet.vault.keyring import keyring
    from expliciet.web.dossiers.moments import spelled
    from tests.evaluation.study import released
    from tests.factories import Table
    from tests.signing_in import force_login

    clock = past()
    with being_here(), keyring():
        table = Table(now=next(clock))
        police = table.seat("police", now=next(clock))
        said = [
            (table.note(police, WORDS, now=next(clock)), WORDS) for _ in range(records)
        ]
        studied, chosen = released(table, said, next(clock))
        code = Code.objects.create(
            study=studied.study, name="verzonnen", definition="x", made_at=table.now
        )
        for text in chosen.study_texts.all():
            if text.number % 10 == 0:
                text.kind = "decision"
                text.save(update_fields=["kind"])
            Coding.objects.create(
                code=code,
                coder=studied.coder,
                text=text,
                begins=4,
                ends=13,
                at=table.now,
            )
        middle = chosen.study_texts.filter(kind="decision")[records // 20]
        purpose = Opening(purpose="overleg voorbereiden")
        state_purpose(purpose, by=table.chair, now=timezone.now())
        chair, coder = (Client(SERVER_NAME="localhost") for _ in range(2))
        force_login(chair, table.chair.user)
        force_login(coder, studied.coder.user)
    detail = reverse("dossiers:detail", args=[table.dossier.pk])
    room = reverse("evaluation:dossier", args=[studied.study.pk, chosen.number])
    then = spelled(middle.recorded_at)
    whole = cost(lambda: chair.get(detail, {"deel": "beeld"}), rounds)
    print(f"one dossier with {records} records, and the same in a study")
    print(f"  the page of the dossier   {1000 * whole.seconds:7.1f} ms")
    for name, asked in (("now", {}), ("at a decision", {"moment": then})):
        read = cost(lambda asked=asked: coder.get(room, asked), rounds)
        print(
            f"  reading room, {name:13}{1000 * read.seconds:7.1f} ms"
            f"   {read.seconds / whole.seconds:5.2f} (aim ≤ 1.3)"
            f"   {read.queries} questions, {whole.queries} for the dossier"
        )


if __name__ == "__main__":
    sys.exit(main())
