"""What nobody types on purpose: a clear sentence, nothing half done, nothing lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from expliciet.accounts.models import User, WorkingAgreement, WorkingAnswer
from tests.partners import Partners, browser

pytestmark = pytest.mark.django_db

NAMES = [
    "Şükrü Öztürk-van ’t Hoff",
    "نورة بنت عبد الله",
    "李小龍",
    "\u202eelppA\u202c",
    "<script>alert(1)</script>",
    "O" * 120,
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_name_in_any_script_stands_on_the_page_as_it_is(
    partners: Partners, name: str
) -> None:
    client = browser(partners.administrator)
    said = {
        "name": name,
        "email": "iemand.anders@voorbeeld.example",
        "language": "nl",
        "organisation": str(partners.organisation("police").id),
        "role": "partner",
        "since": timezone.localdate().isoformat(),
    }
    adding = reverse("house:add-person", args=[partners.house.id])
    assert client.post(adding, said).status_code == 200
    assert User.objects.get(email=said["email"]).name == name.strip()
    page = reverse("house:people", args=[partners.house.id])
    html = client.get(page).content.decode()
    assert "<script>alert" not in html
    assert f"<bdi>{name[:3]}" in html or "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Vul dit in."),
        ("   ", "Vul dit in."),
        ("met een \0 erin", "Null-tekens zijn niet toegestaan."),
        ("x" * 1_000_000, "4000 tekens"),
    ],
    ids=["empty", "blank", "NUL", "1 MB"],
)
def test_a_text_that_cannot_be_kept_is_said_so_and_stays(
    partners: Partners, text: str, sentence: str
) -> None:
    said = {
        "subject": "brings",
        "text": text,
        "review_on": timezone.localdate() + timedelta(days=30),
    }
    response = browser(partners.of("police")).post(
        reverse("house:propose", args=[partners.house.id]), said
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert sentence in html
    assert not WorkingAgreement.objects.exists()
    assert text.strip().replace("\0", "")[:50] in html.replace("\0", "")


@pytest.mark.parametrize(
    "said",
    [
        {"says": "misschien", "words": "x"},
        {"says": "yes", "organisation": "geen nummer"},
        {"says": "no", "words": "y" * 3_000},
    ],
    ids=["unknown", "no organisation", "too long"],
)
def test_an_answer_that_is_none_changes_nothing(
    partners: Partners, said: dict[str, str]
) -> None:
    agreement = partners.agreement()
    response = browser(partners.of("police")).post(
        reverse("house:answer", args=[agreement.id]), said
    )
    assert response.status_code == (403 if "organisation" in said else 422)
    assert not WorkingAnswer.objects.exists()
