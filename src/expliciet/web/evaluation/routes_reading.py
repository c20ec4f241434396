"""The rule of every address of reading in a study: reading, coding, comparing."""

from ...audit.actions import Action
from ..inventory import BOTH, POST, Rate, Route, Who, classify

LOOKING = Route(Who.RESEARCHING, Rate.READING, (Action.STUDY_READ,), shows=True)
TEXTS = LOOKING._replace(leaves=(Action.STUDY_TEXTS_READ,))
DOING = LOOKING._replace(
    rate=Rate.WRITING, leaves=(Action.STUDY_READ, Action.CODE_MADE), methods=BOTH
)
PRESSED = Route(Who.RESEARCHING, Rate.WRITING, methods=POST)
REFUSING = PRESSED._replace(shows=True)
"""Shows the page of the dossier again where something was wrong."""

classify(
    **{
        "evaluation:reading": LOOKING,
        "evaluation:dossier": TEXTS,
        "evaluation:code": REFUSING._replace(
            leaves=(Action.STUDY_TEXTS_READ, Action.PASSAGE_CODED)
        ),
        "evaluation:uncode": PRESSED._replace(leaves=(Action.PASSAGE_UNCODED,)),
        "evaluation:memo": REFUSING._replace(
            leaves=(Action.STUDY_TEXTS_READ, Action.MEMO_KEPT)
        ),
        "evaluation:done": PRESSED._replace(leaves=(Action.DOSSIER_CODED,)),
        "evaluation:codebook": LOOKING,
        "evaluation:code-add": DOING,
        "evaluation:code-change": DOING,
        "evaluation:code-import": DOING._replace(rate=Rate.HEAVY),
        "evaluation:comparing": LOOKING,
        "evaluation:compare": PRESSED._replace(
            rate=Rate.HEAVY, leaves=(Action.CODERS_COMPARED,)
        ),
        "evaluation:settle": TEXTS._replace(
            rate=Rate.WRITING,
            leaves=(Action.STUDY_TEXTS_READ, Action.DIFFERENCE_SETTLED),
            methods=BOTH,
        ),
    }
)
