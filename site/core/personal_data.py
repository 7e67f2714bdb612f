"""What is held under one e-mail address, and its erasure. Each app that holds some says so in its
`AppConfig.ready()`; whoever asks gets all of it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone


@dataclass(frozen=True)
class Part:
    """What one app holds. `export(address)` gives a list of dicts that JSON can take;
    `erase(address)` deletes what they say, for good, and gives the number of rows it changed."""

    name: str
    export: Callable
    erase: Callable


_parts = {}


def register(part):
    _parts[part.name] = part


def export(address):
    """Everything held under the address: {"address", "exported_at", and a list for each part}."""
    found = {part.name: part.export(address) for part in _parts.values()}
    return {"address": address, "exported_at": timezone.now(), **found}


def count(address):
    """{name of the part: how many entries it holds}."""
    return {part.name: len(part.export(address)) for part in _parts.values()}


@transaction.atomic
def erase(address):
    """Erase all of it, or nothing if that fails: {name of the part: rows changed}."""
    return {part.name: part.erase(address) for part in _parts.values()}
