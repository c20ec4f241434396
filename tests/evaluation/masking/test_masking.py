"""Names and numbers become labels that say only the role; the rest stays as it was."""

import pytest

from expliciet.evaluation.masking.masking import NAME, Masker
from expliciet.evaluation.masking.patterns import is_bsn

WORKER = "politie-1 (medewerker)"
MASKER = Masker(
    {
        "Bo Visser": WORKER,
        "Floor van der Berg": "betrokkene",
        "Roos de Boer": "persoon-2",
        "Gerrit-Jan Mulder": "gemeente-1 (medewerker)",
        "Esmée Lagrand": "persoon-3",
        "Fatima El Idrissi": "persoon-4",
        "Sem Tersteeg": "persoon-5",
        "Rob Tersteeg": "persoon-6",
    },
    {
        "GGZ Vloedlijn": "ggz-1",
        "Jongerenwerk De Schuit": "jeugdwerk-1",
        "Gemeente Strandwolde": "gemeente-1",
        "Stichting Kwelder Wonen": "corporatie-1",
        "SKW": "corporatie-1",
    },
    {"Strandwolde": "plaats-1", "Wulp": "betrokkene", "D-7KQ": "nummer"},
)


def masked(text: str) -> str:
    return MASKER.mask(text).text


@pytest.mark.parametrize(
    "written",
    [
        "Bo Visser",
        "bo visser",
        "BO VISSER",
        "Bo",
        "Visser",
        "B. Visser",
        "B.J. Visser",
        "BJ Visser",
        "bo.visser",
        "bvisser",
        "Bo V.",
        "Visser-Jansen",
        "Visser-de Groot",
        "Vis-\nser",
    ],
)
def test_a_professional_is_called_by_role(written: str) -> None:
    """F63: in whatever way the name was written."""
    assert masked(f"Daarna belde {written} terug.") == (
        f"Daarna belde [{WORKER}] terug."
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Floor van der Berg", "[betrokkene]"),
        ("F. van der Berg", "[betrokkene]"),
        ("mevrouw Van der Berg", "mevrouw [betrokkene]"),
        ("v.d. Berg", "[betrokkene]"),
        ("vd Berg", "[betrokkene]"),
        ("v/d Berg", "[betrokkene]"),
        ("Floor v.d. Berg", "[betrokkene]"),
        ("Esmee", "[persoon-3]"),
        ("ESMÉE LAGRAND", "[persoon-3]"),
        ("esme\u0301e lagrand", "[persoon-3]"),
        ("el Idrissi", "[persoon-4]"),
        ("G.J. Mulder", "[gemeente-1 (medewerker)]"),
        ("Gerrit-Jan", "[gemeente-1 (medewerker)]"),
        ("Gerrit Jan Mulder", "[gemeente-1 (medewerker)]"),
    ],
)
def test_particles_accents_and_hyphens_make_no_difference(
    written: str, told: str
) -> None:
    assert masked(f"Daarna belde {written} terug.") == f"Daarna belde {told} terug."


def test_genitives_and_plurals_keep_their_ending() -> None:
    assert masked("Bo’s fiets en Bo's jas") == f"[{WORKER}]’s fiets en [{WORKER}]'s jas"
    assert masked("Lagrands jas; de Vissers; Vissers' huis") == (
        f"[persoon-3]s jas; de [{WORKER}]s; [{WORKER}]s' huis"
    )


def test_a_name_that_is_also_a_word_needs_its_capital() -> None:
    assert masked("De roos bloeit, de boer ploegt, en Roos belt De Boer.") == (
        "De roos bloeit, de boer ploegt, en [persoon-2] belt [persoon-2]."
    )


def test_a_name_is_never_found_within_another_word() -> None:
    text = "Het bos, de semester, de visserij en een boodschap over bergen."
    assert masked(text) == text


def test_a_name_that_two_bear_gets_both_labels_and_initials_tell_them_apart() -> None:
    assert masked("Tersteeg zweeg.") == "[persoon-5 of persoon-6] zweeg."
    assert masked("R. Tersteeg zweeg.") == "[persoon-6] zweeg."
    assert masked("K. Tersteeg zweeg.") == "[andere naam] zweeg."


def test_an_organisation_is_known_by_the_words_that_are_its_own() -> None:
    assert masked("GGZ Vloedlijn, de ggz vloedlijn en Vloedlijn") == (
        "[ggz-1], de [ggz-1] en [ggz-1]"
    )
    assert masked("De Schuit, Kwelder Wonen en SKW") == (
        "[jeugdwerk-1], [corporatie-1] en [corporatie-1]"
    )
    assert masked("gemeente Strandwolde, in Strandwolde") == (
        "[gemeente-1], in [plaats-1]"
    )


def test_what_every_region_has_stays_readable() -> None:
    text = "De GGZ, de politie, het OM en de gemeente kennen de Wet PGA."
    assert masked(text) == text


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("BSN 111222333", "BSN [bsn]"),
        ("06-12345678", "[telefoonnummer]"),
        ("+31 6 1234 5678", "[telefoonnummer]"),
        ("020 123 45 67", "[telefoonnummer]"),
        ("b.visser@politie.example", "[e-mailadres]"),
        ("https://voorbeeld.example/bo?x=1", "[webadres]"),
        ("www.voorbeeld.example", "[webadres]"),
        ("1234 AB 12", "[adres]"),
        ("1234AB", "[adres]"),
        ("Dorpsstraat 12a", "[adres]"),
        ("Jan van Galenstraat 3", "[adres]"),
        ("Laan van Meerwijk 10", "[adres]"),
        ("NL91 ABNA 0417 1643 00", "[rekeningnummer]"),
        ("12-ABC-3", "[kenteken]"),
        ("geboren op 3 mei 1990", "geboren op [geboortedatum]"),
        ("geb. 03-05-1990", "geb. [geboortedatum]"),
        ("zaaknummer 12345", "zaaknummer [nummer]"),
        ("PL0600-2026123456", "[nummer]"),
        ("16/123456-26", "[nummer]"),
        ("A-7KQ", "[nummer]"),
        ("D-7KQ", "[nummer]"),
        ("@bo_v", "[accountnaam]"),
        ("192.168.1.10", "[ip-adres]"),
        ("2001:db8:0:0:0:0:0:1", "[ip-adres]"),
    ],
)
def test_numbers_and_addresses_go_whatever_the_names(written: str, label: str) -> None:
    """F63: nothing that points at one person or one case."""
    assert Masker({}).mask(f"Genoteerd: {written}, en meer.").text == (
        f"Genoteerd: {label}, en meer."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Op 03-12-2026 om 10.00 uur kwamen 1500 mensen; van 12.30-14.00 uur.",
        "In 2026 OM en politie; tussen 2024-2026 waren er 12 meldingen.",
        "De schuld is € 150.000, later 20000 euro.",
        "Het T-shirt, de e-mail en het A-team stonden op 3 mei 2026 klaar.",
    ],
)
def test_dates_amounts_and_words_stay(text: str) -> None:
    assert Masker({}).mask(text).text == text


def test_a_citizen_service_number_passes_the_eleven_test() -> None:
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")


def test_masking_tells_where_each_label_stands_and_why() -> None:
    text, marks, _rounds = MASKER.mask("Bo belt de Wulp.")
    assert [text[mark.start : mark.end] for mark in marks] == [
        f"[{WORKER}]",
        "[betrokkene]",
    ]
    assert [mark.label for mark in marks] == [WORKER, "betrokkene"]
    assert marks[0].why is NAME


def test_masking_what_was_masked_changes_nothing() -> None:
    """Even where a name is a word of a label."""
    masker = Masker({"Huis Betrokkene": "betrokkene", "Kim Nummer": "persoon-2"})
    once = masker.mask("Huis belt Nummer, Betrokkene belt 06-12345678.")
    again = masker.mask(once.text)
    assert (again.text, again.marks, again.rounds) == (once.text, once.marks, ())
