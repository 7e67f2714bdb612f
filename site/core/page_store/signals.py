"""Drops the pages that a change shows on, once the change is in the database."""

from django.db import transaction
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

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


@receiver([page_published, page_unpublished, page_slug_changed])
def drop_page(sender, instance, **kwargs):
    """Drop the page, the lists it stands in, the pages that link to it, those its class names,
    and every page if it is in the menu."""
    stale = {tags.page(instance.pk), *listings_of(type(instance))}
    stale |= {tags.page(pk) for pk, _ in referring_pages(instance)}
    stale |= {tags.page(other.pk) for other in instance.pages_changed_with_it()}
    if instance.show_in_menus:
        stale.add(tags.FRAME)
    drop_after_commit(stale)


@receiver(post_page_move)
def drop_moved_pages(sender, instance, **kwargs):
    for page in Page.objects.descendant_of(instance, inclusive=True).specific():
        drop_page(sender, page)


@receiver(pre_delete)
def drop_deleted_page(sender, instance, **kwargs):
    if issubclass(sender, Page) and sender is instance.specific_class:
        drop_page(sender, instance)


def drop_pages_that_show(model):
    """From now on, a change to a row of `model` (a snippet, an image, a document) drops the pages
    that show it, and the lists that show those pages."""

    def drop(sender, instance, **kwargs):
        stale = set()
        for pk, page_class in referring_pages(instance):
            stale |= {tags.page(pk), *listings_of(page_class)}
        drop_after_commit(stale)

    name = f"page-store-{model._meta.label}"
    post_save.connect(drop, sender=model, weak=False, dispatch_uid=name)
    pre_delete.connect(drop, sender=model, weak=False, dispatch_uid=name)


def drop_everything_with(model):
    """From now on, a change to a row of `model` (the footer) drops every page."""

    def drop(sender, **kwargs):
        drop_after_commit({tags.FRAME})

    name = f"page-store-{model._meta.label}"
    post_save.connect(drop, sender=model, weak=False, dispatch_uid=name)
