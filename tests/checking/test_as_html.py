"""The findings as one page that stands on its own."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from expliciet.checking import as_html, examine, harmless
from tests.checking.reports import report

TEXT = "Opening.\n\nEr wordt z.s.m. gebeld met school."
VOID = {"meta", "link", "br"}


class Reader(HTMLParser):
    """Reads a page, and minds that what opens also closes."""

    def __init__(self, page):
        super().__init__()
        self.open = []
        self.tags = []
        self.ids = []
        self.links = []
        self.lines = []
        self.marked = []
        self.number = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        known = dict(attrs)
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known["href"]] if "href" in known else []
        if known.get("class") == "text":
            self.lines.append("")
        self.number = known.get("class") == "number"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.number = False

    def handle_data(self, data):
        if self.lines and "main" in self.open and "ol" not in self.open:
            if "p" in self.open and not self.number:
                self.lines[-1] += data
            if "mark" in self.open:
                self.marked.append(data)


def test_the_words_are_underlined_and_the_question_stands_beside_them():
    page = as_html(report(TEXT, ("EX101", "wordt z.s.m. gebeld")), "v.txt")
    assert Reader(page).marked == ["wordt z.s.m. gebeld"]
    assert "Wie doet dit?" in page


def test_spans_inside_spans_are_each_numbered():
    made = report(TEXT, ("EX101", "wordt z.s.m. gebeld"), ("EX103", "z.s.m."))
    page = Reader(as_html(made, "v.txt"))
    assert "".join(page.marked) == "wordt z.s.m. gebeld"
    assert {"t1", "t2", "v1", "v2"} <= set(page.ids)
    assert set(page.links) == {"#t1", "#t2", "#v1", "#v2"}


def test_a_page_fetches_nothing_and_runs_nothing():
    page = as_html(report(TEXT, ("EX101", "wordt")), "v.txt")
    assert not {"script", "link", "img", "iframe"} & set(Reader(page).tags)
    assert "default-src 'none'" in page
    assert "url(" not in page
    assert "@import" not in page


def test_what_a_document_says_stays_text():
    text = '<script>alert(1)</script> & "wordt" gedaan\x1b[31m\u202e'
    page = as_html(report(text, ("EX101", "wordt")), "<b>.txt")
    assert "<script" not in page
    assert "&lt;b&gt;.txt" in page
    assert not set(page) & set("\x1b\u202e")


def test_a_text_without_questions_says_so():
    assert "Geen vragen bij deze tekst." in as_html(report(TEXT), "v.txt")


def test_the_page_speaks_the_language_of_its_reader():
    made = report(TEXT, ("EX101", "wordt"))
    assert '<html lang="en">' in as_html(made, "v", "en")
    assert '<html lang="nl">' in as_html(made, "v")


@given(st.lists(st.sampled_from(["wordt", "z.s.m.", "\n", "<b>", "é", " ", "."])))
@settings(deadline=None)
def test_no_line_of_any_text_is_lost_on_the_page(words):
    text = " ".join(["Er wordt gebeld.", *words])
    page = Reader(as_html(examine(text), "v"))
    kept = [line.split() for line in page.lines if line.strip()]
    said = [harmless(line).split() for line in text.split("\n") if line.strip()]
    assert kept == said
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
