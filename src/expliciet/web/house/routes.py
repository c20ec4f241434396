"""The rule of every address of a house: who may, how often, which line it leaves."""

from ...audit.actions import Action
from ..inventory import BOTH, POST, Rate, Route, Who, classify

HOW = Action.WORKING_AGREEMENTS_READ
APPOINTED = Route(Who.APPOINTED, Rate.READING, (HOW,), shows=True)
WORDS = APPOINTED._replace(leaves=(Action.LOADED_WORDS_READ,))
MANAGING = Route(Who.MANAGING, Rate.READING, (Action.HOUSE_READ,), shows=True)
REVIEWING = Route(Who.REVIEWING, Rate.HEAVY, (Action.TRAIL_READ,), shows=True)


def writing(route: Route, *does: Action) -> Route:
    """The same, with a form in it."""
    return route._replace(
        rate=Rate.WRITING, leaves=(*route.leaves, *does), methods=BOTH
    )


classify(
    # how we work: for everybody who is appointed in the house
    **{
        "house__how-we-work": APPOINTED,
        "house__how-we-work-in": APPOINTED,
        "house__propose": writing(APPOINTED, Action.WORKING_AGREEMENT_MADE),
        "house__replace": writing(APPOINTED, Action.WORKING_AGREEMENT_MADE),
        "house__answer": writing(APPOINTED, Action.WORKING_AGREEMENT_ANSWERED),
    },
    # words that weigh: as how we work
    **{
        "house__loaded-words": WORDS,
        "house__loaded-words-in": WORDS,
        "house__add-word": writing(
            WORDS, Action.LOADED_WORD_ADDED, Action.MEANING_GIVEN
        ),
        "house__mean": writing(WORDS, Action.MEANING_GIVEN),
        "house__mean-for-house": writing(WORDS, Action.MEANING_GIVEN),
    },
    # administration: who may do what there, the actions decide
    **{
        "house__administration": MANAGING,
        "house__administration-of": MANAGING,
        "house__change": writing(MANAGING, Action.HOUSE_CHANGED),
        "house__organisations": MANAGING,
        "house__add-organisation": writing(MANAGING, Action.ORGANISATION_ADDED),
        "house__change-organisation": writing(MANAGING, Action.ORGANISATION_CHANGED),
        "house__people": MANAGING,
        "house__person": MANAGING,
        "house__add-person": writing(MANAGING, Action.USER_ADDED, Action.APPOINTED),
        "house__change-person": writing(MANAGING, Action.USER_CHANGED),
        "house__appoint": writing(MANAGING, Action.APPOINTED),
        "house__end-appointment": writing(MANAGING, Action.APPOINTMENT_ENDED),
        "house__close-account": writing(MANAGING, Action.USER_DISABLED),
        "house__reopen-account": Route(
            Who.MANAGING, Rate.WRITING, (Action.USER_REOPENED,), methods=POST
        ),
        "house__house-rules": MANAGING,
        "house__house-rule": writing(MANAGING, Action.HOUSE_RULE_SET),
        "house__factor-lists": MANAGING,
        "house__factor-list": writing(MANAGING, Action.FACTOR_LIST_CONFIRMED),
        "house__load-factor-list": writing(MANAGING, Action.FACTOR_LIST_LOADED),
        "house__template": writing(MANAGING, Action.HOUSE_TEMPLATE_SET)._replace(
            rate=Rate.HEAVY
        ),
        "house__own-template": MANAGING._replace(rate=Rate.HEAVY),
        "house__end-template": writing(MANAGING, Action.HOUSE_TEMPLATE_ENDED)._replace(
            shows=False, methods=POST
        ),
        "house__levels": MANAGING,
        "house__add-level": writing(MANAGING, Action.LEVEL_SET),
        "house__level": writing(MANAGING, Action.LEVEL_SET),
        "house__upkeep": MANAGING,
        "house__kept-dossiers": MANAGING,
    },
    # the trail: a role and a purpose for all lines of a house; one's own for everybody
    **{
        "house__trails": REVIEWING._replace(rate=Rate.READING, shows=False, leaves=()),
        "house__trail": REVIEWING,
        "house__trail-purpose": writing(
            REVIEWING._replace(leaves=(Action.HOUSE_READ,)), Action.PURPOSE_STATED
        ),
        "house__own-lines": Route(
            Who.SIGNED_IN, Rate.READING, (Action.OWN_LINES_READ,), shows=True
        ),
    },
)
