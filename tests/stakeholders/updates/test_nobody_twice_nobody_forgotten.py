"""Whatever people and editors do, in whichever order: nobody hears of a thing twice or of what was
not told to them, and who goes on following it hears of it."""

from collections import Counter, defaultdict
from datetime import datetime, timedelta
from unittest import mock

from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from blog.models import BlogPage
from mailing.models import Delivery
from stakeholders.lifecycle import pause, resume
from stakeholders.models import Frequency, Stakeholder, Subscription, Update
from stakeholders.updates.digests import hand_over
from stakeholders.updates.kinds import News, UpdateKind
from stakeholders.updates.telling import tell
from tests.factories import make_post, make_stakeholder, make_strand

ADDRESSES = ("ada@example.org", "bob@example.org")
STRANDS = ("research", "fraud")
MONDAY = timezone.make_aware(datetime(2026, 11, 23, 12))  # noqa: DTZ001 -- made aware here
STORY = UpdateKind("story", "Story", BlogPage, find=lambda post: None)

people, strands = st.sampled_from(ADDRESSES), st.sampled_from(STRANDS)
steps = st.one_of(
    st.tuples(st.just("follow"), people, strands),
    st.tuples(st.just("unfollow"), people, strands),
    st.tuples(st.just("change_frequency"), people, st.sampled_from(Frequency)),
    st.tuples(st.just("pause"), people),
    st.tuples(st.just("resume"), people),
    st.tuples(st.just("publish"), strands),
    st.tuples(st.just("pass_time"), st.integers(min_value=1, max_value=100)),
)


class Story:
    """Two people and two strands. `due` has what each must hear of; `told` what each may."""

    def __init__(self):
        self.now = MONDAY
        self.page = make_post()
        self.strands = {slug: make_strand(slug.title(), slug) for slug in STRANDS}
        self.people = {address: make_stakeholder(address) for address in ADDRESSES}
        self.due, self.told = defaultdict(set), defaultdict(set)

    def follow(self, address, slug):
        Subscription.objects.get_or_create(
            stakeholder=self.people[address], strand=self.strands[slug]
        )

    def unfollow(self, address, slug):
        own = Subscription.objects.filter(stakeholder=self.people[address])
        own.filter(strand=self.strands[slug]).delete()
        about = Update.objects.filter(strand=self.strands[slug])
        self.due[address] -= set(about.values_list("cause", flat=True))

    def change_frequency(self, address, frequency):
        Stakeholder.objects.filter(pk=self.people[address].pk).update(frequency=frequency)

    def pause(self, address):
        pause(self.people[address], "test")

    def resume(self, address):
        resume(self.people[address], "test")

    def publish(self, slug):
        cause, strand = str(Update.objects.count()), self.strands[slug].pk
        for person in Stakeholder.objects.to_tell(strand):
            self.due[person.address].add(cause)
            self.told[person.address].add(cause)
        tell(News(STORY, self.page, cause, self.page, strand, "Title", "", "/"), "Words.")

    def pass_time(self, hours):
        self.now += timedelta(hours=hours)
        for frequency in Frequency:
            hand_over(frequency)

    def heard(self, address):
        digests = Delivery.objects.filter(address=address).values_list("notification__key")
        return Counter(
            cause
            for (digest,) in digests
            for cause in Update.objects.filter(digests=digest).values_list("cause", flat=True)
        )


class NobodyTwiceNobodyForgotten(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(st.lists(steps, max_size=25))
    def test_nobody_hears_twice_and_nobody_is_forgotten(self, happenings):
        story = Story()
        with (
            mock.patch("django.utils.timezone.now", side_effect=lambda: story.now),
            mock.patch.dict("stakeholders.updates.kinds.KINDS", {STORY.name: STORY}),
        ):
            for name, *arguments in happenings:
                getattr(story, name)(*arguments)
            for address in ADDRESSES:
                story.resume(address)
            story.pass_time(24 * 8)
        for address in ADDRESSES:
            heard = story.heard(address)
            assert max(heard.values(), default=1) == 1
            assert story.due[address] <= set(heard) <= story.told[address]
