"""When opinion groups may be shown, and if not, why: in plain words."""

FEWEST_PEOPLE = 100
SMALLEST_GROUP = 10
MEDIAN = 0.8
TENTH_PERCENTILE = 0.6


def too_small(opinion):
    """Sentences that say where an `Opinion` has too few people for its stability to be tested."""
    people, sizes = int(opinion.sizes.sum()), opinion.sizes
    reasons = []
    if people < FEWEST_PEOPLE:
        reasons.append(
            f"Fewer than {FEWEST_PEOPLE} people have answered enough statements to be placed."
        )
    if len(sizes) < 2:
        reasons.append("All people are alike: there are no two groups.")
    elif sizes.min() < SMALLEST_GROUP:
        reasons.append(
            f"The smallest group has fewer than {SMALLEST_GROUP} people: "
            "it would say too much about each of them."
        )
    return reasons


def unstable(opinion, stability):
    """Sentences that say which condition of `Stability` an `Opinion` fails."""
    reasons = []
    if stability.median < MEDIAN:
        reasons.append(
            "Groups found among other four fifths of the people differ too much: they match these "
            f"by {stability.median:.2f} at the median, and at least {MEDIAN} is needed."
        )
    if stability.tenth_percentile < TENTH_PERCENTILE:
        reasons.append(
            "In the worst tenth of the repeats the groups match these by "
            f"{stability.tenth_percentile:.2f} at most, and at least {TENTH_PERCENTILE} is needed."
        )
    if opinion.silhouette <= stability.best_shuffled:
        reasons.append(
            "Answers dealt out at random fall into groups that are as clear as these "
            f"({stability.best_shuffled:.2f} against {opinion.silhouette:.2f})."
        )
    return reasons
