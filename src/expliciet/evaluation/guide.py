"""What to ask in a group conversation, from what the dossiers showed (F65).

Written in the language of the page, and the researchers' own from then on. It tells
what was found as a question, never as a verdict, and of no dossier apart.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from .models import Code, Finding, Subject


def guide(findings: Iterable[Finding], codes: Iterable[Code] = ()) -> str:
    """Per subject: what was found, whether people know it, what would help."""
    findings, codes = list(findings), list(codes)
    parts = [opening()]
    for subject in [*Subject.values, ""]:
        asked = [
            *(of_finding(each) for each in findings if each.subject == subject),
            *(of_code(each) for each in codes if each.subject == subject),
        ]
        if asked:
            parts.append("\n\n".join([title(subject), *asked]))
    return "\n\n".join([*parts, closing()])


def title(subject: str) -> str:
    label = str(Subject(subject).label) if subject else _("other")
    return _("About: %(subject)s") % {"subject": label}


def of_finding(finding: Finding) -> str:
    told = {"finding": (finding.words or "").strip()}
    if finding.goes == Finding.Goes.WELL:
        return "\n".join(
            [
                _("The dossiers showed something that goes well: %(finding)s") % told,
                *recognised(),
                _("- What makes that it goes well? What would help to keep it so?"),
            ]
        )
    return "\n".join(
        [
            _("The dossiers showed something that can be better: %(finding)s") % told,
            *recognised(),
            _("- What would help? Who can begin with that?"),
        ]
    )


def of_code(code: Code) -> str:
    told = {"code": code.name or "", "meaning": (code.definition or "").strip()}
    return "\n".join(
        [
            _("In the dossiers we came across “%(code)s”: %(meaning)s") % told,
            *recognised(),
            _("- What would help?"),
        ]
    )


def recognised() -> Iterator[str]:
    yield _("- Do you recognise this? Can you give an example, without a name?")
    yield _("- When is it not so?")
    yield _("- What lies behind it?")


def opening() -> str:
    return _(
        "To begin with: tell what this conversation is for, what is done with what "
        "people say, and that everybody may stop at any moment. No names, no cases."
    )


def closing() -> str:
    return _("In the end: what did we not ask, and should have asked?")
