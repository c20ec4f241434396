"""The questions come back in the margin of a Word document."""

from io import BytesIO
from zipfile import ZipFile

from docx import Document as WordDocument

from expliciet import documents
from expliciet.checking import commented_docx
from tests.checking.reports import report

TEXT = "Opening.\nEr wordt gebeld met school."


def word_file():
    word = WordDocument()
    for line in TEXT.split("\n"):
        word.add_paragraph(line)
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def comments_in(data):
    return list(WordDocument(BytesIO(data)).comments)


def test_each_question_is_a_comment_with_why_and_code():
    document = documents.read("verslag.docx", word_file())
    made = commented_docx(document, report(document.text, ("EX101", "wordt gebeld")))
    (comment,) = comments_in(made)
    assert comment.author == "Expliciet"
    assert "Wie doet dit?" in comment.text
    assert "EX101" in comment.text


def test_the_original_and_its_words_stay_as_they_were():
    source = word_file()
    document = documents.read("verslag.docx", source)
    made = commented_docx(document, report(document.text, ("EX101", "wordt gebeld")))
    assert document.source == source
    assert documents.read("verslag.docx", made).text == document.text


def test_minutes_that_were_not_in_word_come_back_in_word():
    document = documents.read("verslag.txt", TEXT.encode())
    made = commented_docx(document, report(document.text, ("EX101", "wordt")), "en")
    assert "word/comments.xml" in ZipFile(BytesIO(made)).namelist()
    assert len(comments_in(made)) == 1
