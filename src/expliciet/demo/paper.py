"""Small files for the tables of the fictional house, made in memory."""

import textwrap

WIDTH = 86
LINES_ON_A_PAGE = 48
FONT = (
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
)
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
    b"/Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>"
)


def file_of(name: str, words: str) -> bytes:
    """A file of the kind that its name says."""
    lines = [
        line
        for paragraph in words.split("\n\n")
        for line in ([*textwrap.wrap(paragraph, WIDTH), ""])
    ]
    return pdf(lines) if name.endswith(".pdf") else "\n".join(lines).encode()


def pdf(lines: list[str]) -> bytes:
    """One page with these lines."""
    shown = b"".join(
        b"(" + escaped(line) + b") Tj 0 -15 Td " for line in lines[:LINES_ON_A_PAGE]
    )
    content = b"BT /F1 11 Tf 64 778 Td " + shown + b"ET"
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>",
            b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
            FONT,
            PAGE,
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        ]
    )


def escaped(line: str) -> bytes:
    told = line.encode("cp1252", "replace")
    for sign in (b"\\", b"(", b")"):
        told = told.replace(sign, b"\\" + sign)
    return told


def assembled(objects: list[bytes]) -> bytes:
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
        + b"startxref\n%d\n%%%%EOF\n" % len(body)
    )
