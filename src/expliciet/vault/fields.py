"""Fields whose text only the seats in its circle can read.

A model with such a field says where its text belongs (`seal_place`), and has a UUID
called `id`. Reading decrypts at that moment, with the keys this request unlocked.
Empty is NULL, so that the database can see that nothing was said.
"""

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from uuid import UUID

from django.core.checks import CheckMessage, Error
from django.core.exceptions import FieldError, ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Expression
from django.db.models.query_utils import DeferredAttribute
from django.forms import CharField, Field, Textarea
from django.utils.translation import gettext_lazy as _

from .keyring import held
from .sealing import Place

if TYPE_CHECKING:
    AnyField = models.Field[Any, Any]
else:
    AnyField = models.Field

LONGEST = 200_000


class Cipher(NamedTuple):
    """What stands in the database: sealed words, not yet read."""

    sealed: bytes


class HasPlace(Protocol):
    """What a model with sealed fields tells: its row, and where its text belongs."""

    id: UUID

    def seal_place(self) -> Place: ...


def seal_under(instance: HasPlace) -> UUID:
    """The row whose unlocking opens this one: a part opens with its record."""
    told = getattr(instance, "seal_under", None)
    return told() if told else instance.id


class SealedAttribute(DeferredAttribute):
    """Opens the seal when somebody looks, and keeps nothing opened."""

    field: "Sealed"

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        if instance is None:
            return self
        value = super().__get__(instance, cls)
        if isinstance(value, Cipher):
            return self.field.opened(value, instance)
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class Sealed(AnyField):
    """What sealed text and sealed bytes share."""

    descriptor_class = SealedAttribute

    def __init__(self, *args: Any, seal: str = "", **kwargs: Any) -> None:
        """`seal` is the literal name that binds the ciphertext; it never changes."""
        self.seal = seal
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs["seal"] = self.seal
        return name, path, args, kwargs

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        problems = super().check(**kwargs)
        if not self.seal:
            problems.append(Error("A sealed field names its seal.", obj=self))
        if not self.null:
            problems.append(Error("A sealed field is NULL when empty.", obj=self))
        return problems

    def get_internal_type(self) -> str:
        return "BinaryField"

    def from_db_value(
        self, value: Any, expression: Expression, connection: BaseDatabaseWrapper
    ) -> Cipher | None:
        return None if value is None else Cipher(bytes(value))

    def opened(self, cipher: Cipher, instance: HasPlace) -> Any:
        place, under = instance.seal_place(), seal_under(instance)
        return self.from_words(
            held().open(cipher.sealed, place, self.seal, instance.id, under)
        )

    def pre_save(self, instance: Any, add: bool) -> Cipher | None:
        value = instance.__dict__.get(self.attname)
        if isinstance(value, Cipher):
            return value
        if value in (None, "", b""):
            return None
        words = self.to_words(value)
        place, under = instance.seal_place(), seal_under(instance)
        return Cipher(held().close(words, place, self.seal, instance.id, under))

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        if value is None:
            return None
        if not isinstance(value, Cipher):
            raise FieldError(f"{self.seal}: sealed text cannot be looked for")
        return connection.Database.Binary(value.sealed)  # type: ignore[attr-defined]

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self.seal}: sealed text cannot be looked for")
        return super().get_lookup(lookup_name)

    def value_to_string(self, obj: Any) -> str:
        raise FieldError(f"{self.seal}: sealed text is not written out")

    def to_words(self, value: Any) -> bytes:
        return bytes(value)

    def from_words(self, words: bytes) -> Any:
        return words


class SealedTextField(Sealed):
    """Free text, sealed. At most `max_length` characters, and no NUL."""

    description = _("Sealed text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST)
        kwargs["null"] = True
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("null", None)
        return name, path, args, kwargs

    def to_python(self, value: Any) -> str | None:
        return None if value in (None, "") else str(value)

    def clean(self, value: Any, model_instance: Any) -> str | None:
        words: str | None = super().clean(value, model_instance)
        if words is None:
            return None
        if "\0" in words:
            raise ValidationError(
                _(
                    "This text holds a character that cannot be kept (NUL). Your text "
                    "still stands here; take that character out, or paste it anew "
                    "without layout."
                ),
                code="nul",
            )
        if self.max_length is not None and len(words) > self.max_length:
            raise ValidationError(
                _(
                    "This text is longer than %(most)d characters. It still stands "
                    "here; divide it, or add it as a file."
                ),
                code="too_long",
                params={"most": self.max_length},
            )
        try:
            words.encode()
        except UnicodeEncodeError:
            raise ValidationError(
                _(
                    "This text holds half a character, which cannot be shown. Your "
                    "text still stands here; take that character out, or type it anew."
                ),
                code="half",
            ) from None
        return words

    def formfield(self, **kwargs: Any) -> Field | None:
        defaults: dict[str, Any] = {"form_class": CharField, "widget": Textarea}
        return super().formfield(**{**defaults, **kwargs})

    def to_words(self, value: Any) -> bytes:
        return str(value).encode("utf-8", "surrogatepass")

    def from_words(self, words: bytes) -> str:
        return words.decode("utf-8", "surrogatepass")


class SealedBytesField(Sealed):
    """The bytes of a file, sealed."""

    description = _("Sealed bytes")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["null"] = True
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("null", None)
        return name, path, args, kwargs
