"""The one mail there is says nothing (T8, V12)."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.mail import EmailMessage

from expliciet.post.actions.delivering import deliver
from expliciet.post.letter import NotAllowed, letter
from expliciet.post.mail_folder import EmailBackend
from expliciet.post.models import Delivery, Notice
from tests.factories import HouseFactory, UserFactory
from tests.post.outbox import NOW, Office, states, waiting

pytestmark = pytest.mark.django_db


def heading(message: EmailMessage) -> dict[str, str]:
    """Everything above the words, but for what differs from mail to mail."""
    mime = message.message()
    ours = {"Message-ID", "Date", "To"}
    return {name: str(said) for name, said in mime.items() if name not in ours}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_words_are_the_same_to_the_byte_whatever_it_is_about(language: str) -> None:
    """T8: kind, number, house, dossier and name leave no trace in a mail."""
    for kind in Notice.Kind:
        user = UserFactory(language=language, name=f"Verzonnen {kind.value}")
        for _ in range(1 + len(kind.value) % 3):
            waiting(user, kind=kind, house=HouseFactory().id)
    deliver(NOW)
    assert len(Office.sent) == len(Notice.Kind)
    assert len({message.message().get_payload() for message in Office.sent}) == 1
    assert len({tuple(heading(message).items()) for message in Office.sent}) == 1


def test_nothing_of_what_it_is_about_stands_in_a_mail(settings: Any) -> None:
    """V12: canaries in the name, the house and the dossier."""
    settings.EXPLICIET_SITE = "https://overleg.voorbeeld.example/"
    house, dossier = HouseFactory(name="Veiligheidshuis Kanarie"), uuid4()
    user = UserFactory(name="Kanarie Verzonnen")
    delivery = waiting(
        user, kind=Notice.Kind.WITHDRAWN, house=house.id, dossier=dossier
    )
    deliver(NOW)
    raw = Office.sent[0].message().as_bytes().decode()
    secrets = ["Kanarie", "withdrawn", str(dossier), str(house.id), str(user.id)]
    secrets += [str(delivery.pk), str(delivery.notice_id), str(delivery.notice.about)]
    assert [secret for secret in secrets if secret in raw] == []
    assert raw.count("https://overleg.voorbeeld.example/") == 1
    assert raw.count("://") == 1


def test_it_speaks_the_language_of_the_receiver() -> None:
    dutch, english = UserFactory(language="nl"), UserFactory(language="en")
    assert letter(dutch).subject == "Er staat iets voor u klaar in Expliciet"
    assert "met opzet" in str(letter(dutch).body)
    assert letter(english).subject == "There is something for you in Expliciet"
    assert "on purpose" in str(letter(english).body)


def test_it_knows_no_machine_but_the_site(settings: Any) -> None:
    settings.EXPLICIET_SITE = "https://overleg.voorbeeld.example/"
    message_id = letter(UserFactory()).message()["Message-ID"]
    assert message_id.endswith("@overleg.voorbeeld.example>")


def test_mail_goes_to_allowed_domains_alone(settings: Any) -> None:
    """C20: an address outside waits, and may be put right."""
    settings.EXPLICIET_MAIL_DOMAINS = ["gemeente.example"]
    inside = UserFactory(email="a@gemeente.example")
    outside = UserFactory(email="a@elders.example")
    hidden = UserFactory(email="a@gemeente.example.elders.example")
    for user in (inside, outside, hidden):
        waiting(user)
    assert deliver(NOW) == 1
    assert [message.to for message in Office.sent] == [[inside.email]]
    assert states() == [Delivery.State.SENT] + [Delivery.State.WAITING] * 2
    with pytest.raises(NotAllowed):
        letter(hidden)


def test_a_trial_puts_mail_into_a_folder(settings: Any, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND = f"{EmailBackend.__module__}.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    people = [UserFactory(), UserFactory()]
    for person in people:
        waiting(person)
    assert deliver(NOW) == 2
    files = list((tmp_path / "mail").iterdir())
    assert {file.suffix for file in files} == {".eml"}
    assert {oct(file.stat().st_mode)[-3:] for file in files} == {"600"}
    kept = b"".join(file.read_bytes() for file in files)
    assert all(person.email.encode() in kept for person in people)
