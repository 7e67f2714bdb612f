from collections import Counter

from agreement.words import STANDINGS


def glance(found):
    """How many statements have which standing: [(key, name, number)], in the order of standings."""
    numbers = Counter(each.standing for each in found)
    return [(key.value, name, numbers[key]) for key, (name, _) in STANDINGS.items() if numbers[key]]
