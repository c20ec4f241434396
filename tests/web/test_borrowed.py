"""What we borrow is what was published, and may be shipped."""

import hashlib
import json
from pathlib import Path

import expliciet.web

STATIC = Path(expliciet.web.__file__).parent / "static"
VENDOR = STATIC / "vendor"
MANIFEST = json.loads((VENDOR / "MANIFEST.json").read_text(encoding="utf-8"))


def test_every_copy_has_the_checksum_that_was_noted() -> None:
    for entry in MANIFEST:
        content = (VENDOR / entry["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"], entry["file"]


def test_every_copy_is_noted() -> None:
    copies = {
        path.relative_to(VENDOR).as_posix()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.suffix != ".license" and path.name != "MANIFEST.json"
    }
    assert copies == {entry["file"] for entry in MANIFEST}


def test_every_copy_has_its_licence_beside_it() -> None:
    for entry in MANIFEST:
        beside = (VENDOR / f"{entry['file']}.license").read_text(encoding="utf-8")
        assert f"SPDX-License-Identifier: {entry['licence']}" in beside
        assert entry["licence"] in ("EUPL-1.2", "0BSD")


def test_no_colours_that_belong_to_somebody_are_shipped() -> None:
    names = {entry["name"] for entry in MANIFEST}
    assert "@utrecht/design-tokens" not in names
    assert not any("rijkshuisstijl" in name for name in names)


def test_every_copy_is_used() -> None:
    templates = STATIC.parent / "templates"
    words = "".join(p.read_text(encoding="utf-8") for p in templates.rglob("*.html"))
    for entry in MANIFEST:
        assert f"vendor/{entry['file']}" in words, entry["file"]
