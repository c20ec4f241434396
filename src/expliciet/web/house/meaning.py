"""Saying what a word means, for one's own organisation or for the house."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from ...accounts.actions.loaded_words import (
    add_loaded_word,
    give_meaning,
    may_mean,
    standing,
)
from ...accounts.models import Appointment, LoadedWord, Meaning
from ...accounts.refusal import require
from ...accounts.terms import months_later
from ...audit.actions import Action
from ..forms import ThingForm, begin
from ..people import me
from ..reading import show
from .fields import DayInput
from .loaded_words import speaker
from .visiting import Visit, visit_or_404

CHAIR = Appointment.Role.PROCESS_DIRECTOR


class MeaningForm(ThingForm):
    """What we mean, what we do not mean, and when we look again."""

    class Meta:
        model = Meaning
        fields = ("text", "not_meant", "why_changed", "review_on")
        labels = {
            "text": _("What do we mean by it?"),
            "not_meant": _("What do we not mean by it?"),
            "why_changed": _("Why does the meaning change?"),
        }
        help_texts = {
            "text": _(
                "Say what one can see or hear when this word fits. No cases and no "
                "names of people."
            ),
            "not_meant": _("What others may think of, and you do not mean."),
            "review_on": _("On that day it is looked at again together."),
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
            "not_meant": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "why_changed": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
            "review_on": DayInput,
        }

    def __init__(self, *args: Any, old: Meaning | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if old is None:
            del self.fields["why_changed"]
        else:
            self.fields["why_changed"].required = True
            self.fields["why_changed"].error_messages["required"] = Meaning.WHY_LACKS


class WordForm(MeaningForm):
    """A word that is not in the list yet, with a first meaning."""

    written = forms.CharField(
        label=_("Word"),
        help_text=_("As it stands in texts, such as: zorgelijk."),
        max_length=60,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    spellings = forms.CharField(
        label=_("Other forms"),
        help_text=_("One a line, such as: zorgelijke, zorgwekkend."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    field_order = ("written", "spellings")


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, house: UUID) -> HttpResponse:
    """A word that weighs, and what one's own organisation means by it."""
    visit, now = visit_or_404(request, house), timezone.now()
    by = speaker(visit)
    fresh = Meaning(organisation=by.organisation)
    require(may_mean(fresh, by), "loaded_word.add")
    form = begin(
        request,
        WordForm,
        house=visit.house,
        about=visit.house.id,
        instance=dated(fresh, visit),
        old=None,
    )

    def enter() -> LoadedWord:
        said = form.cleaned_data
        word = LoadedWord(
            house=visit.house, word=said["written"], forms=said["spellings"]
        )
        return add_loaded_word(word, fresh, by=by, now=now)

    if request.method == "POST" and form.carries_out(enter):
        messages.success(request, _("It stands in the list. Others can add to it."))
        return HttpResponseRedirect(place_of(form.done))
    return shown(request, visit, by, form, None, None)


@require_http_methods(["GET", "HEAD", "POST"])
def mean(request: HttpRequest, pk: UUID, whose: str = "") -> HttpResponse:
    """What one's own organisation means by a word; said first, or said anew."""
    word = word_or_404(request, pk)
    visit, now = visit_or_404(request, word.house_id), timezone.now()
    for_house = whose == "huis"
    by = visit.acting(CHAIR, *Appointment.AT_TABLES) if for_house else speaker(visit)
    organisation = None if for_house else by.organisation
    fresh = Meaning(word=word, organisation=organisation)
    require(may_mean(fresh, by), "meaning.give")
    old = standing(word, organisation)
    if old is not None:
        fresh.text, fresh.not_meant = old.text, old.not_meant
    form = begin(
        request,
        MeaningForm,
        house=visit.house,
        about=word.id,
        instance=dated(fresh, visit),
        old=old,
    )
    if request.method == "POST" and form.carries_out(
        give_meaning, form.instance, by=by, now=now
    ):
        messages.success(request, _("It stands beside what the others mean by it."))
        return HttpResponseRedirect(place_of(word))
    return shown(request, visit, by, form, word, old, for_house=for_house)


def dated(fresh: Meaning, visit: Visit) -> Meaning:
    today = timezone.localdate()
    months = visit.house.rule("meaning-months", today)
    fresh.review_on = months_later(today, months)
    return fresh


def shown(
    request: HttpRequest,
    visit: Visit,
    by: Appointment,
    form: MeaningForm,
    word: LoadedWord | None,
    old: Meaning | None,
    *,
    for_house: bool = False,
) -> HttpResponse:
    return show(
        request,
        "house/meaning.html",
        {
            "visit": visit,
            "form": form,
            "word": word,
            "old": old,
            "by": by,
            "for_house": for_house,
        },
        action=Action.LOADED_WORDS_READ,
        by=by,
        about=word or visit.house,
        status=422 if form.is_bound else 200,
    )


def word_or_404(request: HttpRequest, pk: UUID) -> LoadedWord:
    """One of the words of one's own house, unlocked."""
    today = timezone.localdate()
    found = (
        LoadedWord.objects.visible_to(me(request), today)
        .with_meanings()
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    found.house.unlock()
    return found


def place_of(word: LoadedWord) -> str:
    page = reverse("house:loaded-words-in", args=[word.house_id])
    return f"{page}#{word.pk}"
