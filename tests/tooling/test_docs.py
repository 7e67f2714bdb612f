"""The documents can be followed: what they link to is there."""

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_relative_links_lead_to_files(document):
    links = LINK.findall(document.read_text())
    paths = [link.partition("#")[0] for link in links if not link.startswith(("https://", "#"))]
    assert [path for path in paths if not (document.parent / path).is_file()] == []


def test_there_are_documents_with_links():
    assert sum(len(LINK.findall(document.read_text())) for document in DOCUMENTS) > 40


@pytest.mark.parametrize("name", ["readme", "guide"])
def test_the_script_takes_each_picture_that_the_documents_hold(monkeypatch, name):
    monkeypatch.syspath_prepend(ROOT / "scripts")
    pictures = importlib.import_module(f"pictures.{name}")
    assert set(pictures.PICTURES) == {file.stem for file in pictures.FOLDER.glob("*.png")}
