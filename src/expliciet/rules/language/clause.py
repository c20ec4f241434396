"""A clause of a sentence, and what it tells."""

from dataclasses import dataclass, field

from .function_words import PREPOSITIONS
from .spelling import Form
from .tokens import Token
from .verbs import HELPER, does, is_known, is_separable, readings


@dataclass(slots=True)
class Clause:
    """One clause of a sentence: who does what, in which tense."""

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
    def is_main(self) -> bool:
        return not self.opened_by and not self.aside

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def words_end(self) -> int:
        """The end of the last word, marks behind it left out."""
        return max((w.end for w in self.words if w.is_word), default=self.end)

    @property
    def lows(self) -> list[str]:
        """Its words and marks in lower case."""
        return [w.low for w in self.words]

    @property
    def verb(self) -> str:
        """The infinitive of what is done: helper verbs aside, particle joined on."""
        if self.form is None:
            return self.infinitives[-1][1].infinitive if self.infinitives else ""
        finite = self.form.infinitive
        return self._helped_by(finite) or self._joined(finite)

    def _helped_by(self, finite: str) -> str:
        """The verb that a helper verb helps: "zal … bellen", "is … gebeld"."""
        if HELPER not in does(finite) or not self._helps():
            return ""
        plain = finite in ("zijn", "hebben")
        for group in (self.infinitives, self.participles):
            for token, form in reversed(group):
                if plain and form.tense == "plural" and not self._is_led_in(token):
                    continue
                if form.infinitive not in ("worden", "hebben", "zijn", "kunnen"):
                    return form.infinitive
        return ""

    def _joined(self, base: str) -> str:
        """The verb with its particle, where the two are known to make one."""
        particle = self.particle.low if self.particle else ""
        joined = particle + base
        if is_known(joined) or is_separable(particle, base) or not is_known(base):
            return joined
        return base

    def _is_led_in(self, infinitive: Token) -> bool:
        """Behind "te", "aan" or "het"."""
        at = self.words.index(infinitive)
        return at > 0 and self.words[at - 1].low in ("te", "aan", "het")

    def _helps(self) -> bool:
        """'gaan aan de slag met wonen': no helper, when a preposition comes between."""
        if self.form is None or self.form.infinitive != "gaan" or not self.infinitives:
            return True
        token = self.infinitives[-1][0]
        before = self.words[self.words.index(token) - 1].low
        return before not in PREPOSITIONS or before == "te"

    @property
    def is_passive(self) -> bool:
        """worden + participle, also as 'kan worden gedaan', 'is gedaan te worden'."""
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
        told = self.form.tense == "past" and self.form.infinitive != "zullen"
        return told or self.is_perfect

    @property
    def is_perfect(self) -> bool:
        """hebben or zijn + participle."""
        return (
            self.form is not None
            and self.form.infinitive in ("hebben", "zijn")
            and bool(self.participles)
        )

    def comes_before(self, infinitive: Token) -> str:
        """The word right before this one, in lower case."""
        at = self.words.index(infinitive)
        return self.words[at - 1].low if at else ""
