"""Nothing that anybody could send to these forms makes an error, or lets anybody in."""

import json
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import give_app, is_signed_in, sign_in

ODD = [
    "",
    " ",
    "\x00",
    "a\x00b",
    "\ud800",
    "é" * 200,
    "x" * 100_000,
    "<script>",
    "' OR 1=1 --",
]
FORMS = {
    "account_login": ["login", "password", "next"],
    "account_reset_password": ["email"],
    "account_logout": ["next"],
    "mfa_login_webauthn": ["credential", "next"],
}
BEHIND = {
    "account_change_password": ["oldpassword", "password1", "password2"],
    "account_reauthenticate": ["password", "next"],
    "mfa_activate_totp": ["code"],
    "mfa_add_webauthn": ["name", "credential"],
    "mfa_reauthenticate_webauthn": ["credential", "next"],
    "mfa_reauthenticate": ["code", "next"],
}
CREDENTIALS = [
    "[]",
    "{}",
    "0",
    '"text"',
    "null",
    "true",
    "{",
    "[" * 100_000,
    '{"a":' * 20_000,
    '{"rawId": "AA", "id": "AA", "type": "public-key", "response": {}}',
    '{"id": "\\u0000"}',
    '{"id": "\\ud800"}',
]


def post(client, name, fields, text):
    """Send `text` in each field, as a program does that knows no better: half a surrogate, too."""
    body = urlencode(dict.fromkeys(fields, text.encode("utf-8", "surrogatepass")))
    return client.post(reverse(name), body, "application/x-www-form-urlencoded")


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_no_form_before_the_door_breaks(visitor, policy, name, odd):
    for field in FORMS[name]:
        answer = post(visitor, name, [field], odd)
        assert answer.status_code in {200, 302}, field
    assert not is_signed_in(visitor)


@pytest.mark.parametrize("name", BEHIND)
@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_no_form_behind_it_breaks(visitor, policy, name, odd):
    sign_in(visitor)
    answer = post(visitor, name, BEHIND[name], odd)
    assert answer.status_code in {200, 302}


def credential(**changes):
    """A credential that looks right, and is not."""
    data = {"clientDataJSON": "e30", "authenticatorData": "AAAA", "signature": "AAAA"}
    whole = {"id": "AA", "rawId": "AA", "type": "public-key", "clientExtensionResults": {}}
    return json.dumps(whole | {"response": data | {"attestationObject": "oA"}} | changes)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
PARTS = st.dictionaries(st.sampled_from(["id", "rawId", "type", "response"]), JSON)
RESPONSES = st.dictionaries(
    st.sampled_from(
        ["clientDataJSON", "authenticatorData", "signature", "attestationObject", "userHandle"]
    ),
    JSON | st.binary(max_size=60).map(lambda data: data.hex()),
)
LOOSE = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("made_up", CREDENTIALS, ids=range(len(CREDENTIALS)))
def test_made_up_credential_opens_nothing(visitor, policy, made_up):
    visitor.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})
    assert visitor.post(reverse("mfa_login_webauthn"), {"credential": made_up}).status_code == 302
    assert not is_signed_in(visitor)


@LOOSE
@given(parts=PARTS, response=RESPONSES)
def test_no_shape_of_credential_makes_an_error(visitor, policy, later, parts, response):
    later(60)
    name = reverse("mfa_login_webauthn")
    visitor.get(name, headers={"Accept": "application/json"})
    for made_up in (credential(**parts), credential(response=response)):
        assert visitor.post(name, {"credential": made_up}).status_code == 302
    assert not is_signed_in(visitor)


@LOOSE
@given(parts=PARTS, response=RESPONSES)
def test_no_shape_of_new_passkey_makes_an_error(visitor, policy, parts, response):
    if not is_signed_in(visitor):
        sign_in(visitor)
    visitor.get(reverse("mfa_add_webauthn"))
    for made_up in (credential(**parts), credential(response=response)):
        answer = visitor.post(reverse("mfa_add_webauthn"), {"name": "a", "credential": made_up})
        assert answer.status_code == 200
    assert not policy.authenticator_set.exists()


@pytest.mark.parametrize("name", ["mfa_edit_webauthn", "mfa_remove_webauthn"])
@pytest.mark.parametrize("number", [0, 10**9])
def test_passkey_that_is_not_ones_own_is_not_found(visitor, policy, name, number):
    sign_in(visitor)
    address = reverse(name, args=[number])
    assert visitor.get(address).status_code == 404
    assert visitor.post(address, {"name": "a"}).status_code == 404


def test_number_too_large_for_the_database_is_not_found(visitor, policy):
    sign_in(visitor)
    assert visitor.get(f"/account/security/passkeys/{'9' * 40}/rename/").status_code == 404


def test_pages_of_the_second_step_show_no_key_to_strangers(visitor, policy):
    give_app(policy)
    for name in ("mfa_view_recovery_codes", "mfa_download_recovery_codes", "mfa_index"):
        assert visitor.get(reverse(name)).url.startswith("/account/sign-in/")
