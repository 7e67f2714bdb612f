"""Working out agreement among very many people: `python -m benchmark.analysis <task>` prints the
seconds taken and the most memory used, as JSON. On one core."""

import json
import os
import resource
import sys
import time

from . import report

TASKS = {
    "large": "100,000 people × 200 statements",
    "stable": "10,000 × 100, with the stability test",
}
STEPS = len(TASKS)
HEADS = ("", "", "seconds", "MB at most")
AIMS = (("large", "seconds", 3), ("large", "megabytes", 600), ("stable", "seconds", 30))
NOTES = "Agreement: on one core, from answers in memory. MB: all that the process ever held."
SECTORS = range(7)
ANSWERED = 0.3


def measure(site, step, seconds):
    """The chapter: each task in a process of its own, so that its memory is its own."""
    costs = {}
    for task, title in TASKS.items():
        step(f"Agreement among {title}")
        costs[task] = json.loads(site.run("-m", "benchmark.analysis", task))
    return "\n\n".join(
        [report.table([row(task, cost) for task, cost in costs.items()], HEADS), aims(costs), NOTES]
    )


def row(task, cost):
    return ("Agreement", TASKS[task], f"{cost['seconds']:.1f}", f"{cost['megabytes']:.0f}")


def aims(costs):
    """How {task: {"seconds", "megabytes"}} compares with what we aim at."""
    return "\n".join(
        report.aim(
            f"agreement among {TASKS[task]} within {aim} {unit}",
            f"{costs[task][unit]:.1f}",
            costs[task][unit] <= aim,
        )
        for task, unit, aim in AIMS
    )


def made_up_answers(people, statements):
    """Answers of people in two camps of which most say the same, and the sector of each person."""
    import numpy as np

    from agreement.analysis.votes import AGREE, DISAGREE, UNANSWERED, UNSURE

    generator = np.random.default_rng(0)
    camps = generator.choice(np.int8([AGREE, DISAGREE]), (2, statements))
    answers = np.empty((people, statements), np.int8)
    for row in answers:
        row[:] = camps[generator.integers(2)]
        strays = generator.random(statements)
        row[strays < 0.3] = UNSURE
        row[strays < 0.15] = AGREE
        row[generator.random(statements) >= ANSWERED] = UNANSWERED
    return answers, generator.integers(0, len(SECTORS), people)


def large():
    import numpy as np

    from agreement.analysis.consensus import group_informed_consensus
    from agreement.analysis.groups import marks, uniting
    from agreement.analysis.opinion import find_groups
    from agreement.analysis.standing import found_standing
    from agreement.analysis.votes import tally_by

    answers, sectors = made_up_answers(100_000, 200)
    began = time.perf_counter()
    by_sector = tally_by(answers, sectors, SECTORS).values()
    numbers = [
        np.array([getattr(counted, name) for counted in by_sector])
        for name in ("agree", "disagree", "votes")
    ]
    for statement in range(200):
        found_standing(*(number[:, statement] for number in numbers))
    opinion = find_groups(answers, np.zeros(200, bool))
    by_group = tally_by(answers, opinion.labels, range(opinion.number)).values()
    agree, disagree, votes = (
        np.array([getattr(counted, name) for counted in by_group])
        for name in ("agree", "disagree", "votes")
    )
    for given in (agree, disagree):
        group_informed_consensus(given, votes)
        uniting(given, votes)
    marks(agree, disagree, votes)
    return time.perf_counter() - began


def stable():
    import numpy as np

    from agreement.analysis.opinion import find_groups
    from agreement.analysis.stability import measure_stability

    answers, _ = made_up_answers(10_000, 100)
    nothing = np.zeros(100, bool)
    began = time.perf_counter()
    measure_stability(answers, nothing, find_groups(answers, nothing))
    return time.perf_counter() - began


if __name__ == "__main__":
    # Read when numpy is loaded.
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    seconds = {"large": large, "stable": stable}[sys.argv[1]]()
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": seconds, "megabytes": kilobytes / 1000}))
