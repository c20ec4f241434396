"""``keys``: how the master keys are, and what is to be done about them."""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from ....audit.here import being_here
from ....audit.prepared import PreparedCommand
from ....environment import spoken
from ....vault import key_files
from ....vault.models import Epoch
from ....vault.trouble import KeyMissing, KeyUnwritten
from ...actions.keys import (
    copy_keys,
    destroy_old_epochs,
    lacking,
    restore_keys,
    rotate_keys,
    second_copy,
)


class Command(PreparedCommand):
    help = "Shows, rotates, copies, restores and destroys the master keys."

    def add_arguments(self, parser: ArgumentParser) -> None:
        deeds = parser.add_subparsers(dest="deed", required=True)
        deeds.add_parser("status", help="is every key there, and is there a copy?")
        deeds.add_parser("rotate", help="begin a new epoch; do this every week")
        copying = deeds.add_parser("copy", help="bring the second copy up to date")
        copying.add_argument("folder", type=Path)
        restoring = deeds.add_parser("restore", help="put back what is lacking here")
        restoring.add_argument("folder", type=Path)
        deeds.add_parser("destroy-old", help="destroy keys that no backup needs")

    def handle(self, *args: Any, deed: str, **options: Any) -> None:
        now = timezone.now()
        with override(spoken()), being_here():
            try:
                sentences = list(said(deed, options.get("folder"), now))
            except ValidationError as refusal:
                raise CommandError(" ".join(refusal.messages)) from None
            except KeyUnwritten:
                raise CommandError(
                    _(
                        "A key could not be written, so nothing was changed. Is there "
                        "room on the disk, and may this account write there?"
                    )
                ) from None
            except KeyMissing:
                raise CommandError(
                    _(
                        "Not there, or not the right key: %(names)s. So nothing was "
                        "changed. Put the second copy back first: ./expliciet manage "
                        "keys restore FOLDER"
                    )
                    % {"names": ", ".join(lacking())}
                ) from None
            for sentence in sentences:
                self.stdout.write(sentence)
            if deed == "status" and any(troubles()):
                raise CommandError(
                    _("Something above asks for attention."), returncode=1
                )


def said(deed: str, folder: Path | None, now: datetime) -> Iterator[str]:
    """Do it, and tell what was done in whole sentences."""
    match deed, folder:
        case "rotate", None:
            yield from rotated(now)
        case "copy", Path():
            yield from copied(folder, now)
        case "restore", Path():
            yield from restored(folder)
        case "destroy-old", None:
            yield from destroyed(now)
        case _:
            yield from status()


def status() -> Iterator[str]:
    if not Epoch.objects.exists():
        yield _("There are no keys yet; the first text that is sealed makes one.")
    for epoch in Epoch.objects.all():
        yield _("Epoch %(number)d, begun on %(day)s: %(state)s; %(count)s.") % {
            "number": epoch.number,
            "day": day_of(epoch.began_at),
            "state": state_of(epoch),
            "count": keys_in(epoch.data_keys.count()),
        }
    yield from troubles()


def troubles() -> Iterator[str]:
    """What should not be so, each with what to do."""
    try:
        if not second_copy():
            yield _(
                "No second copy is kept by itself, so no new epoch begins by itself. "
                "Set EXPLICIET_KEYS_COPY to a folder on another disk."
            )
    except KeyUnwritten:
        yield _("The folder for the second copy is not there: is its disk mounted?")
    for name in lacking():
        yield _(
            "The key file %(name)s is not there, or it is another one. Put the second "
            "copy back: ./expliciet manage keys restore FOLDER"
        ) % {"name": name}
    for epoch in Epoch.objects.living():
        path = key_files.path_of(epoch.file)
        if path.exists() and key_files.is_open_to_others(epoch.file):
            yield _("Others than its owner may reach %(path)s: chmod 400 it.") % {
                "path": path
            }
        if not epoch.copied_at:
            yield _(
                "Of the key of epoch %(number)d there is no second copy. Lose the file "
                "and every text is lost: ./expliciet manage keys copy FOLDER"
            ) % {"number": epoch.number}


def rotated(now: datetime) -> Iterator[str]:
    epoch = rotate_keys(now=now)
    yield _("Epoch %(number)d has begun; %(count)s wrapped anew.") % {
        "number": epoch.number,
        "count": keys_in(epoch.data_keys.count()),
    }
    if not epoch.copied_at:
        yield _("Make the second copy now: ./expliciet manage keys copy FOLDER")


def copied(folder: Path, now: datetime) -> Iterator[str]:
    names = copy_keys(folder, now=now)
    yield ngettext(
        "%(count)d key file lies in %(folder)s too.",
        "%(count)d key files lie in %(folder)s too.",
        len(names),
    ) % {"count": len(names), "folder": folder}
    if folder.stat().st_dev == key_files.folder().stat().st_dev:
        yield _("That is the same disk as the keys themselves; another one is safer.")


def restored(folder: Path) -> Iterator[str]:
    names = restore_keys(folder)
    if names:
        yield _(
            "Put back: %(names)s. Restart the web server, so that it reads them."
        ) % {"names": ", ".join(names)}
    else:
        yield _("Nothing was put back.")
    if still := lacking():
        yield _("Still lacking, and not in that folder either: %(names)s.") % {
            "names": ", ".join(still)
        }
    else:
        yield _("Every key that should be here is here.")


def destroyed(now: datetime) -> Iterator[str]:
    epochs = destroy_old_epochs(now=now)
    if not epochs:
        yield _("There was nothing to destroy: every key may still be needed.")
    for epoch in epochs:
        yield _("The key of epoch %(number)d has been destroyed.") % {
            "number": epoch.number
        }
    if epochs and not second_copy():
        yield _(
            "It still lies in the second copy. Take it away there too: ./expliciet "
            "manage keys copy FOLDER."
        )


def state_of(epoch: Epoch) -> str:
    if epoch.destroyed_at:
        return _("destroyed on %(day)s") % {"day": day_of(epoch.destroyed_at)}
    if epoch.left_at:
        return _("left on %(day)s") % {"day": day_of(epoch.left_at)}
    return _("in use")


def keys_in(count: int) -> str:
    return ngettext("%(count)d key", "%(count)d keys", count) % {"count": count}


def day_of(moment: datetime) -> str:
    return f"{timezone.localdate(moment):%d-%m-%Y}"
