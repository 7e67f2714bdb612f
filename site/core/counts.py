"""Numbers about people, as they are told in public."""

FEWEST = 5


def rounded(number):
    """A count as it is told: None below five, else the multiple of five at or below it."""
    return number - number % FEWEST or None
