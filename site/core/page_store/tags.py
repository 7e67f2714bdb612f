"""Names for what a stored page shows, and the tokens that say whether it still holds."""

import uuid

from django.core.cache import cache

PREFIX = "page-store-tag:"

# On every page: the menu, the footer, the site's name.
FRAME = "frame"

# Changes with every drop: a page made while something was published is not kept, and one that was
# found to hold in this epoch still does.
EPOCH = "epoch"


def page(page_id):
    """Of every page that shows this page's title, address or words: itself and others."""
    return f"page:{page_id}"


def itself(page_id):
    """Of this page alone: to drop it when what it shows has changed, and not what names it."""
    return f"itself:{page_id}"


def listing(model):
    """The tag of pages that list pages of `model`, a model class or its "app.Model" label."""
    return f"listing:{model if isinstance(model, str) else model._meta.label}"


def tokens(tags):
    """The present token of each tag, as a dict. A tag not seen before, or forgotten by the cache,
    gets a new token: a lost one can make a page be rendered again, never an old one come back."""
    keys = [PREFIX + tag for tag in tags]
    # A copy: where Redis is away, django-redis gives everyone the same dict.
    found = dict(cache.get_many(keys))
    for key in keys:
        if key not in found:
            token = uuid.uuid4().hex
            cache.add(key, token, timeout=None)
            # A cache that is away gives the default back, which equals no other token.
            found[key] = cache.get(key, token)
    return {key.removeprefix(PREFIX): token for key, token in found.items()}


def epoch():
    """The present token of EPOCH."""
    return cache.get(PREFIX + EPOCH) or tokens([EPOCH])[EPOCH]


def drop(tags):
    """Make every stored page that has one of `tags` invalid, in every worker."""
    # The epoch first: whoever reads the tokens and then still the old epoch has the old tokens.
    # And last: whoever read old tokens meanwhile reads them again.
    cache.set(PREFIX + EPOCH, uuid.uuid4().hex, timeout=None)
    cache.set_many({PREFIX + tag: uuid.uuid4().hex for tag in tags}, timeout=None)
    cache.set(PREFIX + EPOCH, uuid.uuid4().hex, timeout=None)
