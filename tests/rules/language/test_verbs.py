"""The forms of Dutch verbs, and what the lists behind them hold."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from expliciet.rules.language import verbs
from expliciet.rules.language.verbs import (
    PARTICLES,
    does,
    is_often_noun,
    is_separable,
    lexicon,
    needs_a_human,
    readings,
    regular,
)


def lines_of(name: str) -> list[str]:
    text = (files("expliciet.rules.language") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def infinitives(word: str, tense: str = "") -> set[str]:
    return {f.infinitive for f in readings(word) if tense in ("", f.tense)}


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("bellen", "bel belt belde belden gebeld"),
        ("maken", "maak maakt maakte maakten gemaakt"),
        ("reizen", "reist reisde reisden gereisd"),
        ("verven", "verf verft verfde verfden geverfd"),
        ("zoeken", "zoek zoekt zocht zochten gezocht"),
        ("leveren", "lever levert leverde leverden geleverd"),
        ("informeren", "informeer informeert informeerde geïnformeerd"),
        ("evalueren", "evalueer evalueert evalueerde geëvalueerd"),
        ("financieren", "financier financiert financierde gefinancierd"),
        ("verifiëren", "verifieer verifieert verifieerde geverifieerd"),
        ("kopiëren", "kopieer kopieert kopieerden gekopieerd"),
        ("recreëren", "recreëer recreëert recreëerde gerecreëerd"),
        ("coördineren", "coördineer coördineert gecoördineerd"),
        ("generaliseren", "generaliseer generaliseert gegeneraliseerd"),
        ("herformuleren", "herformuleert geherformuleerd"),
        ("tekenen", "teken tekent tekende tekenden getekend"),
        ("ondertekenen", "onderteken ondertekent ondertekende ondertekend"),
        ("waarschuwen", "waarschuwt gewaarschuwd"),
        ("waarborgen", "waarborgt waarborgde gewaarborgd"),
        ("incasseren", "incasseert geïncasseerd"),
        ("onderwijzen", "onderwijst onderwees onderwezen"),
        ("misdragen", "misdraagt misdroeg misdragen"),
        ("eindigen", "eindigt eindigde geëindigd"),
        ("beëindigen", "beëindig beëindigt beëindigde beëindigd"),
        ("oordelen", "oordeel oordeelt oordeelde geoordeeld"),
        ("beoordelen", "beoordeel beoordeelt beoordeelden beoordeeld"),
        ("monitoren", "monitort monitorde gemonitord"),
        ("waarschuwen", "waarschuw waarschuwt waarschuwde gewaarschuwd"),
        ("mixen", "mixt mixte mixten gemixt"),
        ("maaien", "maai maait maaide maaiden gemaaid"),
        ("bemoeien", "bemoei bemoeit bemoeide bemoeid"),
        ("vrijen", "vrijt vrijde gevrijd"),
        ("uiten", "uitte uitten geuit"),
        ("uploaden", "upload uploadt uploadde geüpload"),
        ("appen", "app appt appte geappt"),
        ("updaten", "updatet updatete geüpdatet"),
        ("interviewen", "interviewt interviewde geïnterviewd"),
        ("ergeren", "ergert ergerde geërgerd"),
        ("verbeteren", "verbetert verbeterde verbeterd"),
        ("verlenen", "verleen verleent verleende verleend"),
        ("erkennen", "erken erkent erkende erkend"),
        ("herstellen", "herstelt herstelde hersteld"),
        ("overleggen", "overlegt overlegde overlegden overlegd"),
        ("overtuigen", "overtuigt overtuigde overtuigd"),
        ("onderzoeken", "onderzoekt onderzocht onderzochten onderzocht"),
        ("bespreken", "bespreek bespreekt besprak bespraken besproken"),
        ("voorspellen", "voorspelt voorspelde voorspeld"),
        ("mislukken", "mislukt mislukte mislukten mislukt"),
        ("aanvaarden", "aanvaard aanvaardt aanvaardde aanvaard"),
        ("gaan", "ga gaat ging gingen gegaan"),
        ("begaan", "begaat beging begaan"),
        ("slaan", "sla slaat sloeg sloegen geslagen"),
        ("zien", "zie ziet zag zagen gezien"),
        ("doen", "doe doet deed deden gedaan"),
        ("komen", "kom komt kwam kwamen gekomen"),
        ("rijden", "rijd rijdt rij reed reden gereden"),
        ("houden", "houd hou houdt hield hielden gehouden"),
        ("lezen", "lees leest las lazen gelezen"),
        ("geven", "geef geeft gaf gaven gegeven"),
        ("vergelijken", "vergelijkt vergeleek vergeleken"),
        ("lachen", "lacht lachte lachten gelachen"),
        ("laden", "laad laadt laadde geladen"),
        ("worden", "word wordt werd werden geworden"),
        ("zijn", "ben bent is was waren geweest"),
        ("hebben", "heb hebt heeft had hadden gehad"),
        ("zullen", "zal zult zou zouden"),
        ("mogen", "mag mocht mochten"),
        ("kunnen", "kan kunt kon konden gekund"),
        ("willen", "wil wilt wilde wilden gewild"),
    ],
)
def test_a_form_belongs_to_its_infinitive(infinitive: str, forms: str):
    withheld = {"gaven", "rij"}  # gifts and a row, far more often
    for form in set(forms.split()) - withheld:
        assert infinitive in infinitives(form), form
    assert infinitive in infinitives(infinitive, "plural")


@pytest.mark.parametrize(
    ("infinitive", "stem", "past", "participle"),
    [
        ("vestigen", "vestig", "vestigde", "gevestigd"),
        ("wapperen", "wappeer", "wappeerde", "gewappeerd"),
        ("stuwen", "stuw", "stuwde", "gestuwd"),
        ("faxen", "fax", "faxte", "gefaxt"),
        ("glijbanen", "glijbaan", "glijbaande", "geglijbaand"),
        ("ijken", "ijk", "ijkte", "geijkt"),
        ("eggen", "eg", "egde", "geëgd"),
        ("betwisten", "betwist", "betwistte", "betwist"),
        ("bemannen", "beman", "bemande", "bemand"),
        ("geeuwen", "geeuw", "geeuwde", "gegeeuwd"),
        ("beitelen", "beitel", "beitelde", "gebeiteld"),
        ("erven", "erf", "erfde", "geërfd"),
        ("herenigen", "herenig", "herenigde", "herenigd"),
        ("ontgroenen", "ontgroen", "ontgroende", "ontgroend"),
        ("creëren", "creëer", "creëerde", "gecreëerd"),
    ],
)
def test_the_rules_of_spelling_make_the_forms_of_a_weak_verb(
    infinitive: str, stem: str, past: str, participle: str
):
    assert regular(infinitive) == (stem, (past, past + "n"), participle)


@pytest.mark.parametrize(
    ("word", "infinitive", "tense"),
    [
        ("terugbelt", "terugbellen", "subordinate"),
        ("teruggebeld", "terugbellen", "participle"),
        ("terugbelde", "terugbellen", "past"),
        ("terugbellen", "terugbellen", "plural"),
        ("aangesproken", "aanspreken", "participle"),
        ("uitzoekt", "uitzoeken", "subordinate"),
        ("voorgelegd", "voorleggen", "participle"),
        ("klaargelegd", "klaarleggen", "participle"),
        ("dichtgemaakt", "dichtmaken", "participle"),
        ("doorverwezen", "doorverwijzen", "participle"),
        ("voorbereid", "voorbereiden", "participle"),
        ("stopgezet", "stopzetten", "participle"),
        ("samengevat", "samenvatten", "participle"),
        ("plaatsgevonden", "plaatsvinden", "participle"),
        ("achteraangegaan", "achteraangaan", "participle"),
        ("teruggekoppeld", "terugkoppelen", "participle"),
        ("veiliggesteld", "veiligstellen", "participle"),
        ("uitbesteed", "uitbesteden", "participle"),
        ("nagegaan", "nagaan", "participle"),
        ("opgeschaald", "opschalen", "participle"),
    ],
)
def test_a_particle_makes_a_verb_of_its_own(word: str, infinitive: str, tense: str):
    assert (infinitive, tense) in readings(word)


@pytest.mark.parametrize("pair", ["op bellen", "aan kaarten", "veilig stellen"])
def test_listed_pairs_are_separable(pair: str):
    particle, infinitive = pair.split()
    assert is_separable(particle, infinitive)


@pytest.mark.parametrize("pair", ["goed zijn", "vol hebben", "onder tekenen"])
def test_other_pairs_are_not(pair: str):
    particle, infinitive = pair.split()
    assert not is_separable(particle, infinitive)


@pytest.mark.parametrize(
    ("word", "wrong"),
    [
        ("week", "wijken"),
        ("weken", "wijken"),
        ("niet", "nieten"),
        ("vast", "vasten"),
        ("weer", "weren"),
        ("uit", "uiten"),
        ("maanden", "manen"),
        ("leden", "lijden"),
        ("helden", "hellen"),
        ("vier", "vieren"),
        ("verhaal", "verhalen"),
        ("keer", "keren"),
        ("zonden", "zenden"),
        ("bekend", "bekennen"),
        ("volgen", "gen"),
        ("openen", "enen"),
        ("stoppen", "pen"),
        ("bijten", "ten"),
        ("onderhandelt", "handelen"),
        ("gat", "gaan"),
        ("kant", "kunnen"),
        ("magt", "mogen"),
        ("bent", "bennen"),
    ],
)
def test_no_form_belongs_to_a_wrong_infinitive(word: str, wrong: str):
    assert wrong not in infinitives(word)


@pytest.mark.parametrize(
    "word",
    "gemeente gegevens gesprek gevangenis betrokkene verantwoordelijk bereid agenten "
    "wijkagenten kinderen kleinkinderen jongeren ouderen formulieren bestuurslid "
    "verantwoordelijkheid veiligheid bestuursleden vergunning belangen behandelplannen "
    "verslaggeving gezinsleden gelegenheid bezoekrecht directeuren tevreden".split(),
)
def test_a_noun_is_not_taken_for_a_verb(word: str):
    assert readings(word) == ()


@pytest.mark.parametrize(
    ("word", "tense"),
    [
        ("geëxcelleerd", "participle"),
        ("excelleert", "present"),
        ("excelleren", "plural"),
        ("ontgroend", "participle"),
        ("verprutst", "participle"),
        ("gebarricadeerd", "participle"),
        ("uitgezwaaid", "participle"),
    ],
)
def test_an_unlisted_verb_is_known_by_its_shape(word: str, tense: str):
    assert [form.tense for form in readings(word)] == [tense]


@pytest.mark.parametrize(
    "word", "plan start check werk vraag bezoek deel melding".split()
)
def test_some_forms_are_more_often_a_noun(word: str):
    assert is_often_noun(word)


@pytest.mark.parametrize("word", "belt gaat mailt bespreekt heeft levert".split())
def test_a_form_that_is_only_a_verb_is_no_noun(word: str):
    assert readings(word)
    assert not is_often_noun(word)


@pytest.mark.parametrize(
    "infinitive",
    "bellen mailen boeken repareren uitzoeken schrijven bespreken vragen "
    "terugbellen aanvragen ondertekenen wonen drinken besluiten vinden".split(),
)
def test_only_people_and_organisations_do_this(infinitive: str):
    assert needs_a_human(infinitive)


@pytest.mark.parametrize(
    "infinitive",
    "starten lopen volgen gaan komen draaien sluiten beginnen eindigen vallen liggen "
    "passen werken dienen leiden duren kosten staan tegenvallen toenemen".split(),
)
def test_things_do_this_too(infinitive: str):
    assert not needs_a_human(infinitive)


def test_the_classes_tell_deed_from_report_and_state():
    assert "D" in does("bellen")
    assert "R" in does("opmerken")
    assert "D" not in does("opmerken")
    assert does("tegenvallen") == "S"
    assert "D" not in does("wonen")
    assert {"D", "R"} <= set(does("melden"))
    assert does("opschalen") == "EH"


def test_an_unlisted_pair_does_what_the_verb_within_does():
    assert does("bekendzijn") == does("zijn")
    assert does("kwispelen") == "D"


def test_the_list_holds_the_verbs_of_minutes():
    single = set(lexicon().classes) - lexicon().separable
    assert len(single) > 1_200
    assert len(lexicon().separable) > 1_200


_STEM = r"[a-zëïöüê]+"
_VERB = rf"{_STEM}(?:\+{_STEM})?(?::{_STEM}(?::{_STEM}(?:,{_STEM})?:{_STEM})?)?"
_LINE = re.compile(
    rf"[DRJXESKAH]+ {_VERB}(?: \| (?:[DRJXESKAH]+ )?[a-z]+(?: [a-z]+)*)*"
)


def test_every_line_of_the_verbs_is_well_formed():
    wrong = [line for line in lines_of("verbs.txt") if not _LINE.fullmatch(line)]
    assert wrong == []


def test_no_class_is_named_twice():
    for infinitive, letters in lexicon().classes.items():
        assert len(set(letters)) == len(letters) > 0, infinitive


def test_every_particle_is_known_as_one():
    for line in lines_of("verbs.txt"):
        for group in line.split(" | ")[1:]:
            words = {word for word in group.split() if word.islower()}
            assert words <= PARTICLES, line


def test_no_verb_stands_twice():
    named: Counter[str] = Counter()
    for line in lines_of("verbs.txt"):
        verb, *groups = line.split(" ", 1)[1].split(" | ")
        infinitive = verb.split(":")[0].replace("+", "")
        named[infinitive] += 1
        named.update(
            word + infinitive
            for group in groups
            for word in group.split()
            if word.islower()
        )
    twice = {name for name, times in named.items() if times > 1}
    both_ways = {name for name in twice if is_separable_and_not(name)}
    assert twice - both_ways == set()


def is_separable_and_not(infinitive: str) -> bool:
    """voorkomen: "komt voor", and "voorkomt"."""
    return infinitive in lexicon().separable and any(
        form == (infinitive, "plural") for form in lexicon().forms.get(infinitive, ())
    )


def test_the_verbs_stand_in_alphabetical_order():
    names = [
        line.split(" ")[1].split(":")[0].replace("+", "")
        for line in lines_of("verbs.txt")
    ]
    assert names == sorted(names)


def test_the_lists_of_nouns_hold_no_word_twice():
    words = [
        w for line in lines_of("nouns.txt") if line[0] != "[" for w in line.split()
    ]
    assert [w for w, times in Counter(words).items() if times > 1] == []
    assert all(word.islower() for word in words)


def test_what_is_said_to_look_like_a_verb_does(monkeypatch: pytest.MonkeyPatch):
    """A word on the list that no rule would read as a verb need not be there."""
    no_verb = verbs._nouns()["no verb"]
    monkeypatch.setattr(verbs, "_nouns", lambda: {"no verb": frozenset()})
    readings.cache_clear()
    try:
        assert {word for word in no_verb if not readings(word)} == set()
    finally:
        readings.cache_clear()
