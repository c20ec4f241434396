"""The parts of a line, sent: recorded whole, or left open in the open."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest

from ...casework.actions.decisions import park_idea
from ...casework.actions.open_points import leave_open
from ...casework.models import OpenPoint
from ...dossiers.models import Seat
from ...rules.entry import Kind
from .agreements import say as say_agreement
from .entering import SHOWN, TYPED, Parts, form_of
from .expectations import say as say_expectation


def sent_parts(request: HttpRequest, kind: Kind, seat: Seat, now: datetime) -> Parts:
    """The parts as somebody sends them, with the line they came from."""
    typed = request.POST.get("line", "")[:TYPED]
    return Parts(kind, typed, form_of(request, kind, seat, now, posted=True), {})


def record_parts(parts: Parts, open_words: str = "") -> bool:
    """Said, in the circle chosen; or with `open_words` left open, in the open. Where it
    is not, the form says why, and what was typed stands in it."""
    form = parts.form
    if open_words or not parts.may_stay_open:
        words = open_words or form.data.get("text", "")
        point = OpenPoint(meant=parts.kind.value, text=words.strip()[:TYPED])
        return left(form, point)
    if parts.kind == Kind.IDEA:
        return bool(form.is_said(park_idea, form.instance))
    says = {Kind.AGREEMENT: say_agreement, Kind.EXPECTATION: say_expectation}
    return bool(form.is_said(says[parts.kind], form.instance, form=form))


def left(form: Any, point: OpenPoint) -> bool:
    """Of what stays open, only who hears it is looked at."""
    form.full_clean()
    for name in [each for each in form.errors if each not in ("hears", "named")]:
        del form.errors[name]
    return bool(form.is_said(leave_open, point))


def as_line(parts: Parts, proposed: Parts) -> str:
    """What stays open, in words: the line as it was typed; with what was changed in
    its parts, as a line of those parts."""
    if parts.kind == Kind.IDEA:
        return str(parts.form["text"].value() or parts.typed)
    if all(
        str(parts.form[name].value() or "") == str(proposed.form[name].value() or "")
        for name in SHOWN[parts.kind]
    ):
        return parts.typed
    says = {name: chosen(parts.form[name]) for name in SHOWN[parts.kind]}
    who, what, day, *rest = (says[name] for name in SHOWN[parts.kind])
    if parts.kind == Kind.EXPECTATION:
        what, day, who = says["text"], says["answer_by"], says["of"]
    words = f"{who}: {what}" if who else what
    words += f", {day}" if day else ""
    return words + (f", klaar als {rest[0]}" if rest and rest[0] else "")


def chosen(field: forms.BoundField) -> str:
    """What stands in a field, as one reads it."""
    value = field.value()
    for key, label in getattr(field.field, "choices", ()):
        if value and str(key) == str(value):
            return str(label)
    return str(value or "")
