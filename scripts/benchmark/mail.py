"""How fast mail is posted and sent."""

import os
import shutil
import socket
import subprocess
import sys
import time
import tracemalloc
from contextlib import contextmanager, suppress
from pathlib import Path

from . import report
from .settle import settle

STEPS = 1
POSTED = 100_000
POSTING_AIM = 60  # seconds
SENT, ROUNDS = 1_000, 3
CONTEXT = {"title": "Sharing records for research", "words": "What was said of it. " * 40}
TEMPLATE = """\
{% extends layout %}{% load mail_tags %}
{% block subject %}What is new about “{{ title }}”{% endblock %}
{% block body %}
{% paragraph %}Since you were last told, “{{ title }}” has changed.{% endparagraph %}
{% quotation %}{{ words }}{% endquotation %}
{% button preferences_url "Choose what you hear of" %}
{% endblock %}
{% block reason %}You get this because you asked for it.{% endblock %}
"""
SMTP = "django.core.mail.backends.smtp.EmailBackend"
PERSONAL = ("preferences_url", "unsubscribe_url")


def measure(site, step, seconds):
    step("Posting a mail to 100,000, and sending some")
    nowhere = site.environment["EMAIL_URL"]
    with mail_sink() as port:
        if port:
            site.environment["EMAIL_URL"] = f"smtp://127.0.0.1:{port}"
        found = site.ask("mail")
    site.environment["EMAIL_URL"] = nowhere
    return "\n".join(compared(found))


def compared(found):
    """What posting and sending mail costs, beside what we aim at, as lines."""
    posting = found["fan_out"]
    yield report.aim(
        f"one mail posted to 100,000 within {POSTING_AIM} s",
        f"{posting['seconds']:.0f} s, {posting['peak']:.0f} MB more while a tenth of them were",
        posting["seconds"] <= POSTING_AIM,
    )
    if "ours" not in found:
        yield "Sending is not measured: smtp-sink, of Postfix, is not here."
        return
    yield times("sent as by Django's send_messages", found["ours"], found["django"], 2.5)
    if "together" in found:
        yield times("sent by two workers as by one", *found["together"], 1.8)
    if "apart" in found:
        yield (
            "Where one alone has no more than one processor, for itself and its connection: "
            f"{compare(*found['apart'])}."
        )


def times(what, rate, other, aim):
    what = f"{aim} times as many mails {what}"
    return report.aim(what, compare(rate, other), rate >= aim * other)


def compare(rate, other):
    return f"{rate:,.0f}/s to {other:,.0f}/s, {rate / other:.1f} times"


def register_kind():
    """A kind of mail with links of each recipient's own, as a digest has them."""
    from django.conf import settings

    from mailing.kinds import Kind, register

    loaders = [
        ("django.template.loaders.locmem.Loader", {"bench.html": TEMPLATE}),
        "django.template.loaders.filesystem.Loader",
        "django.template.loaders.app_directories.Loader",
    ]
    [engine] = settings.TEMPLATES
    engine["APP_DIRS"] = False
    engine["OPTIONS"]["loaders"] = [("django.template.loaders.cached.Loader", loaders)]
    register(Kind("bench", "bench.html", personal=PERSONAL, list_name="bench"))


def recipients(number):
    for n in range(number):
        links = {name: f"https://example.org/{name}/{n}-{'x' * 40}/" for name in PERSONAL}
        yield f"person{n}@example.org", links


def post(key, number):
    from mailing.outbox import post_to_many

    return post_to_many("bench", key, recipients(number), CONTEXT)


def fan_out():
    """Seconds to post one mail to many, and by how many MB memory grew while it did."""
    post("warm", 1)
    began = time.perf_counter()
    post("many", POSTED)
    seconds = time.perf_counter() - began
    # Apart, since it slows what it watches; memory that is flat is so for fewer as well.
    tracemalloc.start()
    post("watched", POSTED // 10)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    empty()
    return {"seconds": seconds, "peak": peak / 1_000_000}


def empty():
    from mailing.models import Delivery, Notification

    Delivery.objects.all().delete()
    Notification.objects.all().delete()
    settle()


def rate_of_django():
    """Mails per second that Django sends, rendered before, over one connection."""
    from django.core.mail import get_connection

    from mailing.message import build
    from mailing.models import Delivery

    post("django", SENT)
    deliveries = Delivery.objects.prefetch_related("notification")
    connection = get_connection(SMTP)
    messages = [build(delivery, connection) for delivery in deliveries]
    began = time.perf_counter()
    connection.send_messages(messages)
    seconds = time.perf_counter() - began
    empty()
    return SENT / seconds


def rate_of_ours(workers=1, apart=False):
    """Mails per second that `workers` senders send from the outbox, each in its own process; with
    `apart` each on its own processor, where PostgreSQL serves it too."""
    from mailing.models import Delivery, State

    number = SENT * workers
    post(f"ours by {workers}", number)
    command = [sys.executable, "-m", "benchmark.mail"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    senders = [subprocess.Popen(command, **pipes) for _ in range(workers)]
    said = hear_from(senders)
    if apart:
        moved = zip(processors(), senders, map(int, said), strict=False)
        for processor, sender, server in moved:
            os.sched_setaffinity(sender.pid, {processor})
            os.sched_setaffinity(server, {processor})
    began = time.perf_counter()
    for sender in senders:
        sender.stdin.close()
    hear_from(senders)
    seconds = time.perf_counter() - began
    for sender in senders:
        sender.wait()
    sent = Delivery.objects.filter(state=State.SENT).count()
    assert sent == number, f"{sent} of {number} mails were sent"  # noqa: S101
    empty()
    return number / seconds


def hear_from(senders):
    """The next line of each."""
    return [sender.stdout.readline() for sender in senders]


def processors():
    return sorted(os.sched_getaffinity(0))


def server_process():
    """The process of PostgreSQL that serves this one; None with SQLite."""
    from django.db import connection

    connection.ensure_connection()
    return connection.connection.info.backend_pid if connection.vendor == "postgresql" else None


def can_be_apart():
    """Whether there are processors enough, and PostgreSQL's processes are on this machine and ours
    to move."""
    server = server_process()
    try:
        if Path(f"/proc/{server}/comm").read_text() != "postgres\n":
            return False
        os.sched_setaffinity(server, processors())
    except OSError:
        return False
    return len(processors()) > 1


def be_a_sender():
    """Say who serves us, send when told to, and say that it is done."""
    from mailing.models import Delivery
    from mailing.sender import Sender

    register_kind()
    Delivery.objects.exists()
    print(server_process(), flush=True)
    sys.stdin.read()
    for _ in Sender().run():
        pass
    print("done", flush=True)


def measure_mail():
    """Rates in mails per second; those against a mail server only where there is one. Of several
    rounds the best, since whatever else the machine does can only slow them."""
    from django.conf import settings
    from django.db import connection

    register_kind()
    found = {"fan_out": fan_out()}
    if settings.MAIL_TRANSPORT == SMTP:
        rounds = [(rate_of_django(), rate_of_ours()) for _ in range(ROUNDS)]
        found["django"], found["ours"] = map(max, zip(*rounds, strict=True))
        if connection.vendor == "postgresql":
            found["together"] = best_of_two_and_one(apart=False)
            if can_be_apart():
                found["apart"] = best_of_two_and_one(apart=True)
    return found


def best_of_two_and_one(apart):
    rounds = [[rate_of_ours(workers, apart) for workers in (2, 1)] for _ in range(ROUNDS)]
    return [max(rates) for rates in zip(*rounds, strict=True)]


@contextmanager
def mail_sink():
    """The port of Postfix's smtp-sink, which takes mail and drops it; None where it is missing."""
    program = shutil.which("smtp-sink", path=f"{os.environ['PATH']}:/usr/sbin")
    if not program:
        yield None
        return
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    # It refuses to be root.
    user = ["-u", "nobody"] if os.geteuid() == 0 else []
    sink = subprocess.Popen([program, *user, f"127.0.0.1:{port}", "64"])
    try:
        wait_for(port)
        yield port
    finally:
        sink.terminate()
        sink.wait()


def wait_for(port):
    for _ in range(100):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)


if __name__ == "__main__":
    import django

    django.setup()
    be_a_sender()
