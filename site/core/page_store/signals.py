"""Drops the pages that a change shows on, once the change is in the database."""

from django.db import transaction
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.frame import may_show

from . import tags


def drop_after_commit(stale):
    transaction.on_commit(lambda: tags.drop(stale))


def referring_pages(thing):
    """The pages whose content points to `thing`, as pairs of id and page class."""
    return {
        (int(reference.object_id), reference.content_type.model_class())
        for reference in ReferenceIndex.get_references_to(thing).select_related("content_type")
        if issubclass(reference.content_type.model_class() or object, Page)
    }


def listings_of(page_class):
    """The tags of the lists that hold pages of this class, or of one that it specialises."""
    return {
        tags.listing(model)
        for model in page_class.__mro__
        if isinstance(model, type) and issubclass(model, Page) and not model._meta.abstract
    }


# Wagtail unpublishes a page before it deletes it.
@receiver([page_published, page_unpublished])
def drop_page(sender, instance, **kwargs):
    """Drop the page, the lists it stands in, the pages that link to it, those its class names,
    and every page if the menu or the footer shows it."""
    stale = {tags.page(instance.pk), *listings_of(type(instance))}
    stale |= {tags.itself(pk) for pk, _ in referring_pages(instance)}
    stale |= {tags.itself(other.pk) for other in instance.pages_changed_with_it()}
    if may_show(instance):
        stale.add(tags.FRAME)
    drop_after_commit(stale)


@receiver([page_slug_changed, post_page_move])
def drop_branch(sender, instance, **kwargs):
    """Drop what a new address changes: it is that of all pages below as well, which any other
    page may list or link to, so a page that has some drops every page."""
    if instance.is_leaf():
        drop_page(sender, instance.specific)
    else:
        drop_after_commit({tags.FRAME})


@receiver([post_save, pre_delete], sender=PageViewRestriction)
def drop_restricted_branch(sender, instance, **kwargs):
    for page in (instance.page, *instance.page.aliases.all()):
        drop_branch(sender, page)


def drop_pages_that_show(model):
    """From now on, a change to a row of `model` (an image, a document, an author) drops the pages
    that show it, and the lists that show those pages."""

    def drop(sender, instance, **kwargs):
        stale = set()
        for pk, page_class in referring_pages(instance):
            stale |= {tags.itself(pk), *listings_of(page_class)}
        drop_after_commit(stale)

    connect(drop, model)


def drop_everything_with(model):
    """From now on, a change to a row of `model` (the footer, a strand) drops every page."""

    def drop(sender, **kwargs):
        drop_after_commit({tags.FRAME})

    connect(drop, model)


def connect(drop, model):
    name = f"page-store-{model._meta.label}"
    post_save.connect(drop, sender=model, weak=False, dispatch_uid=name)
    pre_delete.connect(drop, sender=model, weak=False, dispatch_uid=name)
