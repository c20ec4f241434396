"""``trail``: write the trail out for whoever keeps it elsewhere, and verify that."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from ....audit import verifying
from ....audit.exporting import export_trail
from ....audit.here import being_here
from ....audit.models import INSTALLATION
from ....audit.prepared import PreparedCommand
from ....audit.signing import public_key
from ....audit.trail import TrailUnavailable
from ....environment import spoken
from ....vault.keyring import keyring
from ....vault.trouble import KeyMissing
from ...models import House


class Command(PreparedCommand):
    help = "Exports the trail, verifies an export, and shows the key of its heads."

    def add_arguments(self, parser: ArgumentParser) -> None:
        deeds = parser.add_subparsers(dest="deed", required=True)
        exporting = deeds.add_parser("export", help="write lines, seals and heads")
        exporting.add_argument("folder", type=Path)
        exporting.add_argument("--house", help="the name of one house; default: all")
        exporting.add_argument(
            "--activity",
            default="",
            help="address of the processing in the register; without it no LDV lines",
        )
        verifying_ = deeds.add_parser("verify", help="was anything changed in there?")
        verifying_.add_argument("folder", type=Path)
        verifying_.add_argument("--key", type=Path)
        verifying_.add_argument("--kept", type=Path, action="append", default=[])
        deeds.add_parser("key", help="the public key, to give to partners")

    def handle(self, *args: Any, deed: str, **options: Any) -> None:
        if deed == "verify":
            self.verify(**options)
            return
        with override(spoken()), being_here(), keyring():
            try:
                if deed == "key":
                    self.stdout.write(public_key().hex())
                else:
                    self.export(**options)
            except FileExistsError as there:
                raise CommandError(
                    _("%(folder)s is there already. Choose an empty folder.")
                    % {"folder": there.args[-1] if there.args else options["folder"]}
                ) from None
            except KeyMissing:
                raise CommandError(
                    _(
                        "The key that signs heads is not there, or it is another one. "
                        "Put it back: ./expliciet manage keys restore FOLDER"
                    )
                ) from None
            except (OSError, TrailUnavailable) as trouble:
                raise CommandError(
                    _("Nothing was exported: %(trouble)s") % {"trouble": trouble}
                ) from None

    def export(
        self, folder: Path, house: str | None, activity: str, **_options: Any
    ) -> None:
        now = timezone.now()
        for name, each in chosen(house):
            count = export_trail(folder, each, now=now, activity=activity)
            self.stdout.write(
                ngettext(
                    "%(house)s: %(count)d line, in %(folder)s.",
                    "%(house)s: %(count)d lines, in %(folder)s.",
                    count,
                )
                % {"house": name, "count": count, "folder": folder / str(each)}
            )
        if not activity:
            self.stdout.write(
                _("No LDV lines were written: for those, give --activity ADDRESS.")
            )

    def verify(
        self, folder: Path, key: Path | None, kept: list[Path], **_options: Any
    ) -> None:
        """The same as the small program that partners use."""
        typed = [str(folder), *(["--key", str(key)] if key else [])]
        for path in kept:
            typed += ["--kept", str(path)]
        if status := verifying.main(typed):
            raise SystemExit(status)


def chosen(name: str | None) -> list[tuple[str, UUID]]:
    """The houses asked for; all of them bring what belongs to no house."""
    if name is None:
        houses = [(house.name, house.id) for house in House.objects.order_by("name")]
        return [*houses, (_("No house"), INSTALLATION)]
    house = House.objects.filter(name=name).first()
    if house is None:
        raise CommandError(_("There is no house called %(name)s.") % {"name": name})
    return [(house.name, house.id)]
