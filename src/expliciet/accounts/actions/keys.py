"""Master keys: a new epoch, a second copy, putting it back, and destroying old ones.

All of it is done at the terminal of the server, or by the clock; every deed leaves a
line in the chain of the installation.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...audit import trail
from ...audit.actions import Action
from ...audit.models import Head
from ...audit.signing import SIGNING_KEY, signed_before
from ...audit.trail import TERMINAL, Identity
from ...vault import key_files
from ...vault.models import DataKey, Epoch
from ...vault.models.epoch import forget_master_keys
from ...vault.trouble import KeyMissing, KeyUnwritten


@transaction.atomic
def rotate_keys(*, now: datetime, by: Identity = TERMINAL) -> Epoch:
    """Begin a new epoch and wrap every data key anew; all of them, or none.

    The old epoch is left, and its file stays until no backup needs it any more. Where a
    second copy is kept, the new key lies there before anything is wrapped under it.
    """
    second = second_copy()
    epochs = list(Epoch.objects.select_for_update().order_by("number"))
    for epoch in Epoch.objects.in_use():
        epoch.key_in_file()  # all of them are here, or nothing begins
    fresh = Epoch.begin(epochs[-1].number + 1 if epochs else 1, now)
    if second:
        put(fresh.file, fresh.key_in_file(), second)
        fresh.copied_at = now
        fresh.save(update_fields=["copied_at"])
    wrapped = DataKey.objects.exclude(epoch=fresh).wrap_under(fresh)
    Epoch.objects.filter(number__lt=fresh.number, left_at=None).update(left_at=now)
    trail.record(Action.KEYS_ROTATED, by=by, about=fresh, count=wrapped)
    return fresh


@transaction.atomic
def copy_keys(to: Path, *, now: datetime, by: Identity = TERMINAL) -> list[str]:
    """Bring a second copy of every living key up to date; the names of all files.

    Keys that were destroyed here are destroyed in the copy too.
    """
    require_another_folder(to)
    for epoch in Epoch.objects.in_use():
        epoch.key_in_file()
    names, epochs = [], []
    for epoch in Epoch.objects.living():
        with suppress(KeyMissing):  # of one that was left, and holds nothing any more
            put(epoch.file, epoch.key_in_file(), to)
            names.append(epoch.file)
            epochs.append(epoch.pk)
    if key_files.path_of(SIGNING_KEY).exists():
        put(SIGNING_KEY, key_files.read(SIGNING_KEY), to)
        names.append(SIGNING_KEY)
    for epoch in Epoch.objects.exclude(destroyed_at=None):
        key_files.destroy(epoch.file, to)
    Epoch.objects.filter(pk__in=epochs).update(copied_at=now)
    trail.record(Action.KEYS_COPIED, by=by, count=len(names))
    return names


def second_copy() -> Path | None:
    """Where a second copy is kept by itself; `KeyUnwritten` when that is not there.

    The folder is never made: a disk that is not mounted must not go unnoticed.
    """
    if not settings.EXPLICIET_KEYS_COPY:
        return None
    folder = Path(settings.EXPLICIET_KEYS_COPY)
    require_another_folder(folder)
    if not folder.is_dir():
        raise KeyUnwritten("the folder for the second copy is not there")
    return folder


def put(name: str, key: bytes, to: Path) -> None:
    """Write the copy, unless the same one lies there."""
    try:
        key_files.write(name, key, to)
    except FileExistsError:
        if not lies_in(to, name, key.__eq__):
            raise ValidationError(
                _(
                    "In %(folder)s lies another key called %(name)s. Nothing was "
                    "written over it. Choose an empty folder."
                ),
                code="another_key",
                params={"folder": to, "name": name},
            ) from None


@transaction.atomic
def restore_keys(source: Path, *, by: Identity = TERMINAL) -> list[str]:
    """Put back what is lacking here, as far as the copy holds the right key.

    A key that was destroyed does not come back, and a right one is left in peace; a
    wrong file is set aside, not thrown away.
    """
    require_another_folder(source)
    restored = []
    for name, is_right in wanted():
        if not lies_in(None, name, is_right) and lies_in(source, name, is_right):
            key_files.set_aside(name)
            key_files.write(name, key_files.read(name, source))
            restored.append(name)
    forget_master_keys()
    if restored:
        trail.record(Action.KEYS_RESTORED, by=by, count=len(restored))
    return restored


def wanted() -> Iterator[tuple[str, Callable[[bytes], bool]]]:
    """The key files that should lie here, and how to tell the right one."""
    for epoch in Epoch.objects.living():
        yield epoch.file, epoch.holds
    if Head.objects.exists():
        yield SIGNING_KEY, signed_before


def lies_in(where: Path | None, name: str, is_right: Callable[[bytes], bool]) -> bool:
    """Whether the right key lies there; here, when `where` is None."""
    try:
        return is_right(key_files.read(name, where))
    except KeyMissing:
        return False


def lacking() -> list[str]:
    """The key files that should lie here and do not, or not the right ones."""
    return [name for name, is_right in wanted() if not lies_in(None, name, is_right)]


def require_another_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ValidationError(
            _("%(folder)s is not a folder."),
            code="no_folder",
            params={"folder": folder},
        )
    if folder.resolve() == key_files.folder().resolve():
        raise ValidationError(
            _(
                "This is the folder of the keys themselves. A second copy lies "
                "elsewhere: on another disk, or in another building."
            ),
            code="same_folder",
        )


@transaction.atomic
def destroy_old_epochs(*, now: datetime, by: Identity = TERMINAL) -> list[Epoch]:
    """Destroy the keys of epochs that were left before the oldest backup was made.

    What was destroyed in the meantime is then gone from every backup too. An epoch
    under which anything is still wrapped is left alone.
    """
    second = second_copy()
    before = now - timedelta(days=settings.EXPLICIET_BACKUP_DAYS)
    destroyed = []
    for epoch in Epoch.objects.outlived(before).select_for_update():
        if epoch.data_keys.exists():
            continue
        epoch.destroyed_at = now
        epoch.save(update_fields=["destroyed_at"])
        trail.record(Action.EPOCH_DESTROYED, by=by, about=epoch)
        destroyed.append(epoch)
    # Last, and before the commit: should that fail, nothing was wrapped under these.
    for epoch in Epoch.objects.exclude(destroyed_at=None):
        key_files.destroy(epoch.file)
        if second:
            key_files.destroy(epoch.file, second)
    forget_master_keys()
    return destroyed
