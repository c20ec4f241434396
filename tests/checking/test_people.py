"""Who sits at the table, from a file that anybody can write."""

import pytest

from expliciet.checking import Refused, read_people
from expliciet.rules import Party

BO = Party(name="Bo Visser", function="wijkagent", organisation="politie")


@pytest.mark.parametrize(
    "text",
    [
        "Bo Visser; wijkagent; politie",
        "# naam; functie; organisatie\n\nBo Visser;wijkagent;politie\n",
        "naam,functie,organisatie\nBo Visser,wijkagent,politie",
        "organisatie\tnaam\tfunctie\npolitie\tBo Visser\twijkagent\n",
        '\ufeffname,function,organisation\n"Bo Visser",wijkagent,politie\r\n',
    ],
)
def test_a_person_is_read_from_plain_lines_and_from_columns(text):
    assert read_people(text, "wie.txt") == (BO,)


def test_a_person_is_read_from_tables():
    text = (
        '[[people]]\nnaam = "Bo Visser"\nfunctie = "wijkagent"\norganisatie = "politie"'
    )
    assert read_people(text, "wie.toml") == (BO,)


def test_a_column_may_be_left_empty():
    assert read_people("; wijkagent; politie") == (
        Party(function="wijkagent", organisation="politie"),
    )
    assert read_people("Bo Visser") == (Party(name="Bo Visser"),)


def test_a_line_with_too_many_columns_is_refused_with_its_number():
    with pytest.raises(Refused, match="regel 2"):
        read_people("Bo; wijkagent; politie\na; b; c; d", "wie.txt")


def test_a_line_that_names_nobody_is_refused():
    with pytest.raises(Refused, match="niemand"):
        read_people("; ; ", "wie.txt")


@pytest.mark.parametrize("text", ["people = 3", "[[people]", "people = [1]"])
def test_tables_of_another_shape_are_refused(text):
    with pytest.raises(Refused):
        read_people(text, "wie.toml")
