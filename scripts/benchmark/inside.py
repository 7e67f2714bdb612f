"""What has to be done within Django: `python -m benchmark.inside <function> <arguments>` prints
the answer as JSON."""

import json
import sys
from pathlib import Path

import django

from .fresh_site import HOST


def tables():
    """The names of the tables that the database has."""
    from django.db import connection

    return connection.introspection.table_names()


def drop_tables():
    from django.db import connection

    names = tables()
    if connection.vendor == "sqlite":
        for suffix in ("", "-wal", "-shm"):
            Path(f"{connection.settings_dict['NAME']}{suffix}").unlink(missing_ok=True)
    elif names:
        with connection.cursor() as cursor:
            quoted = ", ".join(map(connection.ops.quote_name, names))
            cursor.execute(f"DROP TABLE {quoted} CASCADE")
    return names


def queries(*paths):
    """How many queries each path costs when it was asked for before: {path: number}."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME=HOST)
    found = {}
    for path in paths:
        client.get(path, secure=True, headers={"accept-encoding": "br"})
        with CaptureQueriesContext(connection) as captured:
            client.get(path, secure=True, headers={"accept-encoding": "br"})
        found[path] = len(captured)
    return found


def demo_pages():
    """The addresses of the demo's own pages: {"home", "blog", "post"}."""
    from blog.models import BlogIndexPage, BlogPage

    blog = BlogIndexPage.objects.get()
    post = BlogPage.objects.child_of(blog).published().newest_first().filter(meetingnotepage=None)
    return {"home": "/", "blog": blog.url, "post": post[0].url}


def proposals(*numbers):
    """Proposals of that many statements each: {number: path}."""
    from .content import make_proposal

    return {number: make_proposal(int(number)).url for number in numbers}


def blogs(*numbers):
    """Blogs of that many posts each: {number: path}."""
    from .content import make_blog

    return {number: make_blog(int(number)).url for number in numbers}


def search():
    """Milliseconds that searching many posts and statements took: {filter: [number]}."""
    from .search import fill, measure_search

    fill()
    return measure_search()


def discussions(*numbers):
    """Open proposals with that many comments each: {number: path}."""
    from .discussion import make_discussions

    return make_discussions(numbers)


def place(path):
    """The key under which the page at `path` is commented on."""
    from wagtail.models import Page

    from discussion import places

    return places.key_of(Page.objects.get(url_path__endswith=path).specific)


def comments():
    """How many comments there are."""
    from discussion.models import PublicComment

    return PublicComment.objects.count()


def sign_ups():
    """[how many sign-ups there are, how many mails that ask to confirm one]."""
    from mailing.models import Delivery
    from stakeholders.mails import CONFIRM
    from stakeholders.models import SignUp

    mails = Delivery.objects.filter(notification__kind=CONFIRM)
    return [SignUp.objects.count(), mails.count()]


def queue(number):
    """[milliseconds, queries] of the moderators' queue with that many pending."""
    from .discussion import open_queue

    return open_queue(int(number))


def updates(number):
    """What telling so many people took: {what: [people, seconds, MB]}."""
    from .updates import tell_many

    return tell_many(int(number))


def mail():
    """Seconds, megabytes and mails per second of posting and sending mail."""
    from .mail import measure_mail

    return measure_mail()


def sheet(statements, people):
    """Where so many people answer so many statements: [path, [[reference, wording]], [cookie]]."""
    from .stances import make_sheet

    return make_sheet(int(statements), int(people))


def stances():
    """How many stances count."""
    from proposals.models import Stance

    return Stance.objects.counted().count()


if __name__ == "__main__":
    function, *arguments = sys.argv[1:]
    django.setup()
    print(json.dumps(globals()[function](*arguments)))
