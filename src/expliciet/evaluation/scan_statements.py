"""The statements of the yearly scan, in words of our own (N22).

About the cooperation and how it is arranged; never about a person. A statement that
was asked once keeps its slug and its meaning: years can be laid beside each other.
"""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Statement(NamedTuple):
    """One thing that is so, partly so, or not so, as an organisation finds."""

    slug: str
    words: Promise


class Theme(NamedTuple):
    """Statements on one side of the cooperation."""

    name: Promise
    statements: tuple[Statement, ...]


THEMES = (
    Theme(
        _("What we do it for"),
        (
            Statement(
                "aim-known",
                _("We can say in our own words what a case conference is for."),
            ),
            Statement(
                "aim-shared",
                _("Partners who sit down together want the same thing to come of it."),
            ),
            Statement(
                "aim-ends",
                _("We agree beforehand on what would let us stop, and then we stop."),
            ),
        ),
    ),
    Theme(
        _("Working together"),
        (
            Statement(
                "together-needed",
                _("Whoever is needed for a case sits at its table, and nobody else."),
            ),
            Statement(
                "together-answers",
                _("What we expect of another is answered, also when the answer is no."),
            ),
            Statement(
                "together-differs",
                _("Who sees it differently says so at the table, and it is kept."),
            ),
        ),
    ),
    Theme(
        _("Direction and mandate"),
        (
            Statement(
                "mandate-decides",
                _("Whoever sits at the table may promise what they promise there."),
            ),
            Statement(
                "mandate-who",
                _("It is clear to everybody who decides when we do not agree."),
            ),
            Statement(
                "mandate-stuck",
                _("When a case is stuck, the right people above the table take it up."),
            ),
        ),
    ),
    Theme(
        _("Sharing information"),
        (
            Statement(
                "sharing-enough",
                _("We hear what we need to do our part, in time."),
            ),
            Statement(
                "sharing-no-more",
                _("We share no more than the purpose needs, and can say why."),
            ),
            Statement(
                "sharing-person",
                _(
                    "The person it is about knows what we share, unless we noted why "
                    "not."
                ),
            ),
        ),
    ),
    Theme(
        _("Learning"),
        (
            Statement(
                "learning-looks-back",
                _(
                    "We look back at what our decisions brought about, also when "
                    "it went well."
                ),
            ),
            Statement(
                "learning-changes",
                _("What we learned from one case changed how we work in the next."),
            ),
            Statement(
                "learning-safe",
                _("One can say here that something went wrong, without being blamed."),
            ),
        ),
    ),
)
STATEMENTS = tuple(each for theme in THEMES for each in theme.statements)
SLUGS = tuple(each.slug for each in STATEMENTS)
