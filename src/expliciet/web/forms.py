"""How a form looks and talks here.

Label above, hint, field, and what was wrong with it. A form that changes something
hands its thing to an action; what the action says is wrong comes back into the form,
and what was typed stays.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.forms.models import construct_instance
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..accounts.models import House
from ..dossiers.actions.drafts import drop_draft
from ..dossiers.models import Dossier, Draft
from ..dossiers.models.draft import key_of
from .people import me, route_name

if TYPE_CHECKING:
    AnyModelForm = forms.ModelForm[Any]
else:
    AnyModelForm = forms.ModelForm

F = TypeVar("F", bound="Conversation")

DASHES = "-" * 9
"""What Django says where nothing was chosen yet; we say it in words."""


class Renderer(TemplatesSetting):
    field_template_name = "forms/field.html"


class Conversation(forms.BaseForm):
    """What every form that changes something shares: a draft, and an action."""

    use_required_attribute = False
    """What is lacking is said when somebody sends it, not in red beforehand."""
    request: HttpRequest
    done: Any = None
    """What the action gave back."""
    wrong: ValidationError | None = None
    """What the action said was wrong."""
    draft: Draft | None = None
    draft_name = ""
    needed_by_choice = False
    """Which field is needed hangs on what one chooses: none is called optional."""
    dossier: Dossier | None = None
    about: UUID | None = None

    def carries_out(
        self, action: Callable[..., Any], *args: Any, **kwargs: Any
    ) -> bool:
        """Whether the action was done; otherwise the form says what was wrong.

        With a draft of this form, the draft goes with it: in one transaction, so that
        nothing is ever said and still there to be said once more.
        """
        if not self.is_valid():
            return False
        try:
            with transaction.atomic():
                self.done = action(*args, **kwargs)
                if self.draft_name:
                    drop_draft(
                        self.draft_name,
                        by=me(self.request),
                        dossier=self.dossier,
                        about=self.about,
                    )
        except ValidationError as wrong:
            self.take(wrong)
            return False
        return True

    @property
    def draft_about(self) -> UUID | None:
        """For in a template, where a field may be called `about` as well."""
        return self.about

    @property
    def wrong_fields(self) -> list[forms.BoundField]:
        """Where something is wrong, in the order of the form; for the list above it."""
        return [field for field in self.visible_fields() if field.errors]

    def take(self, wrong: ValidationError) -> None:
        """Put each complaint at its field; what belongs to none stands above."""
        self.wrong = wrong
        if not hasattr(wrong, "error_dict"):
            self.add_error(None, wrong)
            return
        for name, complaints in wrong.error_dict.items():
            field = name if name in self.fields and name != NON_FIELD_ERRORS else None
            for complaint in complaints:
                self.add_error(field, complaint)


class PlainForm(Conversation, forms.Form):
    """A form about no single thing."""


class ThingForm(Conversation, AnyModelForm):
    """A form that fills one thing; validating it is left to the action.

    The thing lacks what only the action gives it (seat, circle, moment), so the form
    looks at its own fields and no further.
    """

    def _post_clean(self) -> None:
        self.instance = construct_instance(
            self, self.instance, self.fields, self._meta.exclude
        )


def begin(
    request: HttpRequest,
    form_class: type[F],
    *,
    house: House,
    dossier: Dossier | None = None,
    about: UUID | None = None,
    initial: dict[str, Any] | None = None,
    name: str = "",
    **kwargs: Any,
) -> F:
    """The form as it stands: posted, or filled with what was typed here before.

    Unlock the seat (or the house) first: a draft is sealed. `name` tells the form
    apart from others of the same person; the route's own name when left out.
    """
    name = name or route_name(request)
    user = me(request)
    draft = Draft.objects.filter(
        key=key_of(user.id, name, dossier.id if dossier else None, about),
        ends_on__gte=timezone.localdate(),
    ).first()
    if request.method == "POST":
        form = form_class(request.POST, request.FILES, **kwargs)
    else:
        form = form_class(initial={**(initial or {}), **typed(draft, house)}, **kwargs)
    form.request, form.draft, form.draft_name = request, draft, name
    form.dossier, form.about = dossier, about
    say_choose(form)
    return form


def say_choose(form: forms.BaseForm) -> None:
    """Where nothing was chosen yet, that stands there in words."""
    for field in form.fields.values():
        if isinstance(field, forms.ModelChoiceField) and field.empty_label == DASHES:
            field.empty_label = _("Choose …")
        elif isinstance(field, forms.TypedChoiceField):
            field.choices = [
                (value, _("Choose …") if name == DASHES else name)
                for value, name in cast("list[tuple[Any, Any]]", field.choices)
            ]


def typed(draft: Draft | None, house: House) -> dict[str, Any]:
    """What stands in a draft; opens its seal, which is its writer's alone."""
    if draft is None:
        return {}
    from ..vault.keyring import unlock

    place = draft.seal_place()
    unlock(place.scope, [place.compartment])
    return draft.fields
