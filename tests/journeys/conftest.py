"""A real browser on a real server, with the demo content in it."""

import json
import os
import shutil
from unittest.mock import patch

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.commands import flush
from django.db import connection
from playwright.sync_api import expect

from tests.journeys.rows import bring_back_rows, count_on, keep_rows

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
PASSWORD = "a-long-enough-password"
GROUPS = {
    "writer": "Editors",
    "moderator": "Moderators",
    "policy": "Publishers: policy team",
    "civil": "Publishers: civil society",
}

# A busy machine may take longer than Playwright's five seconds to show what was asked for.
expect.set_options(timeout=20_000)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    # A journey leaves an empty database behind: whatever counts on the migrations' rows goes first.
    items.sort(key=lambda item: "journeys" in item.path.parts)
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker("journey")
            if not CHROMIUM and os.environ.get("CI") != "true":
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed here"))


@pytest.fixture(scope="session")
def browser_type_launch_args():
    assert CHROMIUM, "Chromium is missing, and CI must not pass without the journeys"
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    return {
        "executable_path": CHROMIUM,
        "args": ["--no-sandbox", "--disable-gpu", "--no-first-run", *quiet],
    }


@pytest.fixture(scope="session")
def migrated(django_db_setup):
    """All rows that migrations made, as a string. pytest-django has a copy of its own, which the
    connections that Django opens beside Playwright's event loop don't know."""
    rows = json.loads(django_db_setup)
    # Content types first: Wagtail's tasks ask for theirs at once, and would make it anew.
    rows.sort(key=lambda row: row["model"] != "contenttypes.contenttype")
    # After each test Django would fill the emptied tables with permissions, which `site` replaces.
    with patch.object(flush, "emit_post_migrate_signal"):
        yield json.dumps(rows)


@pytest.fixture(scope="session")
def browser_type(migrated, browser_type):
    # The loop runs in this thread, in which Django fears for its connections.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield browser_type
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def fill():
    """`fill(name, make)` fills the database by `make()`, from the second time on by copies of the
    rows that it made."""
    kept = set()

    def fill_database(name, make):
        if name in kept:
            bring_back_rows(name)
        else:
            make()
            keep_rows(name)
            kept.add(name)

    return fill_database


@pytest.fixture
def site(migrated, fill, transactional_db, live_server, settings):
    """The address of a running site, with its database as migrations leave it."""

    def migrate():
        call_command("flush", interactive=False, inhibit_post_migrate=True, verbosity=0)
        ContentType.objects.clear_cache()
        connection.creation.deserialize_db_from_string(migrated)
        count_on()

    fill("migrated", migrate)
    settings.ALLOWED_HOSTS = ["*"]
    settings.CSRF_TRUSTED_ORIGINS = [live_server.url]
    return live_server.url


@pytest.fixture
def demo(site, fill):
    """A running site with the demo content."""
    from home.demo.site import DemoSite

    fill("demo", DemoSite().load)
    return site


@pytest.fixture
def signed_in(site, page):
    """A browser in which an editor has signed in."""
    get_user_model().objects.create_superuser("editor", password=PASSWORD)
    page.goto(f"{site}/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{site}/admin/")
    return page


@pytest.fixture
def sign_in(site, browser):
    """Opens the admin in a browser of that person's own."""
    contexts = []

    def enter(name, **options):
        if not get_user_model().objects.filter(username=name).exists():
            user = get_user_model().objects.create_user(name, password=PASSWORD)
            user.groups.add(Group.objects.get(name=GROUPS[name]))
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.goto(f"{site}/admin/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{site}/admin/")
        return page

    yield enter
    for context in contexts:
        context.close()
