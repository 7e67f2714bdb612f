"""Builds the demo site: first every page in its place, so that all can link to all, then what
they say, last what others say to it."""

from datetime import time

from django.core.files import File
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from agreement.models import AgreementIndexPage
from blog.models import Author, BlogIndexPage, BlogPage, MeetingNotePage
from core.models import Footer, FooterLink, Organisation, Strand
from discussion.models import CannedAnswer, ModerationPage, ResponsesPage
from home.models import HomePage, StandardPage
from process.models import ProcessPage
from proposals.models import ProposalIndexPage, ProposalPage

from . import content
from .accounts import make_accounts
from .agreement import load_agreement
from .comments import load_comments
from .earlier import load_earlier_text
from .files import FOLDER, at, read, read_folder
from .record import find, once, remember
from .responses import load_responses
from .speakers import make_speakers
from .stakeholders import load_stakeholders
from .stances import load_stances
from .updates import load_updates

SAID_AND_DONE = ("what-you-said", "how-we-moderate")
MENU = ("blog", "what-we-are-doing", "current-proposals", "where-we-agree")


class DemoSite:
    """The demo content on its way into the database. `load()` makes what is not there yet."""

    def __init__(self, progress=iter):
        self.progress = progress
        self.pages = {}

    @transaction.atomic
    def load(self):
        self.load_snippets()
        self.images = load_files("images", get_image_model())
        self.documents = load_files("documents", get_document_model())
        plan = self.plan()
        new = [step for step in plan if self.place(*step)]
        for _model, fields, _parent, slug, entry in self.progress(new):
            self.fill(self.pages[slug], fields(entry, slug, self), entry)
        self.fill_home()
        self.fill_footer()
        make_accounts()
        make_speakers(self.organisations)
        load_earlier_text(self)
        load_comments(self)
        load_responses(self)
        load_agreement(self)
        load_stakeholders(self)
        load_stances(self)
        load_updates(self)

    def load_snippets(self):
        self.strands = load_rows("strands", Strand, "slug")
        load_rows("canned_answers", CannedAnswer, "title")
        self.organisations = load_rows("organisations", Organisation, "key")
        self.authors = load_rows("authors", Author, "slug", organisation=self.organisations)

    def plan(self):
        """Every page but the front door: (model, fields function, parent's slug, slug, content).
        Proposals come before notes, which point to the statements that publication makes."""
        process = read("process")
        indexes = [
            (BlogIndexPage, content.introduced, "home", "blog", read("blog")),
            (ProcessPage, content.process, "home", "what-we-are-doing", process),
            (
                ProposalIndexPage,
                content.introduced,
                "home",
                "current-proposals",
                read("current-proposals"),
            ),
            (
                AgreementIndexPage,
                content.introduced,
                "home",
                "where-we-agree",
                read("where_we_agree"),
            ),
            (ResponsesPage, content.introduced, "home", "what-you-said", read("responses")),
            (ModerationPage, content.introduced, "home", "how-we-moderate", read("moderation")),
        ]
        folders = (
            ("standard", StandardPage, content.standard, "home"),
            ("proposals", ProposalPage, content.proposal, "current-proposals"),
            ("posts", BlogPage, content.post, "blog"),
            ("notes", MeetingNotePage, content.note, "blog"),
        )
        return indexes + [
            (model, fields, parent, slug, entry)
            for folder, model, fields, parent in folders
            for slug, entry in read_folder(folder).items()
        ]

    def place(self, model, fields, parent, slug, entry):
        """Put the page in the tree as a draft. Says whether it is new."""
        self.pages.setdefault("home", HomePage.objects.get())
        page = find(f"page/{slug}")
        is_new = page is None
        if is_new:
            page = model(title=entry["title"], slug=slug, live=False, show_in_menus=slug in MENU)
            assign(page, fields(entry, slug, self))
            self.pages[parent].add_child(instance=page)
            remember(f"page/{slug}", page)
        self.pages[slug] = page
        return is_new

    def fill(self, page, fields, entry):
        """Give the page its content, now that all pages have their place, and publish it."""
        assign(page, fields)
        if "tags" in entry:
            page.tags.set(entry["tags"])
        page.save_revision().publish()
        if "date" in entry:
            published = at(entry["date"], time(9, 30))
            Page.objects.filter(pk=page.pk).update(
                first_published_at=published, last_published_at=published
            )

    def fill_home(self):
        if find("home"):
            return
        home = self.pages["home"]
        assign(home, content.home(read("home"), "home", self))
        home.save_revision().publish()
        remember("home", home)

    def fill_footer(self):
        if find("footer"):
            return
        footer = Footer.for_site(Site.objects.get(is_default_site=True))
        footer.contact_email = "hello@example.org"
        footer.links = [
            FooterLink(page=self.pages[slug]) for slug in (*SAID_AND_DONE, *read_folder("standard"))
        ]
        footer.save()
        remember("footer", footer)


def assign(page, fields):
    for name, value in fields.items():
        setattr(page, name, value)


def load_rows(name, model, key, **choices):
    """The rows of a snippet by their key. `choices` resolve a column's key to another snippet."""
    rows = {}
    for entry in read(name)[name]:
        for column, options in choices.items():
            entry[column] = options[entry[column]]
        row_key = entry[key]
        values = {column: value for column, value in entry.items() if column != "key"}
        rows[row_key] = once(f"{name}/{row_key}", lambda v=values: model.objects.create(**v))
    return rows


def load_files(folder, model):
    """The images or documents of a folder, by file name."""

    def make(path):
        with path.open("rb") as file:
            thing = model(title=path.stem.replace("-", " ").capitalize())
            thing.file = File(file, name=path.name)
            thing.file_size = path.stat().st_size
            thing.save()
        return thing

    return {
        path.name: once(f"{folder}/{path.name}", lambda p=path: make(p))
        for path in sorted((FOLDER / folder).iterdir())
    }
