"""What was promised and expected in a closed dossier, and how far it came."""

from .asked import ANSWERED, STAYS, WasAsked
from .deeds import Deed
from .duinmeer.people import FLOOR, JEROEN, YARA
from .partners import Colleague, Partner
from .past import LATE, NOT, SEEN, Asked, Kept, Past, week
from .promises import Agrees, AnswersWith, Expects, Promised, SaysDone, SaysSo


def promised(past: Past) -> tuple[Deed, ...]:
    deeds: list[Deed] = []
    for number, each in enumerate(past.kept):
        deeds += kept(past, each, number)
    return tuple(deeds)


def kept(past: Past, each: Kept, number: int) -> tuple[Deed, ...]:
    """The fate of one promise; the checker asked by which sign one sees it."""
    mark, said = f"afspraak {number}", week(past, 2)
    done = week(past, 6 if each.came == LATE else 4)
    sees = past.chair if each.owner is YARA else YARA
    outcome = STAYS if number == 1 else ANSWERED
    agreed: tuple[Deed, ...] = (
        Agrees(
            f"{said} di 11:{number}0",
            each.owner,
            promised=Promised(
                what=each.what,
                owner=each.owner,
                by_day=f"{week(past, 4)} vr",
                done_when=each.done_when,
            ),
            mark=mark,
        ),
        WasAsked(
            f"{said} di 11:{number}1",
            each.owner,
            mark=mark,
            asks=(
                ("EX106", "deed", outcome),
                ("EX122", "done_when", ANSWERED if number else STAYS),
            ),
        ),
    )
    if each.came == NOT:
        return agreed
    claim = SaysDone(f"{done} wo 15:{number}0", each.owner, mark)("Dat is gedaan.")
    if each.came != SEEN:
        return (*agreed, claim)
    so = SaysSo(f"{done} do 09:{number}0", sees, mark)("Dat hebben wij ook gezien.")
    return (*agreed, claim, so)


def expected(past: Past) -> tuple[Deed, ...]:
    deeds: list[Deed] = []
    for number, each in enumerate(past.asked):
        deeds += counted_on(past, each, number)
    return tuple(deeds)


def counted_on(past: Past, each: Asked, number: int) -> tuple[Deed, ...]:
    mark, said = f"verwachting {number}", week(past, 3)
    expects = Expects(
        f"{said} wo 10:{number}0",
        each.by,
        of=each.of,
        answer_by=f"{week(past, 5)} wo",
        mark=mark,
    )(each.text)
    asked = WasAsked(
        f"{said} wo 10:{number}1",
        each.by,
        mark=mark,
        asks=(("EX203", "text", STAYS if number else ANSWERED),),
    )
    if each.says is None:
        return (expects, asked)
    answers = speaks_for(past, each.of)
    becomes, done = f"toegezegd {number}", "Dat is gedaan."
    promise = Promised(
        what=f"zorgt dat {each.text[4:].rstrip('.')}",
        owner=answers,
        by_day=f"{week(past, 6)} vr",
        done_when="wie het vroeg heeft het gezien",
    )
    is_yes = each.says == "yes"
    answer = AnswersWith(
        f"{week(past, 4)} ma 10:{number}0",
        answers,
        mark=mark,
        says=each.says,
        promised=promise if is_yes else None,
        becomes=becomes if is_yes else "",
    )(each.answer)
    claim = SaysDone(f"{week(past, 5)} do 10:{number}0", answers, becomes)(done)
    return (expects, asked, answer, claim) if is_yes else (expects, asked, answer)


def speaks_for(past: Past, partner: Partner) -> Colleague:
    there = (YARA, JEROEN, FLOOR, past.beside)
    return next(who for who in there if who.partner == partner)
