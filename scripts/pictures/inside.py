"""What has to be done within Django: `python -m pictures.inside` prints the answer as JSON."""

import json

import django

PEOPLE = {
    "amara": ("Amara", "Editors"),
    "tom": ("Tom", "Publishers: policy team"),
}


def sign_in(name):
    """Make the person and open a session for them, whatever the site's way of signing in."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group
    from django.test import Client

    first_name, group = PEOPLE[name]
    user = get_user_model().objects.create_user(name, first_name=first_name)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return user, client.cookies[settings.SESSION_COOKIE_NAME].value


def make_draft(writer):
    from core.models import Strand
    from proposals.models import ProposalIndexPage, ProposalPage

    from . import draft

    page = ProposalPage(
        title=draft.TITLE,
        summary=draft.SUMMARY,
        background=draft.BACKGROUND,
        strand=Strand.objects.get(slug="tailored-public-services"),
        statements=draft.STATEMENTS,
        live=False,
        owner=writer,
    )
    ProposalIndexPage.objects.get().add_child(instance=page)
    page.save_revision(user=writer)
    return page


def submit(writer):
    """Put a change of a published proposal before the first partner."""
    from proposals.models import ProposalPage

    page = ProposalPage.objects.get(slug="help-with-fuel-bills-without-applying")
    page.summary = page.summary.replace(".", ", from next winter.", 1)
    page.save_revision(user=writer)
    page.get_workflow().start(page, writer)
    return page


def prepare():
    """What the pictures show beside the demo content: {"sessions", "cookie", "pages"}."""
    from django.conf import settings

    from blog.models import BlogIndexPage, BlogPage

    (amara, amaras), (_tom, toms) = sign_in("amara"), sign_in("tom")
    pages = {
        "blog": BlogIndexPage.objects.get(),
        "draft": make_draft(amara),
        "waiting": submit(amara),
        "note": BlogPage.objects.get(slug="plenary-what-is-agreed-so-far"),
        "post": BlogPage.objects.get(slug="who-has-not-spoken-yet"),
    }
    return {
        "cookie": settings.SESSION_COOKIE_NAME,
        "sessions": {"amara": amaras, "tom": toms},
        "pages": {name: page.pk for name, page in pages.items()},
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(prepare()))
