"""Made-up answers with and without structure, and pages that show agreement."""

import numpy as np
import pytest

from agreement.analysis.votes import AGREE, DISAGREE, UNANSWERED, UNSURE
from agreement.models import AgreementIndexPage
from tests.factories import make_proposal, put


@pytest.fixture
def camps():
    """Answers of people in two camps, and who is in which: (int8 array, array of 0 and 1)."""

    def make(people=120, statements=20, *, clear=0.9, answered=0.7, seed=0):
        generator = np.random.default_rng(seed)
        camp = generator.integers(0, 2, people)
        opinion = generator.choice([AGREE, DISAGREE], (2, statements))[camp]
        other = generator.choice([AGREE, UNSURE, DISAGREE], opinion.shape)
        answers = np.where(generator.random(opinion.shape) < clear, opinion, other)
        answers[generator.random(opinion.shape) > answered] = UNANSWERED
        return answers.astype(np.int8), camp

    return make


@pytest.fixture
def proposal(home):
    return make_proposal()


@pytest.fixture
def index(home):
    return put(home, AgreementIndexPage(title="Where we agree", slug="where-we-agree"))
