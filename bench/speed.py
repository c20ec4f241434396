"""How much slower is the checker than the least that could be done?

The floor is one compiled pattern for each phenomenon, of the words that usually betray
it, over the same text in the same run. All figures are ratios within one run, so that
they mean the same on a slow machine; the best of several rounds is taken, in time of
the processor, so that what else runs there counts as little as can be.
"""

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from expliciet.checking import examine

ROOT = Path(__file__).resolve().parent.parent
CUES = {
    "actor_missing": r"(?:wordt|worden|zal worden|dient te worden|moet worden)"
    r"(?: \w+){0,6} \w*(?:ge|be|ver|her|ont)\w+|men|er komt|er volgt|vindt plaats",
    "actor_group": "wij|we|partners|ketenpartners|iedereen|allen|betrokkenen|de tafel"
    "|het netwerk|de keten|alle partijen",
    "time_vague": r"z\.s\.m\.|zo snel mogelijk|zo spoedig mogelijk|binnenkort|spoedig"
    r"|op (?:korte )?termijn|t\.z\.t\.|te zijner tijd|later|volgende keer|na de zomer"
    "|voor de zomer|begin 20\\d\\d|medio|eerdaags|Q[1-4]",
    "time_missing": "belt|mailt|vraagt|stuurt|regelt|bespreekt|zoekt|meldt|neemt|maakt"
    "|gaat|zal|levert|schrijft|plant|informeert",
    "end_missing": "blijft|blijven|houdt contact|monitort|volgt|doorlopend|vooralsnog"
    "|voorlopig|wekelijks|dagelijks|maandelijks",
    "action_vague": "oppakken|opgepakt|pakt|kijken naar|kijkt naar|meenemen|meegenomen"
    "|aandacht|in de gaten|inzetten op|regie|vinger aan de pols|bespreekbaar|afstemmen"
    "|stemt af|aan de slag|lijntje|korte lijnen",
    "condition_open": "indien nodig|zo nodig|waar nodig|eventueel|desgewenst"
    "|zo mogelijk|waar mogelijk|bij zorgen|als het nodig is|indien gewenst",
    "hedge": "mogelijk|wellicht|misschien|waarschijnlijk|vermoedelijk|lijkt|schijnbaar"
    "|naar verwachting|zou kunnen|de indruk",
    "hearsay": "naar verluidt|schijnt|er zijn signalen|zou hebben|bekend is dat"
    "|wordt gezegd|er gaan verhalen|in de wandelgangen",
    "interpretation_as_fact": "is agressief|is manipulatief|is onbetrouwbaar|vermijdend"
    "|beïnvloedbaar|zorgelijk|ongemotiveerd|is een risico|hoog risico|stabiel",
    "consensus_unverified": "iedereen is het eens|breed gedragen|geen bezwaar|akkoord"
    "|er is behoefte|draagvlak|unaniem|allen zijn",
    "reason_missing": "besloten|besluit|wordt gekozen|er is gekozen|stopgezet",
    "reason_formulaic": "gezien de situatie|alles overwegende|gelet op|gehoord hebbende"
    "|op grond van het voorgaande|alles afwegende",
    "escalation_no_criterion": "opschalen|afschalen|opgeschaald|afgeschaald|overdragen"
    "|overgedragen|sluiten|gesloten|heropenen|schaalt",
    "expectation_unaccepted": "verwacht|zou moeten|dient|ligt bij|is aan|verzoek|graag",
    "weak_commitment": "proberen|probeert|streeft|wil kijken|is bereid|voornemens|spant"
    "|hoopt|doet zijn best|zou dat kunnen",
    "abbreviation_undefined": r"(?-i:[A-Z]{2,6})",
    "double_agreement": r"\w+ (?:belt|mailt|vraagt|regelt)[^.;]{3,80}(?:en|terwijl|;)",
    "reference_unresolved": "dit|dat|daar|hierover|daarover|zoals besproken|idem"
    "|conform afspraak|het bovenstaande",
    "deferred_item": "komt terug|aangehouden|doorgeschoven|geparkeerd|parkeren"
    "|op terugkomen|blijft staan|wordt vervolgd",
    "quantity_vague": r"regelmatig|vaak|soms|voldoende|tijdig|intensief|enkele"
    r"|een aantal|meer|sneller|stevig|etc\.|e\.d\.",
    "status_vague": "loopt|bezig|in behandeling|aan gewerkt|onderhanden|in gang gezet",
    "dissent_unresolved": "moeite met|ziet het anders|twijfelt|kanttekening"
    "|niet iedereen|bezwaar|is kritisch",
}
FLOOR = [re.compile(rf"\b(?:{cues})\b", re.IGNORECASE) for cues in CUES.values()]
IMPORT_ROUNDS = 15
START = "from time import perf_counter as t; a = t(); "


def floor(text: str) -> int:
    return sum(1 for pattern in FLOOR for _ in pattern.finditer(text))


def best(
    work: Callable[[], object],
    rounds: int,
    clock: Callable[[], float] = process_time,
) -> float:
    """The least seconds of several rounds; the rest is what else the machine did."""
    taken = []
    for _ in range(rounds):
        begin = clock()
        work()
        taken.append(clock() - begin)
    return min(taken)


def minutes() -> str:
    """The fictional minutes that come with the program, some twelve pages of them."""
    shipped = (ROOT / "examples" / "verslag-esdoorn.txt").read_text(encoding="utf-8")
    return f"{shipped.strip()}\n\n"


def pace(text: str) -> None:
    words = len(text.split())
    checker = best(lambda: examine(text), 5)
    least = best(lambda: floor(text), 5)
    print(f"text                        {words} words, {len(text)} characters")
    print(f"floor, a pattern each       {1000 * least:8.1f} ms")
    print(f"checker                     {1000 * checker:8.1f} ms")
    print(f"checker / floor             {checker / least:8.2f}   (aim ≤ 6)")


def growth(text: str, times: int) -> None:
    once = best(lambda: examine(text), 9)
    many = best(lambda: examine(text * times), max(1, 30 // times))
    print(
        f"{times:5} × the text in         {many / once:8.0f} × the time (aim ≤ 1.1 ×)"
    )


def memory(megabytes: int) -> None:
    """A program of its own reads a large text; the most memory it ever held."""
    text = minutes()
    script = (
        "import resource, sys; from expliciet.checking import examine; "
        "text = sys.stdin.read(); report = examine(text); "
        "print(len(text.encode()), len(report.findings), "
        "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    size = len(text.encode())
    large = text * (megabytes * 1_000_000 // size + 1)
    begin = perf_counter()
    heard = python(script, large)
    taken = perf_counter() - begin
    length, findings, kilobytes = map(int, heard.split())
    unit = 1024 if sys.platform != "darwin" else 1
    print(
        f"{length / 1e6:.1f} MB of text             {kilobytes * unit / 1e6:8.0f} MB"
        f" (aim < 300 MB), {findings} findings, {taken:.0f} s"
    )


def imports() -> None:
    """What `expliciet.rules` costs a fresh interpreter, the least of many tries."""
    for module, aim in (("expliciet.rules", "aim ≤ 80 ms"), ("expliciet.checking", "")):
        script = f"{START} import {module}; print(t() - a)"
        taken = min(float(python(script)) for _ in range(IMPORT_ROUNDS))
        print(f"import {module:20} {1000 * taken:8.1f} ms {aim}")
    bare = best(lambda: python("pass"), IMPORT_ROUNDS, perf_counter)
    command = [sys.executable, "-m", "expliciet", "check", "-"]
    small = b"Wordt binnenkort opgepakt.\n"

    def check() -> None:
        subprocess.run(command, input=small, capture_output=True, check=False)

    whole = best(check, IMPORT_ROUNDS, perf_counter)
    print(f"bare interpreter            {1000 * bare:8.1f} ms")
    print(f"expliciet check, one line   {1000 * whole:8.1f} ms")


def python(script: str, given: str = "") -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=given,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    return done.stdout


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="leave out the 1,000-fold and the 10 MB"
    )
    options = parser.parse_args()
    text = minutes()
    pace(text * 12)
    growth(text, 10)
    imports()
    if not options.quick:
        growth(text, 1000)
        memory(10)
    return 0


if __name__ == "__main__":
    sys.exit(main())
