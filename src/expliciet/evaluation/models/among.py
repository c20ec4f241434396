"""Among whom something was said, as a study counts it."""

from django.db.models import Q

from ...dossiers.models import Circle


def said_among(kind: str, record: str = "") -> Q:
    """Records that were said in a circle of this kind; `record` leads to them from
    what refers to one. Of an own reading counts the circle to which its round was
    revealed; whatever else an organisation kept to itself counts as none."""
    round_ = f"{record}reading__of_round__"
    own_reading = {
        f"{record}circle__kind": Circle.Kind.OWN,
        f"{round_}circle__kind": kind,
        f"{round_}reveal__isnull": False,
    }
    return Q(**{f"{record}circle__kind": kind}) | Q(**own_reading)
