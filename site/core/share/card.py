import hashlib
from dataclasses import dataclass

# Raise it when the drawing changes, so that every image gets a new address.
DESIGN = 1


@dataclass(frozen=True)
class Card:
    """What a share image shows: the site's name, the strand's or nothing, the title, and figures as
    triples of number, what it counts, and colour (#rrggbb)."""

    site: str
    strand: str
    title: str
    figures: tuple = ()

    @property
    def fingerprint(self):
        """20 hex digits that differ for whatever would be drawn differently."""
        shown = repr((DESIGN, tuple(vars(self).values()))).encode(errors="backslashreplace")
        return hashlib.sha256(shown).hexdigest()[:20]
