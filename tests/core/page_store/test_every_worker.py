"""Workers share nothing but the cache: what one drops, all others have dropped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.page_store import tags

ROOT = Path(__file__).resolve().parents[3]
OTHER_WORKER = """
import sys, django
django.setup()
from core.page_store import tags
tags.drop({tags.page(int(sys.argv[1]))})
"""


@pytest.fixture
def cache_of_all_workers(settings, tmp_path):
    settings.CACHES = settings.CACHES | {
        "default": {
            "BACKEND": "core.file_cache.ForgivingFileCache",
            "LOCATION": tmp_path / "cache",
        }
    }
    return {
        **os.environ,
        "DATA_DIR": str(tmp_path),
        "REDIS_URL": "",
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
    }


def test_publication_drops_the_page_in_every_worker(
    cache_of_all_workers, post, proposal, store, is_stored
):
    store(post.url, proposal.url)
    command = [sys.executable, "-c", OTHER_WORKER, str(post.pk)]
    subprocess.run(command, check=True, env=cache_of_all_workers, cwd=ROOT)
    assert not is_stored(post.url)
    assert is_stored(proposal.url)


def test_token_that_one_worker_gave_holds_in_the_next(cache_of_all_workers, settings):
    given = tags.tokens({"a"})
    settings.CACHES = {**settings.CACHES}  # opens the cache anew
    assert tags.tokens({"a"}) == given
