"""The rule of every address of finding in a study."""

from ...audit.actions import Action
from ..inventory import BOTH, POST, Rate, Route, Who, classify

TALKS = Route(Who.RESEARCHING, Rate.READING, (Action.CONVERSATION_READ,), shows=True)
FINDINGS = Route(Who.RESEARCHING, Rate.READING, (Action.FINDINGS_READ,), shows=True)
REGISTER = Route(
    Who.APPOINTED, Rate.READING, (Action.RECOMMENDATIONS_READ,), shows=True
)
FACTS = Route(Who.APPOINTED, Rate.READING, (Action.FINDINGS_READ,), shows=True)


def doing(route: Route, *does: Action, methods: tuple[str, ...] = BOTH) -> Route:
    """The same, with something to do; what was wrong is shown on the page itself."""
    return route._replace(
        rate=Rate.WRITING, leaves=(*route.leaves, *does), methods=methods
    )


TEXTS = Action.STUDY_TEXTS_READ
CHANGED = Action.CONVERSATION_CHANGED

classify(
    **{
        "evaluation:conversations": TALKS,
        "evaluation:conversation-plan": doing(TALKS, Action.CONVERSATION_PLANNED),
        "evaluation:conversation": TALKS,
        "evaluation:conversation-change": doing(TALKS, CHANGED),
        "evaluation:conversation-enter": doing(TALKS, Action.CONVERSATION_ENTERED),
        "evaluation:consent": doing(TALKS, CHANGED, methods=POST),
        "evaluation:take-out": doing(TALKS, CHANGED, methods=POST),
        "evaluation:code-line": doing(
            TALKS, Action.PASSAGE_CODED, Action.PASSAGE_UNCODED, methods=POST
        ),
        "evaluation:findings": FINDINGS,
        "evaluation:finding-add": doing(FINDINGS, Action.FINDING_MADE),
        "evaluation:offer": doing(FINDINGS, Action.FINDINGS_OFFERED, methods=POST),
        "evaluation:finding": FINDINGS._replace(leaves=(Action.FINDINGS_READ, TEXTS)),
        "evaluation:finding-change": doing(FINDINGS, Action.FINDING_CHANGED),
        "evaluation:evidence": doing(FINDINGS, TEXTS, Action.EVIDENCE_ADDED),
        "evaluation:evidence-off": doing(
            FINDINGS, TEXTS, Action.EVIDENCE_TAKEN_OFF, methods=POST
        ),
        "evaluation:make-final": doing(
            FINDINGS, TEXTS, Action.FINDING_FINAL, methods=POST
        ),
        "evaluation:check-answer": doing(FINDINGS, Action.CHECK_ANSWERED),
        "evaluation:facts": FACTS,
        "evaluation:check": doing(FACTS, Action.FACTS_CHECKED),
        "evaluation:recommendations": REGISTER,
        "evaluation:recommend": doing(
            REGISTER._replace(who=Who.RESEARCHING), Action.RECOMMENDED
        ),
        "evaluation:offer-recommendations": doing(
            REGISTER._replace(who=Who.RESEARCHING),
            Action.RECOMMENDATIONS_OFFERED,
            methods=POST,
        ),
        "evaluation:recommendation": REGISTER,
        "evaluation:recommendation-change": doing(
            REGISTER._replace(who=Who.RESEARCHING), Action.RECOMMENDATION_CHANGED
        ),
        "evaluation:respond": doing(REGISTER, Action.RECOMMENDATION_ANSWERED),
        "evaluation:chain": REGISTER._replace(
            leaves=(Action.RECOMMENDATIONS_READ, TEXTS)
        ),
    }
)
