"""Who is meant, at a fictional table."""

import pytest

from expliciet.rules.actors import ActorAsk, Party, find_actors, resolve

BO = Party("Bo Vermeer", "wijkagent", "Politie Voorbeeldstad")
KIM = Party("Kim de Vries", "officier van justitie", "Openbaar Ministerie")
MO = Party("Mo El Amrani", "jongerenwerker", "Welzijn Oost")
IDA = Party("Ida van der Meer", "beleidsadviseur", "Gemeente Voorbeeldstad")
JO = Party("Jo d'Hont", "leerplichtambtenaar", "Gemeente Voorbeeldstad")
LIV = Party("Liv", "procesregisseur", "Zorg- en Veiligheidshuis Voorbeeld")
NOOR = Party("Noor", "raadsonderzoeker", "Raad voor de Kinderbescherming")
WIL = Party("Wil", "behandelaar", "Plein GGZ")
TEUN = Party("Teun", "", "Reclassering Nederland")
ZOE = Party("Zoë Çelik", "gezinscoach", "Sociaal Wijkteam Noord")
TABLE = (BO, KIM, MO, IDA, JO, LIV, NOOR, WIL, TEUN, ZOE)


def person(actor):
    return Party(actor.name, actor.function, actor.organisation)


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Bo", BO),
        ("bo", BO),
        ("BO", BO),
        ("Bo Vermeer", BO),
        ("Vermeer", BO),
        ("Bo V.", BO),
        ("politie", BO),
        ("de politie", BO),
        ("Politie (Bo)", BO),
        ("Bo (politie)", BO),
        ("Bo van de politie", BO),
        ("Bo van politie", BO),
        ("wijkagent Bo", BO),
        ("de wijkagent", BO),
        ("politie/Bo", BO),
        ("Politie – Bo", BO),
        ("OM", KIM),
        ("het OM", KIM),
        ("om", KIM),
        ("OM's", KIM),
        ("officier", KIM),
        ("officier van justitie Kim", KIM),
        ("mevrouw De Vries", KIM),
        ("mw. de Vries", KIM),
        ("de jongerenwerker", MO),
        ("El Amrani", MO),
        ("dhr. El Amrani", MO),
        ("Welzijn", MO),
        ("Van der Meer", IDA),
        ("d'Hont", JO),
        ("leerplicht", JO),
        ("leerplichtambtenaar", JO),
        ("Veiligheidshuis", LIV),
        ("ZVH", LIV),
        ("Zorg- en Veiligheidshuis", LIV),
        ("RvdK", NOOR),
        ("de Raad", NOOR),
        ("GGZ", WIL),
        ("ggz", WIL),
        ("reclassering", TEUN),
        ("reclasseringswerker", TEUN),
        ("Zoe", ZOE),
        ("Zoë Celik", ZOE),
        ("wijkteam", ZOE),
        ("gezinscoach Zoe\u0308", ZOE),
    ],
)
def test_a_way_to_call_somebody_finds_that_person(words, party):
    actor = resolve(words, TABLE)
    assert person(actor) == party
    assert (actor.at_table, actor.asks) == (True, None)
    assert actor.words == words[actor.start : actor.end]


@pytest.mark.parametrize("words", ["gemeente", "de gemeente", "gemeentes"])
def test_of_several_people_the_organisation_is_kept_and_the_person_asked(words):
    actor = resolve(words, TABLE)
    assert person(actor) == Party("", "", "Gemeente Voorbeeldstad")
    assert (actor.at_table, actor.asks) == (True, ActorAsk.SEVERAL_PEOPLE)


def test_two_people_with_one_name_are_asked_about():
    table = (Party("Sam", "", "School A"), Party("Sam", "", "School B"))
    actor = resolve("Sam", table)
    assert (actor.name, actor.organisation) == ("Sam", "")
    assert actor.asks is ActorAsk.SEVERAL_PEOPLE
    assert person(resolve("Sam van School B", table)) == table[1]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("huisarts", Party("", "huisarts", "")),
        ("Veilig Thuis", Party("", "", "Veilig Thuis")),
        ("Sam van de politie", Party("Sam", "", "Politie Voorbeeldstad")),
        ("Politie (Sam)", Party("Sam", "", "Politie")),
        ("wijkagent Sam", Party("Sam", "wijkagent", "Politie Voorbeeldstad")),
        ("mevrouw Jansen", Party("Jansen", "", "")),
        ("dhr. Ten Brink", Party("Ten Brink", "", "")),
        ("mijn collega", Party("mijn collega", "", "")),
        ("Bo Jansen", Party("Bo Jansen", "", "")),
    ],
)
def test_who_is_not_at_the_table_is_kept_as_written(words, party):
    actor = resolve(words, TABLE)
    assert person(actor) == party
    assert (actor.at_table, actor.asks) == (False, None)


@pytest.mark.parametrize(
    "words", ["wij", "We", "iedereen", "partners", "alle partners", "de tafel", "allen"]
)
def test_everybody_is_no_owner(words):
    actor = resolve(words, TABLE)
    assert person(actor) == Party()
    assert actor.asks is ActorAsk.GROUP


def test_we_as_an_organisation_is_that_organisation():
    assert person(resolve("wij als politie", TABLE)) == BO


def test_i_is_whoever_types():
    assert person(resolve("ik", TABLE, me=LIV)) == LIV
    assert person(resolve("ik", (BO,), me=LIV)) == LIV
    assert resolve("ik", TABLE).asks is ActorAsk.WHO_TYPES


def test_an_empty_field_is_asked_about():
    assert resolve("  ", TABLE).asks is ActorAsk.NOBODY


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("politie en gemeente", ["Gemeente Voorbeeldstad"]),
        ("politie & OM", ["Openbaar Ministerie"]),
        ("Politie, OM en GGZ", ["Openbaar Ministerie", "Plein GGZ"]),
        ("Bo samen met Kim", ["Openbaar Ministerie"]),
        ("Bo/Kim", ["Openbaar Ministerie"]),
    ],
)
def test_of_two_owners_the_first_is_proposed_as_puller(words, others):
    actor = resolve(words, TABLE)
    assert person(actor) == BO
    assert actor.asks is ActorAsk.SEVERAL_OWNERS
    assert [other.organisation for other in actor.others] == others


@pytest.mark.parametrize("words", ["Kim van de politie", "Bo (OM)", "GGZ (Kim)"])
def test_a_name_and_an_organisation_that_disagree_are_asked_about(words):
    actor = resolve(words, TABLE)
    assert actor.asks is ActorAsk.CONTRADICTION
    assert actor.name in {"Kim", "Bo"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Bo belt school", ["Bo", "school"]),
        ("De wijkagent belt het OM om tien uur", ["De wijkagent", "het OM"]),
        ("Om tien uur belt het OM", ["het OM"]),
        ("Wil wil dat wel", ["Wil"]),
        ("de politie-inzet en de ex-wijkagent", []),
        ("Hij zoekt zorg, welzijn en een sociaal netwerk", []),
        ("Bo belt politie, gemeente mailt OM", ["Bo", "politie", "gemeente", "OM"]),
        ("Politie (Bo) belt moeder", ["Politie (Bo)"]),
        ("politie en gemeente bellen", ["politie en gemeente"]),
        ("GGZ's advies", ["GGZ's"]),
        ("Bos en bomen", []),
        ("We vragen het mevrouw Jansen", ["We", "mevrouw Jansen"]),
        ("bel Van der Meer; mail d'Hont", ["Van der Meer", "d'Hont"]),
        ("Bo, wijkagent, belt", ["Bo, wijkagent"]),
    ],
)
def test_everybody_in_a_line_is_found_where_it_stands(line, found):
    assert [actor.words for actor in find_actors(line, TABLE)] == found


@pytest.mark.parametrize("ask", ActorAsk)
def test_every_question_has_two_languages(ask):
    assert ask.question.nl.endswith("?")
    assert ask.question.en.endswith("?")
    assert ask.question.nl != ask.question.en
