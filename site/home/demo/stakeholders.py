"""Makes up the demo's stakeholders: the same people on every site, with the history of their
consent."""

import random
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.text import slugify

from core.addresses import address_key
from home.models import DemoObject
from proposals.models import ProposalPage
from stakeholders.choices import choices_of
from stakeholders.models import (
    Action,
    Actor,
    ConsentRecord,
    Frequency,
    SignUp,
    Stakeholder,
    Subscription,
)
from stakeholders.tokens import new_token, token_hash
from stakeholders.wording import VERSION, consent_words

from .files import block_id, read

SEED = 2014
HOSTS = ("example.org", "example.net", "example.com")
# Of so many people one rests, one has left, one has not confirmed yet.
ONE_PAUSED, ONE_LEFT, ONE_PENDING = 40, 65, 50


def load_stakeholders(site):
    """Make those who are not there yet, with what they chose."""
    made = set(
        DemoObject.objects.filter(key__startswith="stakeholder/").values_list("key", flat=True)
    )
    new = {key: person for key, person in make_up(read("stakeholders")) if key not in made}
    people = Stakeholder.objects.bulk_create(new.values())
    content_type = ContentType.objects.get_for_model(Stakeholder)
    DemoObject.objects.bulk_create(
        DemoObject(key=key, content_type=content_type, object_id=person.pk)
        for key, person in zip(new, people, strict=True)
    )
    follow(people, list(site.strands.values()))
    keep_consents(people)


def make_up(words):
    """(key, stakeholder) of everybody, unsaved. Chance is the same each time."""
    chance = random.Random(SEED)  # noqa: S311 -- nothing secret
    now = timezone.now()
    number = 0
    for sector, entry in words["sectors"].items():
        for _ in range(entry["people"]):
            number += 1
            name = f"{chance.choice(words['first'])} {chance.choice(words['last'])}"
            address = f"{slugify(name)}-{number}@{chance.choice(HOSTS)}"
            organisation = chance.choice(entry["organisations"] or [""])
            created = now - timedelta(days=chance.randint(8, 300), minutes=chance.randint(0, 999))
            yield (
                f"stakeholder/{number}",
                Stakeholder(
                    # Opinion groups are looked for in this order: the same are found each time.
                    uuid=block_id("stakeholder", str(number)),
                    name=name,
                    address=address,
                    address_key=address_key(address),
                    organisation=organisation.format(place=chance.choice(words["place"])),
                    sector=sector,
                    frequency=chance.choice(Frequency.values),
                    wants_updates=chance.random() < 0.9,
                    wants_invitations=chance.random() < 0.4,
                    follows_all=chance.random() < 0.25,
                    **where_it_stands(number, created, now),
                ),
            )


def where_it_stands(number, created, now):
    """The moments in somebody's time with us."""
    if not number % ONE_PENDING:
        return {"created": now - timedelta(days=2)}
    confirmed = created + timedelta(hours=1)
    moments = {"created": created, "confirmed_at": confirmed}
    if not number % ONE_PAUSED:
        moments["paused_at"] = confirmed + timedelta(days=3)
    elif not number % ONE_LEFT:
        moments["left_at"] = now - timedelta(days=5)
    return moments


def follow(people, strands):
    """Let those who don't follow everything follow a strand or two, and some a proposal."""
    chance = random.Random(SEED)  # noqa: S311
    pages = list(ProposalPage.objects.live().order_by("pk"))
    chosen = []
    for person in people:
        if not person.follows_all:
            for strand in chance.sample(strands, chance.randint(1, 2)):
                chosen.append(Subscription(stakeholder=person, strand=strand))
        if pages and chance.random() < 0.2:
            chosen.append(Subscription(stakeholder=person, page=chance.choice(pages)))
    Subscription.objects.bulk_create(chosen)


def keep_consents(people):
    entries, sign_ups = [], []
    for person in people:
        choices = choices_of(person)
        words = consent_words(choices)
        steps = [(Action.SIGNED_UP, person.created, words)]
        if person.confirmed_at:
            steps.append((Action.CONFIRMED, person.confirmed_at, words))
        else:
            sign_ups.append(unconfirmed(person, choices))
        steps += [(Action.PAUSED, person.paused_at, "")] if person.paused_at else []
        steps += [(Action.LEFT, person.left_at, "")] if person.left_at else []
        entries += [
            ConsentRecord(
                stakeholder=person,
                action=action,
                wording=wording,
                wording_version=VERSION,
                source="/stakeholders/sign-up/",
                actor=Actor.PERSON,
                at=at,
            )
            for action, at, wording in steps
        ]
    ConsentRecord.objects.bulk_create(entries)
    SignUp.objects.bulk_create(sign_ups)


def unconfirmed(person, choices):
    return SignUp(
        stakeholder=person,
        token_hash=token_hash(new_token()),
        address=person.address,
        choices=choices,
        source="/stakeholders/sign-up/",
        created=person.created,
    )
