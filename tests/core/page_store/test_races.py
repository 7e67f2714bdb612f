"""A page made while something changes is answered and not kept; a lost token brings none back."""

from django.core.cache import cache
from django.test import Client
from wagtail import hooks

from core.page_store import tags
from tests.factories import make_blog, make_post, publish_post


def test_page_made_before_a_publication_and_finished_after_it_is_not_kept(
    home, committed, is_stored
):
    make_post("First")
    url = make_blog().url

    def publish_after_rendering(serve):
        def served(*args):
            response = serve(*args).render()
            if "Second" not in response.content.decode():
                with committed():
                    publish_post("Second")
            return response

        return served

    with hooks.register_temporarily("on_serve_page", publish_after_rendering):
        outdated = Client().get(url)
    assert "Second" not in outdated.content.decode()
    assert "Second" in Client().get(url).content.decode()


def test_page_made_in_peace_is_kept(post, is_stored):
    is_stored(post.url)
    assert is_stored(post.url)


def test_page_whose_tokens_the_cache_has_forgotten_is_made_again(post, store, is_stored):
    store(post.url)
    cache.delete_many(tags.PREFIX + tag for tag in {tags.EPOCH, *post.store_tags()})
    assert not is_stored(post.url)


def test_dropped_page_stays_dropped_when_the_cache_forgets_its_tokens(post, store, is_stored):
    store(post.url)
    tags.drop({tags.page(post.pk)})
    cache.delete(tags.PREFIX + tags.page(post.pk))
    cache.delete(tags.PREFIX + tags.EPOCH)
    assert not is_stored(post.url)


def test_page_found_to_hold_while_it_is_dropped_does_not_hold_afterwards(
    post, store, is_stored, monkeypatch
):
    store(post.url)
    change_tokens = cache.set_many

    def find_first(*args, **kwargs):
        assert is_stored(post.url)
        change_tokens(*args, **kwargs)

    monkeypatch.setattr(cache, "set_many", find_first)
    tags.drop({tags.page(post.pk)})
    assert not is_stored(post.url)


def test_drop_changes_its_tags_and_no_other():
    before = tags.tokens({"a", "b", tags.EPOCH})
    tags.drop({"a"})
    after = tags.tokens({"a", "b", tags.EPOCH})
    assert {tag for tag in before if before[tag] != after[tag]} == {"a", tags.EPOCH}
