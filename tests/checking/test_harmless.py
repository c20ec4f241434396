"""What a document says can be read, and do nothing."""

from hypothesis import given
from hypothesis import strategies as st

from expliciet.checking import harmless


def test_escape_signs_become_pictures_of_themselves():
    assert harmless("rood\x1b[31m") == "rood␛[31m"


def test_signs_that_turn_letters_around_are_taken_out_of_action():
    assert harmless("a\u202eb\u2066c") == "a\ufffdb\ufffdc"


def test_signs_that_may_stay_do_stay():
    assert harmless("a\tb\n", keep="\t\n") == "a\tb\n"


@given(st.text())
def test_no_text_grows_shrinks_or_keeps_a_control_sign(text):
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not any(sign < " " or "\x7f" <= sign <= "\x9f" for sign in shown)
