"""Makes small pdf files for the tests, object by object."""

import zlib

PAGE = b"BT /F1 12 Tf 72 720 Td (Mw. De Wit belt vrijdag.) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(content: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(content, 9)
    head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>"
    return head.encode() + b"\nstream\n" + packed + b"\nendstream"


def page_of(*lines: str, size: int = 12) -> bytes:
    """A page that prints these lines one below the other."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    return stream(f"BT /F1 {size} Tf 72 720 Td {shown}ET".encode("latin-1"))


def pdf(
    contents: list[bytes],
    *,
    forms: list[bytes] | None = None,
    resources: str = "",
    catalogue: str = "",
) -> bytes:
    """A file with a page per content; objects 1-4 are fixed, then forms, then pages."""
    forms = forms or []
    first = 5 + len(forms)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(contents)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>".encode(),
        FONT,
        f"<< /Font << /F1 3 0 R >> {resources} >>".encode(),
        *forms,
    ]
    for at, content in enumerate(contents):
        page = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources 4 0 R /Contents {first + 2 * at + 1} 0 R >>"
        )
        objects += [page.encode(), content]
    return assembled(objects)


def assembled(objects: list[bytes]) -> bytes:
    body = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        body
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
            f"startxref\n{len(body)}\n%%EOF\n"
        ).encode()
    )
