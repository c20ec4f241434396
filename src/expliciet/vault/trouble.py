"""What can be wrong with a key or a seal; none of it says what was sealed."""


class VaultError(Exception):
    """Something sealed cannot be opened, or nothing can be sealed."""


class Locked(VaultError):
    """This request has not unlocked the circle; a filter was forgotten above."""


class Broken(VaultError):
    """The sealed text is not what was sealed here: changed, moved or cut short."""


class Destroyed(VaultError):
    """The key is gone, and with it the text."""


class KeyMissing(VaultError):
    """The file with the master key is not where it should be, or is another one.

    Nothing is lost as long as a copy exists: put the second copy back.
    """


class KeyUnwritten(KeyMissing):
    """The file for a new key could not be written, so nothing was sealed with it."""
