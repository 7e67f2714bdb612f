import numpy as np

Z95 = 1.959963984540054  # the normal distribution's 97.5% point


def wilson(successes, trials, z=Z95):
    """Lower and upper end of the score interval of a share, 95% by default; 0 and 1 where nobody
    was asked. Numbers or arrays.

    Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical
    inference, Journal of the American Statistical Association 22, 209-212.
    """
    successes, trials = np.asarray(successes, float), np.asarray(trials, float)
    asked = np.maximum(trials, 1)
    share = successes / asked
    centre = share + z**2 / (2 * asked)
    reach = z * np.sqrt(share * (1 - share) / asked + z**2 / (4 * asked**2))
    ends = [(centre + side * reach) / (1 + z**2 / asked) for side in (-1, 1)]
    return tuple(
        np.where(trials > 0, np.clip(end, 0, 1), unknown)
        for end, unknown in zip(ends, (0, 1), strict=True)
    )
