"""Does the name check see every name, and how often does it ask in vain?

Texts that it was never tuned on, with every name in them listed. No name is known
beforehand, as in a dossier that nobody filled: a name is seen when each place where it
stands was masked or is asked about. A question that touches no name is asked in vain.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from expliciet.evaluation.masking.masking import Masker
from expliciet.evaluation.masking.name_check import look

NAMES = Path(__file__).parents[1] / "tests" / "data" / "names"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--of", default="held_out", help="which texts: %(default)s")
    parser.add_argument("--show", action="store_true", help="each of them")
    options = parser.parse_args()
    measure(NAMES / f"{options.of}.jsonl", show=options.show)
    return 0


def measure(file: Path, *, show: bool) -> None:
    there, seen = Counter[str](), Counter[str]()
    in_vain = words = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)
        masked = Masker({}).mask(text["words"])
        asked = [(each.start, each.end) for each in look(masked)]
        named = {each["text"] for each in text["names"]}
        words += len(text["words"].split())
        for each in text["names"]:
            there[each["kind"]] += 1
            missed = [
                place
                for place in places(masked.text, each["text"])
                if not touches(place, asked)
            ]
            seen[each["kind"]] += not missed
            if missed and show:
                print(f"missed  {each['kind']:13}{each['text']}  in: {text['words']}")
        of_names = [place for name in named for place in places(masked.text, name)]
        for one in asked:
            if not touches(one, of_names):
                in_vain += 1
                if show:
                    print(f"in vain {masked.text[slice(*one)]}  in: {text['words']}")
    for kind in sorted(there):
        print(f"{kind:13}{seen[kind]:4} of {there[kind]:4}")
    print(f"{'all':13}{seen.total():4} of {there.total():4}")
    print(f"asked in vain: {1000 * in_vain / words:.1f} times in 1,000 words")


def places(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands by itself, or with the *s* of what is somebody's."""
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))", text):
        yield found.span()


def touches(one: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start < one[1] and one[0] < end for start, end in others)


if __name__ == "__main__":
    sys.exit(main())
