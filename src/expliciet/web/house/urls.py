"""The addresses of a house; importing the routes classifies them."""

from django.urls import URLPattern, path

from . import (
    administration,
    answering,
    appointing,
    changing_details,
    factor_lists,
    house_rules,
    how_we_work,
    kept_dossiers,
    letting_in,
    levels,
    loaded_words,
    meaning,
    organisations,
    own_lines,
    people,
    proposing,
    routes,  # noqa: F401
    templates,
    trail,
    upkeep,
)

app_name = "house"

urlpatterns: list[URLPattern] = [
    # how we work
    path("zo-werken-wij/", how_we_work.how_we_work, name="how-we-work"),
    path("zo-werken-wij/<uuid:house>/", how_we_work.how_we_work, name="how-we-work-in"),
    path("zo-werken-wij/<uuid:house>/voorstel/", proposing.propose, name="propose"),
    path("werkafspraken/<uuid:pk>/antwoord/", answering.answer, name="answer"),
    path("werkafspraken/<uuid:pk>/andere-tekst/", proposing.replace, name="replace"),
    # words that weigh
    path("begrippen/", loaded_words.loaded_words, name="loaded-words"),
    path("begrippen/<uuid:house>/", loaded_words.loaded_words, name="loaded-words-in"),
    path("begrippen/<uuid:house>/nieuw/", meaning.add, name="add-word"),
    path("begrippen/woord/<uuid:pk>/", meaning.mean, name="mean"),
    path(
        "begrippen/woord/<uuid:pk>/huis/",
        meaning.mean,
        {"whose": "huis"},
        name="mean-for-house",
    ),
    # administration
    path("beheer/", administration.administration, name="administration"),
    path(
        "beheer/<uuid:house>/",
        administration.administration,
        name="administration-of",
    ),
    path("beheer/<uuid:house>/naam/", administration.change, name="change"),
    path(
        "beheer/<uuid:house>/organisaties/",
        organisations.organisations,
        name="organisations",
    ),
    path(
        "beheer/<uuid:house>/organisaties/nieuw/",
        organisations.add,
        name="add-organisation",
    ),
    path(
        "beheer/organisaties/<uuid:pk>/",
        organisations.change,
        name="change-organisation",
    ),
    path("beheer/<uuid:house>/mensen/", people.people, name="people"),
    path("beheer/<uuid:house>/mensen/nieuw/", letting_in.add, name="add-person"),
    path("beheer/<uuid:house>/mensen/<uuid:pk>/", appointing.person, name="person"),
    path(
        "beheer/<uuid:house>/mensen/<uuid:pk>/gegevens/",
        changing_details.change,
        name="change-person",
    ),
    path(
        "beheer/<uuid:house>/mensen/<uuid:pk>/aanstellen/",
        appointing.add,
        name="appoint",
    ),
    path(
        "beheer/<uuid:house>/mensen/<uuid:pk>/sluiten/",
        appointing.close,
        name="close-account",
    ),
    path(
        "beheer/<uuid:house>/mensen/<uuid:pk>/openen/",
        appointing.reopen,
        name="reopen-account",
    ),
    path(
        "beheer/aanstellingen/<uuid:pk>/laatste-dag/",
        appointing.end,
        name="end-appointment",
    ),
    path(
        "beheer/<uuid:house>/huisregels/", house_rules.house_rules, name="house-rules"
    ),
    path(
        "beheer/<uuid:house>/huisregels/<slug:name>/",
        house_rules.set_rule,
        name="house-rule",
    ),
    path("beheer/<uuid:house>/sjabloon/", templates.template, name="template"),
    path("beheer/<uuid:house>/sjabloon/onze/", templates.own, name="own-template"),
    path("beheer/<uuid:house>/sjabloon/einde/", templates.end, name="end-template"),
    path(
        "beheer/<uuid:house>/factorlijsten/",
        factor_lists.factor_lists,
        name="factor-lists",
    ),
    path(
        "beheer/<uuid:house>/factorlijsten/laden/",
        factor_lists.load,
        name="load-factor-list",
    ),
    path(
        "beheer/<uuid:house>/factorlijsten/<uuid:pk>/",
        factor_lists.factor_list,
        name="factor-list",
    ),
    path("beheer/<uuid:house>/niveaus/", levels.levels, name="levels"),
    path("beheer/<uuid:house>/niveaus/nieuw/", levels.add, name="add-level"),
    path("beheer/<uuid:house>/niveau/<slug:code>/", levels.renew, name="level"),
    path("beheer/<uuid:house>/werking/", upkeep.upkeep, name="upkeep"),
    path(
        "beheer/<uuid:house>/dossiers/",
        kept_dossiers.kept_dossiers,
        name="kept-dossiers",
    ),
    # the trail
    path("beheer/<uuid:house>/logboek/", trail.trail, name="trail"),
    path(
        "beheer/<uuid:house>/logboek/doel/", trail.state_purpose, name="trail-purpose"
    ),
    path("logboek/", trail.first, name="trails"),
    path("mijn-account/logboek/", own_lines.own_lines, name="own-lines"),
]
