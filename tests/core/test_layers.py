"""Imports point down: config → home → editors → {agreement, blog, process} → … → core."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEVELS = [
    ["core"],
    ["mailing"],
    ["stakeholders"],
    ["discussion"],
    ["proposals"],
    ["agreement", "blog", "process"],
    ["editors"],
    ["home"],
    ["config"],
]
LEVEL = {app: number for number, apps in enumerate(LEVELS) for app in apps}


def folder_of(app, root=ROOT):
    return next((place / app for place in (root, root / "site") if (place / app).is_dir()), None)


def imports(source):
    """The top-level packages that a module names, wherever in it the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.partition(".")[0]


def not_downward(app, root=ROOT):
    return {
        f"{path.relative_to(root)} imports {other}"
        for path in folder_of(app, root).rglob("*.py")
        for other in imports(path.read_text())
        if other in LEVEL and other != app and LEVEL[other] >= LEVEL[app]
    }


@pytest.mark.parametrize("app", LEVEL)
def test_deprecated_call_in_any_app_is_an_error(app):
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    *_, ours = settings["tool"]["pytest"]["ini_options"]["filterwarnings"]
    assert re.match(ours.removeprefix("error::DeprecationWarning:"), f"{app}.models")


@pytest.mark.parametrize("app", [app for app in LEVEL if folder_of(app)])
def test_imports_point_down(app):
    assert not_downward(app) == set()


@pytest.mark.parametrize(
    ("app", "source"),
    [
        ("core", "from home.models import HomePage"),
        ("core", "import mailing"),
        ("blog", "def later():\n    from process.models import ProcessPage"),
        ("proposals", "def later():\n    import blog.models"),
        ("home", "if True:\n    from config import urls"),
    ],
)
def test_an_upward_or_sideways_import_is_found_wherever_it_hides(tmp_path, app, source):
    (tmp_path / app).mkdir()
    (tmp_path / app / "models.py").write_text(source)
    assert len(not_downward(app, tmp_path)) == 1


def test_every_app_of_ours_has_a_level():
    here = {path.parent.name for path in [*ROOT.glob("*/apps.py"), *ROOT.glob("site/*/apps.py")]}
    assert here <= LEVEL.keys()
    assert here


def test_no_package_hides_the_module_site_or_an_app():
    assert not (ROOT / "site" / "__init__.py").exists()
    assert not list((ROOT / "tests").rglob("__init__.py"))
