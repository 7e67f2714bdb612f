"""Everybody who works in the admin."""

from tests.editors.conftest import clients, people  # noqa: F401
