from enum import StrEnum
from itertools import combinations

import numpy as np

from .intervals import wilson
from .significance import holm, two_proportions

SIGNIFICANT = 0.05
APART = 0.20
A_SIDE = 0.25


class FoundStanding(StrEnum):
    """What the answers to one statement show; what editors set is another thing."""

    BROAD_AGREEMENT = "broad-agreement"
    BROAD_DISAGREEMENT = "broad-disagreement"
    DIVIDED_BETWEEN = "divided-between"
    DIVIDED_WITHIN = "divided-within"
    UNCLEAR = "unclear"
    TOO_FEW = "too-few"


def found_standing(agree, disagree, votes):
    """The `FoundStanding` of one statement from the numbers of people in each sector that is shown:
    what is hidden must not speak here either. The first that holds of:

    too few: no sector is shown; broad agreement (disagreement): the Wilson interval of those who
    agree (disagree) lies above half in every sector; divided between: two sectors' shares of
    agreement differ by 20 points or more, and significantly, corrected for the number of pairs;
    divided within: of all together, a quarter or more agree and a quarter or more disagree, by the
    lower ends of their intervals; otherwise unclear.
    """
    agree, disagree, votes = (np.asarray(numbers) for numbers in (agree, disagree, votes))
    if not votes.sum():
        return FoundStanding.TOO_FEW
    if (wilson(agree, votes)[0] > 0.5).all():
        return FoundStanding.BROAD_AGREEMENT
    if (wilson(disagree, votes)[0] > 0.5).all():
        return FoundStanding.BROAD_DISAGREEMENT
    if divided_pairs(agree, votes):
        return FoundStanding.DIVIDED_BETWEEN
    if all(wilson(side.sum(), votes.sum())[0] > A_SIDE for side in (agree, disagree)):
        return FoundStanding.DIVIDED_WITHIN
    return FoundStanding.UNCLEAR


def divided_pairs(agree, votes):
    """The pairs of sectors (numbers of rows) whose shares of agreement differ by 20 points or more
    and with p < .05 after Holm's correction over all pairs, the widest apart first."""
    pairs = list(combinations(range(len(votes)), 2))
    if not pairs:
        return []
    one, two = np.array(pairs).T
    _, p_values = two_proportions(agree[one], votes[one], agree[two], votes[two])
    shares = agree / np.maximum(votes, 1)
    apart = np.abs(shares[one] - shares[two])
    # 20 points are 20 points, whatever the last binary digit says.
    found = (holm(p_values) < SIGNIFICANT) & (apart > APART - 1e-9)
    return [pairs[number] for number in np.argsort(-apart, kind="stable") if found[number]]
