"""In which order one person is asked about the statements."""

import hashlib
from math import log

HIGHEST = 2**64


def shuffled(statements, counts, seed):
    """`statements` in an order of the person's own, in which those with few answers (`counts`, by
    the statement's number) tend to come first.

    Each statement's chance to be the next one falls with the square of its number of answers:
    weighted sampling without replacement by exponential keys (Efraimidis and Spirakis, 2006). So
    the answers even out, and still not everybody who comes at the same time sees the same.
    """
    return sorted(
        statements,
        key=lambda statement: (
            -log(chance(statement, seed)) * (1 + counts.get(statement.pk, 0)) ** 2
        ),
    )


def chance(statement, seed):
    """A number above 0, at most 1: the same each time for the same statement and person."""
    digest = hashlib.sha256(f"{seed}/{statement.uuid}".encode()).digest()
    return (int.from_bytes(digest[:8]) + 1) / HIGHEST
