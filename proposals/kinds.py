from django.db import models


class Kind(models.TextChoices):
    """What a statement is: the order is that of reading, from why to what keeps it in bounds."""

    PURPOSE = "purpose", "Purpose"
    BENEFIT = "benefit", "Benefit"
    RISK = "risk", "Risk"
    LIMITATION = "limitation", "Limitation"
    SAFEGUARD = "safeguard", "Safeguard"
    GOVERNANCE = "governance", "Governance"
    SANCTION = "sanction", "Sanction"

    @property
    def letter(self):
        """What a reference begins with: R in R2."""
        return "X" if self is Kind.SANCTION else self.label[0]

    @property
    def hue(self):
        """The colour of its name on light pages, as in the stylesheet."""
        return HUES[self]

    @property
    def plural(self):
        return {Kind.PURPOSE: "Purpose", Kind.GOVERNANCE: "Governance"}.get(self, f"{self.label}s")

    def words_for(self, number):
        """What to call that many statements of the kind."""
        return self.label if number == 1 else self.plural


HUES = {
    Kind.PURPOSE: "#5b3a8c",
    Kind.BENEFIT: "#0b6b4f",
    Kind.RISK: "#a3271f",
    Kind.LIMITATION: "#7a5200",
    Kind.SAFEGUARD: "#1f4b99",
    Kind.GOVERNANCE: "#3d4b58",
    Kind.SANCTION: "#7a2a5c",
}

# A proposal that lacks one of these has not been weighed.
NEEDED = (Kind.BENEFIT, Kind.RISK, Kind.LIMITATION, Kind.SAFEGUARD)

# What a safeguard can meet.
MET_BY_SAFEGUARDS = (Kind.RISK, Kind.LIMITATION)
