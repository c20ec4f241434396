"""The clauses of a sentence: who does what, in which tense, with which helper verbs.

A shallow reading, made for minutes: Dutch main clauses put the finite verb second, so
the doer stands right before it or right after it, and the rest of the verb at the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from . import parties
from .tokens import Token
from .verbs import (
    DEED,
    HELPER,
    PARTICLES,
    Form,
    does,
    is_often_noun,
    is_separable,
    lexicon,
    readings,
)

SUBORDINATORS = frozenset(
    "dat omdat doordat als indien zodra terwijl hoewel nadat voordat zodat "
    "totdat tenzij mits wanneer aangezien opdat waarbij waarin waarmee waarvan "
    "waarop waaraan waardoor waaruit waarvoor waarna waarover die wie hoe "
    "welke waarom sinds toen alvorens ofschoon zolang want wat waar naarmate "
    "zoals".split()
)
_WEAK = frozenset("die wat welke wie waar hoe zoals sinds toen zolang dat".split())
"""Also something else than the opening of a clause; then a verb must follow soon."""
PREPOSITIONS = frozenset(
    "aan achter bij binnen boven buiten door gedurende in langs met na naar naast om "
    "onder ondanks op over per richting rond rondom sinds te tegen tijdens tot tussen "
    "uit van vanaf vanuit vanwege via volgens voor vóór voorbij wegens zonder namens "
    "conform gezien gelet gegeven behalve inzake omtrent betreffende ten ter "
    "bovenop".split()
)
ADVERBS = frozenset(
    "nu dan daarna vervolgens ook nog wel niet eerst verder tevens daarnaast tegelijk "
    "hier daar er daarom dus inmiddels ondertussen tot zo morgen overmorgen vandaag "
    "mogelijk wellicht misschien waarschijnlijk vermoedelijk vooralsnog voorlopig "
    "eventueel desgewenst zonodig bovendien nogmaals zodoende daartoe hiertoe hierna "
    "hierover daarover hiermee daarmee hieraan daaraan indien toch alsnog alvast "
    "jaarlijks maandelijks wekelijks dagelijks regelmatig soms vaak altijd opnieuw "
    "binnenkort straks later asap spoedig eerdaags zsm z.s.m. t.z.t. maandag dinsdag "
    "woensdag donderdag vrijdag zaterdag zondag deze volgende komende alleen wekelijks "
    "tijdelijk graag helaas gelukkig natuurlijk uiteraard uiterlijk direct "
    "meteen gisteren elke iedere ieder samen gezamenlijk".split()
)
_BREAKS = frozenset([";", ":", "–", "—", "•", "→", "->", "|", "(", ")", "-", ">"])
_COORDINATORS = frozenset(["en", "maar", "dus", "of", "doch"])


@dataclass(slots=True)
class Clause:
    """One clause of a sentence; positions count tokens of the sentence."""

    words: list[Token]
    opened_by: str = ""
    """The subordinator; empty for a main clause."""
    aside: bool = False
    """Between brackets."""
    joined: bool = False
    """Joined to the clause before it by "en": may share its subject."""
    follows: bool = False
    """Another clause stands before it."""
    continues: bool = False
    """Another clause stands behind it."""
    finite: Token | None = None
    form: Form | None = None
    """How the finite verb reads."""
    particle: Token | None = None
    participles: list[tuple[Token, Form]] = field(default_factory=list)
    infinitives: list[tuple[Token, Form]] = field(default_factory=list)
    subject: list[Token] = field(default_factory=list)
    doer: str = ""
    """``professional``, ``client``, ``group`` or empty: what the subject names."""

    @property
    def is_condition(self) -> bool:
        """'Blijft het stil, dan …': the verb in front opens it."""
        return self.opened_by == self.words[0].low and bool(readings(self.opened_by))

    @property
    def words_end(self) -> int:
        """The end of the last word, marks behind it left out."""
        return max((w.end for w in self.words if w.is_word), default=self.end)

    @property
    def is_main(self) -> bool:
        return not self.opened_by and not self.aside

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def lows(self) -> list[str]:
        return [w.low for w in self.words]

    @property
    def verb(self) -> str:
        """The infinitive of what is done: helper verbs aside, particle joined on."""
        if self.form is None:
            return self.infinitives[-1][1].infinitive if self.infinitives else ""
        if HELPER in does(self.form.infinitive) and self._helps:
            plain = self.form.infinitive in ("zijn", "hebben")
            for group in (self.infinitives, self.participles):
                for token, form in reversed(group):
                    if plain and form.tense == "plural" and not self._after_te(token):
                        continue
                    if form.infinitive not in ("worden", "hebben", "zijn", "kunnen"):
                        return form.infinitive
        base = self.form.infinitive
        joined = (self.particle.low if self.particle else "") + base
        known = is_known(joined) or (
            self.particle and is_separable(self.particle.low, base)
        )
        return joined if known or not is_known(base) else base

    def _after_te(self, token: Token) -> bool:
        at = self.words.index(token)
        return at > 0 and self.words[at - 1].low in ("te", "aan", "het")

    @property
    def _helps(self) -> bool:
        """'gaan aan de slag met wonen': no helper, when a preposition comes between."""
        if self.form is None or self.form.infinitive != "gaan" or not self.infinitives:
            return True
        token = self.infinitives[-1][0]
        before = self.words[self.words.index(token) - 1].low
        return before not in PREPOSITIONS or before == "te"

    @property
    def is_passive(self) -> bool:
        """worden + participle, also as "kan worden gedaan", "is gedaan te worden"."""
        if not self.participles:
            return False
        if self.form and self.form.infinitive == "worden":
            return True
        return any(f.infinitive == "worden" for _, f in self.infinitives)

    @property
    def is_past(self) -> bool:
        """Past tense or perfect: a report of what has been."""
        if self.form is None:
            return False
        if self.form.tense == "past" and self.form.infinitive != "zullen":
            return True
        perfect = self.form.infinitive in ("hebben", "zijn") and bool(self.participles)
        return perfect

    @property
    def is_perfect(self) -> bool:
        return (
            self.form is not None
            and self.form.infinitive in ("hebben", "zijn")
            and bool(self.participles)
        )


def clauses(words: Sequence[Token]) -> list[Clause]:
    """The clauses of a sentence, in order, each with its verbs and its subject."""
    found = _cut(words)
    if len(found) > 1 and not found[0].opened_by and _is_condition(found[0], found[1]):
        found[0].opened_by = found[0].words[0].low
    for place, clause in enumerate(found):
        clause.follows = place > 0
        clause.continues = place + 1 < len(found)
        _analyse(clause)
    return found


def _is_condition(first: Clause, second: Clause) -> bool:
    """'Blijft het stil, dan sluit …': the verb in front makes it a condition."""
    opens = first.words[0]
    return second.words[0].low == "dan" and (
        opens.low in ("mocht", "mochten", "is", "zijn") or bool(readings(opens.low))
    )


def _cut(words: Sequence[Token]) -> list[Clause]:
    made: list[Clause] = []
    current = Clause([])
    held: Clause | None = None
    depth = 0

    def close(opened_by: str = "", aside: bool = False) -> None:
        nonlocal current
        if any(w.is_word for w in current.words):
            made.append(current)
        current = Clause([], opened_by, aside)

    for position, word in enumerate(words):
        if word.low in ("(", "["):
            held = current if not depth and not _has_finite(current) else None
            close(aside=True)
            depth += 1
            continue
        if word.low in (")", "]"):
            depth = max(0, depth - 1)
            close()
            if held is not None and held in made:
                made.remove(held)
                current, held = held, None
            continue
        if word.low in _BREAKS:
            close(aside=depth > 0)
            continue
        if word.low == ",":
            if _comma_cuts(words, position, current):
                was_main = not current.opened_by
                close(aside=depth > 0)
                current.joined = was_main
            else:
                current.words.append(word)
            continue
        if word.low in SUBORDINATORS and _opens(words, position, current):
            close(word.low, aside=depth > 0)
        elif word.low == "of" and _of_opens(words, position, current):
            close("of", aside=depth > 0)
        elif word.low == "om" and _om_opens(words, position):
            close("om", aside=depth > 0)
        elif word.low in _COORDINATORS and _new_main(words, position + 1, current):
            if current.opened_by and not _main_order(words, position + 1, current):
                pass
            else:
                close(aside=depth > 0)
                current.joined = True
                continue
        elif current.opened_by and _verb_meets_verb(words, position, current):
            close(aside=depth > 0)
        current.words.append(word)
    close()
    return made


def _finite(word: Token) -> Form | None:
    if parties.party_of(word.low) == parties.PROFESSIONAL or word.low in _NEVER_FINITE:
        return None
    for form in readings(word.low):
        if form.tense in ("present", "past", "subordinate") or (
            form.tense == "plural" and not word.has_capital
        ):
            return form
    return None


def _sure_finite(word: Token) -> bool:
    """A form that is hardly ever anything but a finite verb."""
    forms = readings(word.low)
    if not forms or word.low in _NOUNS_TOO or is_often_noun(word.low):
        return False
    return any(f.tense in ("present", "past") for f in forms) and not any(
        f.tense in ("participle", "plural") for f in forms
    )


_NEVER_FINITE = frozenset(
    "afspraken stukken nodig onder bereid twee drie vier vijf zes zeven acht "
    "negen tien elf twaalf eerste tweede derde".split()
)
_AUXILIARY = frozenset(
    "worden gaan moeten kunnen willen zullen mogen hebben blijven dienen zijn".split()
)
_NOUNS_TOO = frozenset(
    "onderhoud plan plans start check werk bericht besluit verslag gesprek "
    "vraag vragen deel meld bezoek tekst overleg meet bied bel maak schrijf "
    "contact interview stuur mail mails klop stap kop stand pas weer wens zorg "
    "zit lag lagen staat staten hand handel onderzoek verzoek voorstel advies "
    "antwoord dank doel duur dreig val slag zet kijk klaar koop ruim spits "
    "steun stop taak test tel toets tref vang vorm was wacht wijk nodig zak "
    "zend zin merk mis been lees les loop lopen oefen open peil post print "
    "plaats raad pak hang haak stel uit leer leg laat los lijk gang melding "
    "meldingen brief kosten leven wonen eten wegen stukken zaken dagen weken "
    "werken zorgen daden regels regel bod boden reden stoppen".split()
)


def _opens(words: Sequence[Token], position: int, current: Clause) -> bool:
    word = words[position]
    if word.low == "als" and _compares(words, position):
        return False
    if word.low not in _WEAK:
        return True
    before = words[position - 1].low if position else ""
    rest = words[position + 1 : position + 14]
    has_verb = any(_finite(w) for w in rest)
    if word.low == "dat":
        if position == 0:
            return False
        following = words[position + 1] if position + 1 < len(words) else None
        if following is None:
            return False
        # "Mentor doet dat op 1 december": an object, not an opening
        ends_in_verb = any(_finite(w) for w in words[position + 2 : position + 40])
        prep = following.low in PREPOSITIONS or following.low == "."
        told = before == "," or any(f.tense != "plural" for f in readings(before))
        return ends_in_verb and (not prep or told) and before != "doen"
    if word.low in ("die", "wat", "waar", "wie", "hoe", "welke"):
        if position == 0:
            return word.low in ("wie", "wat", "hoe", "welke") and has_verb
        return has_verb and (before == "," or before.isalpha())
    if word.low == "zoals":
        return has_verb
    return has_verb and position > 0


def _compares(words: Sequence[Token], position: int) -> bool:
    """'als vrijwilliger', 'wij als gemeente': in the role of, no condition."""
    ahead = words[position + 1 : position + 3]
    if len(ahead) < 2 or ahead[0].low in ("hij", "zij", "ze", "er", "het", "de", "dat"):
        return len(ahead) == 1
    return (
        ahead[0].is_word
        and (_sure_finite(ahead[1]) or not ahead[1].is_word)
        and not readings(ahead[0].low)
    )


def _of_opens(words: Sequence[Token], position: int, current: Clause) -> bool:
    """'of' as 'whether': behind a verb, with a verb of its own to come."""
    if position == 0 or not (_has_finite(current) or _has_any_verb(current)):
        return False
    far = words[position + 1 : position + 16]
    if far and (_sure_finite(far[0]) or far[0].text[0].isdigit()):
        return False
    return any(_finite(w) for w in far[1:])


def _has_any_verb(clause: Clause) -> bool:
    return any(
        readings(w.low) and parties.party_of(w.low) != parties.PROFESSIONAL
        for w in clause.words
    )


def _om_opens(words: Sequence[Token], position: int) -> bool:
    """om … te + infinitive, before the sentence ends."""
    for ahead in range(position + 1, min(len(words) - 1, position + 16)):
        if words[ahead].low in (";", "."):
            return False
        if words[ahead].low == "te" and any(
            f.tense == "plural" for f in readings(words[ahead + 1].low)
        ):
            return True
    return False


def _new_main(words: Sequence[Token], position: int, current: Clause) -> bool:
    """Whether a new main clause starts here: own subject or verb of its own."""
    if current.opened_by == "om" or not _has_any_verb(current):
        return False
    ahead = words[position : position + 9]
    if not ahead:
        return False
    for distance, word in enumerate(ahead):
        if word.low in ("en", "of", ";", ":", "(") or word.low in SUBORDINATORS:
            return False
        form = _finite(word)
        if form is None or (
            word.low in _NOUNS_TOO and not _after_party(ahead, distance)
        ):
            continue
        if form.tense == "plural" and _waits_for_infinitive(current):
            return False
        if form.tense == "plural" and not _after_party(ahead, distance):
            if distance or not _is_plural(current) or word.low in _PLURAL_NOUNS:
                continue
        if distance and ahead[distance - 1].low == "te":
            return False
        return True
    return False


def _waits_for_infinitive(clause: Clause) -> bool:
    """'Wij zullen …, voor zover opportuun, communiceren': the verb is still to come."""
    helps = any(
        w.low in _AUXILIARY or w.low in ("zal", "moet", "kan", "wil", "gaat", "dient")
        for w in clause.words
    )
    return helps and not any(
        f.tense == "plural" and w.low not in _AUXILIARY
        for w in clause.words
        for f in readings(w.low)
    )


def _is_plural(clause: Clause) -> bool:
    """The clause so far has a plural finite verb, which "en" may carry on."""
    for position, word in enumerate(clause.words):
        if _sure_finite(word):
            return False
        if position and any(f.tense == "plural" for f in readings(word.low)):
            return _plural_subject([w for w in clause.words[:position] if w.is_word])
    return False


def _main_order(words: Sequence[Token], position: int, current: Clause) -> bool:
    """'… of het kan en leerplicht voert een gesprek': party, verb, and more words."""
    if not _has_finite(current):
        return False
    for distance in range(1, 4):
        at = position + distance
        if at + 2 >= len(words):
            return False
        if _sure_finite(words[at]):
            group = [w for w in words[position:at] if w.is_word]
            return _doer(group) == parties.PROFESSIONAL and words[at + 1].is_word
    return False


def _after_party(ahead: Sequence[Token], distance: int) -> bool:
    before = [w for w in ahead[:distance] if w.is_word]
    return 0 < len(before) <= 3 and bool(
        parties.party_of(before[-1].low) or parties.group_in(before[-1].low)
    )


def _has_finite(clause: Clause) -> bool:
    return any(_finite(w) and w.low not in _NOUNS_TOO for w in clause.words)


def _comma_cuts(words: Sequence[Token], position: int, current: Clause) -> bool:
    """A comma ends a subordinate clause that has its verb, or joins two main ones."""
    if current.opened_by:
        return _has_finite(current) or (
            len(current.words) > 2 and bool(readings(current.words[-1].low))
        )
    following = words[position + 1] if position + 1 < len(words) else None
    if following is None:
        return False
    if following.low in ("want", "maar", "dus", "waarna", "dan"):
        return True
    if following.low in SUBORDINATORS:
        return False
    return _has_any_verb(current) and _new_main(words, position + 1, current)


def _verb_meets_verb(words: Sequence[Token], position: int, current: Clause) -> bool:
    """'Indien dit aanleiding geeft | wordt opgeschaald': the main verb follows at once."""
    word = words[position]
    if not current.words or len(current.words) < 2:
        return False
    before = current.words[-1]
    if current.opened_by == "zoals" and _sure_finite(word):
        return any(f.tense == "participle" for f in readings(before.low))
    return (
        _sure_finite(word)
        and bool(readings(before.low))
        and before.low not in PREPOSITIONS
        and any(f.tense != "participle" for f in readings(before.low))
        and does(readings(word.low)[0].infinitive) != ""
        and HELPER in does(readings(word.low)[0].infinitive)
        and words[0].low in SUBORDINATORS
    )


def _analyse(clause: Clause) -> None:
    words = clause.words
    index = _finite_index(clause, words)
    if index is not None:
        clause.finite = words[index]
        clause.form = _best_form(clause, words, index)
    _gather(clause, words, index)
    _find_subject(clause, words, index)


def _finite_index(clause: Clause, words: list[Token]) -> int | None:
    index = _known_finite(clause, words)
    if index is None and not clause.opened_by:
        index = _guessed_finite(words)
    return index


def _names_a_thing(words: list[Token], index: int) -> bool:
    """'op rooster', 'Verhuur van …': a noun that looks like a verb."""
    if index == 0:
        return len(words) > 1 and words[1].low == "van"
    before = words[index - 1].low
    return before == "te" or (before in PREPOSITIONS and before not in _PLACES)


_PLACES = frozenset("buiten binnen boven voorbij voor na".split())


def _guessed_finite(words: list[Token]) -> int | None:
    """A verb nobody listed, known by its place: "De boekbinder lijmt de ruggen"."""
    for i, word in enumerate(words[1:7], start=1):
        low = word.low
        if (
            len(low) < 4
            or not low.endswith("t")
            or word.has_capital
            or not low.isalpha()
        ):
            continue
        if low in ADVERBS or low in _T_WORDS or parties.party_of(low) or readings(low):
            continue
        before = [w for w in words[:i] if w.is_word]
        if _doer(before) and _doer(before) != parties.CLIENT and len(before) <= 4:
            return i
        after = _noun_group(words, i + 1)
        turned = before and (
            before[0].low in PREPOSITIONS
            or before[0].low in ADVERBS
            or before[0].text[0].isdigit()
        )
        if turned and _doer(after):
            return i
    return None


_T_WORDS = frozenset(
    "niet wordt met uit tot het dat kort slecht recht acht licht nacht macht "
    "kracht recht dienst winst kunst angst post rest test tekst markt taakt "
    "kaart start hart buurt klant punt krant kant hand stand band land rand "
    "eind project traject contract contact effect object subject product "
    "district document moment argument instrument agent student patiënt cliënt "
    "consulent inzicht toezicht bericht gezicht gewicht overzicht uitzicht "
    "aandacht opdracht inzet opzet omzet budget debat format resultaat straat "
    "staat praat raad kwaliteit veiligheid advocaat kandidaat internet "
    "intranet jacht vlucht lucht vrucht klacht wacht tocht bocht inkomst komst "
    "uitkomst toekomst opkomst afkomst herkomst lijst arrest protest verlicht "
    "direct exact compleet concreet discreet privaat adequaat apart vast best "
    "juist laatst eerst liefst meest minst naast langst hoogst vooraf vooruit "
    "voort bijt achteruit onrust rust lust last gast kast mast gerust bewust "
    "robuust piket pakket loket ticket biljet toilet kabinet parket cabaret "
    "sport transport rapport paspoort soort poort woord dokt hoofdpunt "
    "standpunt knelpunt agendapunt actiepunt aandachtspunt tijdpunt".split()
)


def _known_finite(clause: Clause, words: list[Token]) -> int | None:
    candidates = [i for i, w in enumerate(words) if _finite(w)]
    if clause.opened_by:
        sure = [i for i in candidates if _sure_finite(words[i])]
        pool = sure or [i for i in candidates if i > 0]
        return pool[-1] if pool else None
    for i in candidates:
        word = words[i]
        if _sure_finite(word) and not _names_a_thing(words, i):
            return i
    for i in candidates:
        if words[i].low in _AUXILIARY and _helps_here(words, i):
            return i
    for i in candidates:
        if i and (words[i - 1].low == "te" or words[i - 1].low in PREPOSITIONS):
            continue
        if _turned_plural(words, i) or (i == 0 and _led_plural(clause, words)):
            return i
        if (
            i == 0
            and len(words) > 1
            and (
                words[i].low not in _NOUNS_TOO
                or words[1].low in ("even", "of", "bij", "de", "het", "alle")
            )
        ):
            if _is_note(words):
                continue
            if any(f.tense == "present" for f in readings(words[i].low)):
                return i  # an imperative or a question
            continue
        subject = words[:i]
        near = [w for w in subject if w.is_word]
        plural = any(f.tense == "plural" for f in readings(words[i].low))
        more = [w for w in words[i + 1 :] if w.is_word]
        if plural and _plural_subject(near):
            if more and not _noted(near, more):
                return i
            if not more and clause.continues and _doer(near) != parties.CLIENT:
                return i
        if not plural and near and parties.party_of(near[-1].low) and i < 6:
            return i
        if not plural and i <= 3 and near and near[0].low in ("ik", "we", "wij"):
            return i
    return None


def _helps_here(words: list[Token], index: int) -> bool:
    """A helper verb in second place, and not the infinitive at the end."""
    if (
        index == 0
        or words[index - 1].low == "te"
        or words[index - 1].low in PREPOSITIONS
    ):
        return False
    if any(w.is_word for w in words[index + 1 :]) is False:
        return False
    near = [w for w in words[:index] if w.is_word]
    after = _noun_group(words, index + 1)
    if _rest_of_verb(words, index):
        return True
    if not (_plural_subject(near) or after or any(w.low == "er" for w in words[:3])):
        return False
    return words[index].low != "zijn" or not _finite_follows(words, index)


def _rest_of_verb(words: list[Token], index: int) -> bool:
    """'worden … gemaakt', 'zullen … inspannen': the other part comes at the end."""
    tail = [w for w in words[index + 1 :] if w.is_word]
    if len(tail) < 2:
        return False
    last = {f.tense for w in tail[-2:] for f in readings(w.low)}
    wanted = "participle" if words[index].low == "worden" else "plural"
    return wanted in last and words[index].low in ("worden", "zullen", "moeten")


def _finite_follows(words: list[Token], index: int) -> bool:
    """'zijn' as 'his': a noun stands right behind it."""
    following = words[index + 1]
    return (
        following.low not in ADVERBS
        and following.low not in PREPOSITIONS
        and (following.low not in ("de", "het", "een", "geen", "er", "alle"))
        and not readings(following.low)
    )


def _noted(near: Sequence[Token], more: Sequence[Token]) -> bool:
    """'Signalen delen met elkaar': a note, its noun no party and without an article."""
    return (
        len(near) == 1
        and not _doer(list(near))
        and more[0].low in ("met", "bij", "aan", "naar", "voor", "over", "waar", "via")
    )


def _is_note(words: list[Token]) -> bool:
    """'Rooster opvragen': the infinitive at the end is the verb, not the noun in front."""
    last = [w for w in words if w.is_word][-1]
    return (
        last is not words[0]
        and any(f.tense == "plural" for f in readings(last.low))
        and words[0].low not in ("laat", "ga", "kom")
    )


def _led_plural(clause: Clause, words: list[Token]) -> bool:
    """Behind another clause the verb comes first: "…, spreken corporatie en mentor af"."""
    return clause.follows and bool(_doer(_noun_group(words, 1)))


def _turned_plural(words: list[Token], index: int) -> bool:
    """'Vrijdag mailen wij de stukken': the doers stand behind the verb."""
    if index == 0 or index + 1 >= len(words):
        return False
    first = words[0]
    led = first.low in PREPOSITIONS or first.low in ADVERBS or first.text[0].isdigit()
    behind = words[index + 1].low
    return (led or index <= 4) and (
        behind in ("we", "wij", "partijen", "partners", "ouders")
        or (
            led
            and bool(_doer(_noun_group(words, index + 1)))
            and any(w.low == "en" for w in words[index + 1 : index + 4])
        )
    )


def _plural_subject(near: Sequence[Token]) -> bool:
    if not near or len(near) > 7:
        return False
    last = near[-1].low
    if last in ("geen", "een", "eigen", "eigen", "alleen", "samen"):
        return False
    if last in ("we", "wij", "zij", "ze", "allen", "partners", "ouders", "beide"):
        return True
    lows = [w.low for w in near]
    if near[0].low in PREPOSITIONS:
        return False
    pair = "en" in lows and near[0].low not in ADVERBS
    return (
        pair
        or parties.group_in(" ".join(lows)) is not None
        or (
            last.endswith(("en", "s")) and len(near) <= 3 and near[0].low not in ADVERBS
        )
    )


def _best_form(clause: Clause, words: list[Token], index: int) -> Form:
    if not readings(words[index].low):
        return Form(words[index].low[:-1] + "en", "present")
    forms = [f for f in readings(words[index].low) if f.tense != "participle"]
    for tense in ("present", "past", "subordinate", "plural"):
        for form in forms:
            if form.tense == tense:
                return form
    return forms[0]


def _gather(clause: Clause, words: list[Token], index: int | None) -> None:
    """Participles, infinitives and a separated particle that go with the finite."""
    for i, word in enumerate(words):
        if i == index or not word.is_word:
            continue
        forms = readings(word.low)
        if not forms:
            continue
        tenses = {f.tense for f in forms}
        told = clause.form is None or clause.form.infinitive != "worden"
        if (word.low in _STATES and told) or (
            word.low == "zijn" and not _ends_in(words, i)
        ):
            continue
        if "participle" in tenses and not _is_adjective(words, i):
            form = next(f for f in forms if f.tense == "participle")
            clause.participles.append((word, form))
        elif (
            "plural" in tenses
            and word.low not in _PLURAL_NOUNS
            and (index is None or i > index or bool(clause.opened_by))
        ):
            if i and words[i - 1].low in ("de", "het", "een", "deze", "geen", "alle"):
                continue
            form = next(f for f in forms if f.tense == "plural")
            clause.infinitives.append((word, form))
    if clause.form and not clause.participles:
        _participle_by_place(clause, words, index)
    if index is not None and clause.form is not None:
        clause.particle = _particle(words, index, clause.form.infinitive)


def _participle_by_place(clause: Clause, words: list[Token], index: int | None) -> None:
    """'wordt … ondernomen', 'moet worden gedicht': known by where it stands."""
    form = clause.form
    assert form is not None
    helped = any(f.infinitive == "worden" for _, f in clause.infinitives)
    if form.infinitive != "worden" and not helped:
        return
    tail = [w for w in words[(index or 0) + 1 :] if w.is_word and w.low != "worden"]
    for word in reversed(tail[-2:]):
        low = word.low
        if len(low) > 4 and low.endswith(("d", "t", "en")) and low.islower():
            if parties.party_of(low) or low in ADVERBS or word.has_capital:
                continue
            clause.participles.append((word, Form(low, "participle")))
            clause.infinitives = [i for i in clause.infinitives if i[0] is not word]
            return


_STATES = frozenset(
    "bereid bekend betrokken gewenst vereist verplicht bevoegd geneigd genegen "
    "bedoeld gericht beperkt gebaseerd geschikt vrijwillig aanwezig verdeeld bezorgd "
    "getrouwd gescheiden overleden werkzaam gelegen geacht gerust gemotiveerd".split()
)
"""Participles that tell how things are, not what was done."""


def _ends_in(words: list[Token], position: int) -> bool:
    rest = [w for w in words[position + 1 :] if w.is_word]
    return not rest or words[position - 1].low == "te"


_PLURAL_NOUNS = frozenset(
    "meldingen zaken stappen afspraken kosten stukken dagen weken maanden "
    "regels zorgen gesprekken plannen signalen vragen leden gegevens klachten "
    "uren jaren middelen afspraak besluiten berichten ouders kinderen jongeren "
    "partijen schulden gevolgen wensen doelen taken rollen lijnen vormen "
    "tekeningen testen daden gangen woningen instellingen maatregelen "
    "contacten posten feiten vermoedens wegen leven wapens scholen werken "
    "stallen partners regelen".split()
) - {"regelen", "testen", "werken", "leven", "vragen"}


def _particle(words: list[Token], index: int, infinitive: str) -> Token | None:
    """The part of a separable verb that stands apart: "pakt … op"."""
    tail = [(i, w) for i, w in enumerate(words) if i > index and w.is_word]
    for i, word in reversed(tail):
        if word.low not in PARTICLES or words[i - 1].low == "te":
            continue
        near_end = len(tail) - tail.index((i, word)) <= 4
        joins = is_separable(word.low, infinitive)
        if (joins or near_end) and not _leads_noun(words, word):
            return word
    return None


def _leads_noun(words: list[Token], word: Token) -> bool:
    """A preposition with its noun still to come, and not a particle at the end."""
    position = words.index(word)
    if position + 1 >= len(words):
        return False
    following = words[position + 1]
    if not following.is_word:
        return False
    if following.low in ("en", "om", "of", "dat", "als", "zodra", "bij", "voor", "met"):
        return False
    if following.low in PREPOSITIONS and word.low not in ("tot",):
        return False
    return True


def _is_adjective(words: list[Token], position: int) -> bool:
    """'de gevraagde stukken' has a participle that is no verb; here only the bare form."""
    if position + 1 < len(words) and position > 0:
        before, after = words[position - 1].low, words[position + 1]
        if before in ("een", "geen", "het", "de") and after.is_word:
            return not readings(after.low)
    return False


def _find_subject(clause: Clause, words: list[Token], index: int | None) -> None:
    if index is None:
        return
    if clause.opened_by:
        start = 1 if words[0].low == clause.opened_by else 0
        clause.subject = _noun_group(words, start)
    elif index == 0:
        clause.subject = [] if clause.joined else _noun_group(words, 1)
    else:
        clause.subject = _subject_around(clause, words, index)
    clause.doer = _doer(clause.subject)


def _subject_around(clause: Clause, words: list[Token], index: int) -> list[Token]:
    """The noun group before the finite verb, or, where the order is turned, behind it."""
    before = [w for w in words[:index] if w.is_word]
    first = before[0] if before else words[0]
    after = _noun_group(words, index + 1)
    turned = (
        first.low in PREPOSITIONS or first.low in ADVERBS or first.text[0].isdigit()
    )
    if turned and not (first.low in ("ieder", "allen") and index == 1):
        return after if after or first.low not in ADVERBS else []
    if _doer(after) and not _doer(before):
        singular = clause.form is not None and clause.form.tense == "present"
        if first.low in _OBJECTS or (singular and not _is_object(words, index, after)):
            return after
    return before


_OBJECTS = frozenset(
    "dit dat deze die hetzelfde daarover hierover daarmee hiermee er het wie wat zulks "
    "beide".split()
)


def _is_object(words: list[Token], index: int, after: list[Token]) -> bool:
    """Whether the party behind the verb is rather its object: "De brief bereikt OM"."""
    return words[index].low in ("krijgt", "ontvangt", "bereikt", "heeft", "is", "raakt")


def _doer(group: list[Token]) -> str:
    """What kind of party a subject names; unknown nouns are left to the verb."""
    if not group:
        return ""
    lows = [w.low for w in group]
    if lows[0] in ("wij", "we") and any(w in lows[1:3] for w in ("als", "van", "bij")):
        return parties.PROFESSIONAL
    collective = parties.group_in(" ".join(lows))
    if collective and collective.start() == 0:
        return parties.GROUP
    return parties.kind_of(_head(group))


def _head(group: list[Token]) -> list[Token]:
    """The noun group up to its first preposition: "de mentor van de jongen"."""
    head: list[Token] = []
    for token in group:
        if head and token.low in PREPOSITIONS:
            break
        head.append(token)
    return head or group


def _noun_group(words: list[Token], start: int) -> list[Token]:
    """The noun group that starts here, if one does."""
    group: list[Token] = []
    for token in words[start : start + 8]:
        if not token.is_word:
            break
        if token.low in ("zich", "dan", "ook", "nog", "er", "eerst", "nu", "daarom"):
            continue
        if token.low in PREPOSITIONS and not group:
            break
        if group and token.low in PREPOSITIONS and token.low != "van":
            break
        if group and (token.low in ADVERBS or token.low in SUBORDINATORS):
            break
        group.append(token)
        if parties.party_of(token.low) and len(group) >= 1:
            nxt = words[words.index(token) + 1 : words.index(token) + 3]
            if not (nxt and nxt[0].low in ("en", "van", "als")):
                break
    return group


def is_known(infinitive: str) -> bool:
    """Whether the list of verbs has this one."""
    return infinitive in lexicon().classes


def is_deed(infinitive: str) -> bool:
    """Whether doing this is something one could later report as done."""
    return DEED in does(infinitive)
