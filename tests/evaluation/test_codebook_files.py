"""A codebook goes to other programs and comes back as it was (F63, F83, V1)."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from expliciet.evaluation.codebook_files import FiledCode, read, write
from expliciet.evaluation.not_taken import NotTaken

GUID = "1ff58b12-6f6f-4b0c-8be5-bbdc91f55294"
FROM_ELSEWHERE = f"""<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="urn:QDA-XML:codebook:1.0 Codebook.xsd" origin="Een programma"
  xmlns="urn:QDA-XML:codebook:1.0">
  <Codes>
    <Code guid="{{{GUID.upper()}}}" name="regie" color="#46AA00" isCodable="false">
      <Description>wie de regie heeft</Description>
      <NoteRef targetGUID="{uuid4()}"/>
      <Code guid="{uuid4()}" name="niemand" color="groen" isCodable="true"/>
    </Code>
  </Codes>
  <Sets><Set name="groep" guid="{uuid4()}"><MemberCode guid="{GUID}"/></Set></Sets>
</CodeBook>"""


def test_a_codebook_of_another_program_is_read() -> None:
    (code,) = read(FROM_ELSEWHERE.encode())
    assert code.guid == UUID(GUID)
    assert (code.name, code.description) == ("regie", "wie de regie heeft")
    assert (code.colour, code.codable) == ("#46AA00", False)
    (below,) = code.children
    assert (below.name, below.colour, below.codable) == ("niemand", "", True)


def test_an_example_stands_in_the_description_for_other_programs() -> None:
    code = FiledCode(UUID(GUID), "regie", "wie leidt", "“Ik bel haar.”", "een wens")
    written = write([code]).decode()
    assert "wie leidt\n\nVoorbeeld: “Ik bel haar.”\n\nWanneer niet: een wens" in written
    assert 'xmlns="urn:QDA-XML:codebook:1.0"' in written
    assert read(written.encode()) == (code,)


letters = some.characters(exclude_categories=["Cc", "Cs", "Cn"])
words = some.text(letters, max_size=30)
names = some.text(letters, min_size=1, max_size=30).map(str.strip).filter(bool)


@some.composite
def codes(draw: some.DrawFn, depth: int = 3) -> FiledCode:
    below = some.lists(codes(depth - 1), max_size=2) if depth else some.just([])
    return FiledCode(
        guid=draw(some.uuids()),
        name=draw(names),
        description=draw(words),
        example=draw(words),
        counter_example=draw(words),
        colour=draw(some.sampled_from(["", "#fff", "#1F7377"])),
        codable=draw(some.booleans()),
        children=tuple(draw(below)),
    )


def guids(found: list[FiledCode]) -> list[UUID]:
    return [guid for code in found for guid in (code.guid, *guids(list(code.children)))]


@given(
    some.lists(codes(), min_size=1, max_size=3).filter(
        lambda found: len(set(guids(found))) == len(guids(found))
    )
)
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back(found: list[FiledCode]) -> None:
    written = write(found)
    assert read(written) == tuple(found)
    assert write(read(written)) == written


@given(some.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_signs_make_a_file_that_can_be_read(told: str) -> None:
    (back,) = read(write([FiledCode(UUID(GUID), f"x{told}", told)]))
    assert back.guid == UUID(GUID)


ONE = f'<Code guid="{GUID}" name="a"/>'


def book(codes: str) -> str:
    return (
        f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{codes}</Codes></CodeBook>'
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "beschadigd"),
        ("geen xml", "beschadigd"),
        ("<CodeBook/>", "geen codeboek van REFI-QDA"),
        ('<Project xmlns="urn:QDA-XML:project:1.0"/>', "geen codeboek van REFI-QDA"),
        (book(""), "geen code"),
        (book(f'<Code guid="{GUID}" name=" "/>'), "regel 1 heeft geen naam"),
        (book('<Code name="regie"/>'), "“regie” heeft geen geldig kenmerk"),
        (book('<Code guid="1" name="regie"/>'), "“regie” heeft geen geldig kenmerk"),
        (book(ONE + ONE), "hetzelfde kenmerk"),
        (book(ONE * 20_001), "te ingewikkeld"),
        (book(f'<Code guid="{GUID}" name="a">' * 40 + "</Code>" * 40), "ingewikkeld"),
        (book(ONE) + " " * 2 * 1024 * 1024, "onredelijk groot"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + book(ONE), "definities"),
        (
            '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>' + book("&b;"),
            "definities",
        ),
    ],
)
def test_anything_else_is_refused_with_what_is_wrong(text: str, why: str) -> None:
    """V1"""
    with pytest.raises(NotTaken) as refused:
        read(text.encode())
    assert why in refused.value.why.nl
    assert "Er is niets bewaard" in refused.value.why.nl
    assert "Nothing was kept" in refused.value.why.en
