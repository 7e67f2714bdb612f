"""What the calculation is told: written into every snapshot, and said on the page of the method."""

from agreement.analysis import gate, stability, suppression

FEWEST_CHANGES = 10

PARAMETERS = {
    "threshold": suppression.THRESHOLD,
    "fewest_changes": FEWEST_CHANGES,
    "fewest_people": gate.FEWEST_PEOPLE,
    "smallest_group": gate.SMALLEST_GROUP,
    "median": gate.MEDIAN,
    "tenth_percentile": gate.TENTH_PERCENTILE,
    "subsamples": stability.SUBSAMPLES,
    "share": stability.SHARE,
    "shuffles": stability.SHUFFLES,
    "seed": 0,
}
