"""The cache in files, where several processes must agree."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.file_cache import ForgivingFileCache


@pytest.fixture
def cache(tmp_path):
    return ForgivingFileCache(tmp_path, {})


def test_of_many_who_add_at_once_one_does(cache):
    for attempt in range(20):
        with ThreadPoolExecutor(8) as pool:
            added = list(pool.map(lambda each, key=attempt: cache.add(key, each), range(8)))
        assert added.count(True) == 1
        assert cache.get(attempt) == added.index(True)


def test_what_is_there_is_not_replaced_until_it_is_gone(cache):
    assert cache.add("key", 1)
    assert not cache.add("key", 2)
    cache.delete("key")
    assert cache.add("key", 3)
    assert cache.get("key") == 3


def test_what_is_over_makes_room(cache):
    cache.set("key", 1, timeout=-1)
    assert cache.add("key", 2)


def test_nothing_is_left_over(cache, tmp_path):
    cache.add("key", 1)
    cache.add("key", 2)
    assert len(os.listdir(tmp_path)) == 1


def test_what_a_killed_process_leaves_is_cleared_away(cache, tmp_path, monkeypatch):
    def die(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "link", die)
    monkeypatch.setattr(Path, "unlink", die)
    with pytest.raises(KeyboardInterrupt):
        cache.add("key", 1)
    assert len(os.listdir(tmp_path)) == 1
    cache.clear()
    assert os.listdir(tmp_path) == []


def test_cache_does_not_grow_without_end(tmp_path):
    cache = ForgivingFileCache(tmp_path, {"OPTIONS": {"MAX_ENTRIES": 10}})
    for number in range(3000):
        cache.set(number, 1)
    assert len(os.listdir(tmp_path)) < 2000


def test_disk_without_links_will_do(cache, monkeypatch):
    def refuse(*args):
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert cache.add("key", 1)
    assert not cache.add("key", 2)
