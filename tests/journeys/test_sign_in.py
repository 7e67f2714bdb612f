"""How staff get in: with an app, a recovery code or a passkey, in a real browser under the strict
policy."""

import re

import pytest
from allauth.mfa.totp.internal import auth
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from tests.journeys.looking import looking_at

from .conftest import PASSWORD

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
OPEN = [
    "sign-in/",
    "password/reset/",
    "password/reset/sent/",
    "password/new/",
    "password/new/key:1-a-b/",
]
BEHIND = [
    "security/",
    "security/app/remove/",
    "security/codes/",
    "security/codes/new/",
    "security/passkeys/add/",
    "security/passkeys/{passkey}/rename/",
    "security/passkeys/{passkey}/remove/",
    "security/confirm/",
    "security/passkeys/confirm/",
    "confirm/",
    "password/change/",
    "sign-out/",
]


@pytest.fixture
def required(site, settings, monkeypatch):
    """A site as in production, with a publisher, and apps that always show the same code."""
    settings.SECOND_FACTOR_REQUIRED = True
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    monkeypatch.setattr(auth, "yield_hotp_counters_from_time", lambda: [1])
    person = get_user_model().objects.create_user("policy", "policy@example.org", PASSWORD)
    person.groups.add(Group.objects.get(name="Publishers: policy team"))
    return site


@pytest.fixture
def complaints(page):
    """What the browser had to say, which includes each breach of the policy."""
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def give_password(page, site):
    page.goto(f"{site}/admin/")
    page.get_by_label("Username").fill("policy")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def give_code(page, code):
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Sign in").click()


def set_up_app(page):
    """Set up an app; return the code that it shows, and the recovery codes."""
    page.get_by_role("link", name="Set up an app").click()
    expect(page.get_by_role("img", name="The key as a picture")).to_be_visible()
    secret = page.locator("code").inner_text()
    code = auth.format_hotp_value(auth.hotp_value(secret, 1))
    page.get_by_label("Authenticator code").fill(code)
    page.get_by_role("button", name="Use this app").click()
    return code, page.locator(".codes code").all_inner_texts()


def sign_out(page, site):
    page.goto(f"{site}/account/sign-out/")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("You have signed out.")).to_be_visible()


def test_publisher_sets_up_an_app_and_needs_it_from_then_on(required, page, complaints):
    give_password(page, required)
    page.wait_for_url(f"{required}/account/security/")
    code, codes = set_up_app(page)
    assert len(codes) == 10
    page.get_by_role("link", name=re.compile("to the admin")).click()
    page.wait_for_url(f"{required}/admin/")

    sign_out(page, required)
    give_password(page, required)
    give_code(page, code)
    page.wait_for_url(f"{required}/admin/")

    sign_out(page, required)
    give_password(page, required)
    give_code(page, codes[0])
    page.wait_for_url(f"{required}/admin/")

    sign_out(page, required)
    give_password(page, required)
    give_code(page, codes[0])
    expect(page.get_by_text("That code is wrong or was used before")).to_be_visible()
    page.goto(f"{required}/admin/")
    expect(page).to_have_url(re.compile("/account/sign-in/"))
    assert [said for said in complaints if "Password forms should" not in said] == []


def test_passkey_is_a_second_step_and_is_enough_alone(required, page, complaints):
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    give_password(page, required)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name").fill("Work laptop")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    page.goto(f"{required}/account/security/")
    expect(page.get_by_text("Work laptop, since")).to_be_visible()

    sign_out(page, required)
    give_password(page, required)
    expect(page.get_by_role("heading", name="Second step")).to_be_visible()
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{required}/admin/")

    sign_out(page, required)
    page.goto(f"{required}/admin/reports/site-history/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{required}/admin/reports/site-history/")
    expect(page.get_by_text("Added a passkey")).to_have_count(0)  # for administrators alone
    assert [said for said in complaints if "Password forms should" not in said] == []


def test_browser_that_gives_no_passkey_is_answered_in_words(required, page):
    page.add_init_script("navigator.credentials.get = () => Promise.reject(new Error('none'))")
    page.goto(f"{required}/account/sign-in/")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("Your browser gave no passkey")


def test_all_but_passkeys_works_without_javascript(required, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    give_password(page, required)
    code, _ = set_up_app(page)
    sign_out(page, required)
    expect(page.get_by_role("button", name="Use a passkey")).to_have_count(0)
    give_password(page, required)
    give_code(page, code)
    expect(page).to_have_url(f"{required}/admin/")
    context.close()


def test_wagtails_door_is_closed(required, page):
    page.goto(f"{required}/admin/login/?next=/admin/pages/")
    expect(page).to_have_url(f"{required}/account/sign-in/?next=/admin/pages/")
    expect(page.get_by_text("Wagtail")).to_have_count(0)


def test_admin_shows_our_mark_and_no_other(signed_in):
    expect(signed_in.locator("#wagtail-sidebar img[src*='core/icon']")).to_be_visible()
    expect(signed_in.locator(".sidebar-wagtail-branding__icon")).to_have_count(0)


def test_axe_finds_nothing(required, page):
    look = looking_at(page)

    def visit(address):
        page.goto(address)
        look(address)

    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    account = f"{required}/account/"
    for path in OPEN:
        visit(account + path)
    give_password(page, required)
    visit(f"{account}security/app/add/")
    page.goto(f"{account}security/")
    set_up_app(page)
    page.goto(f"{account}security/passkeys/add/")
    page.get_by_role("button", name="Add the passkey").click()
    page.wait_for_url(f"{account}security/")
    passkey = get_user_model().objects.get().authenticator_set.get(type="webauthn").pk
    for path in BEHIND:
        visit(account + path.format(passkey=passkey))
    sign_out(page, required)
    give_password(page, required)
    visit(f"{account}sign-in/second-step/")
    give_code(page, "000000")
    visit(page.url)
