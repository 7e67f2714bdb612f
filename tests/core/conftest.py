"""A site with a little of everything, and the question whether the store holds a page."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from core.models import Footer
from tests.factories import make_blog, make_post, make_proposal


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """`with committed():` does on leaving what a transaction does when it is committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def blog(home):
    return make_blog()


@pytest.fixture
def post(home):
    return make_post("The post")


@pytest.fixture
def proposal(home):
    return make_proposal("The proposal")


@pytest.fixture
def image(db):
    return get_image_model().objects.create(title="A diagram", file=get_test_image_file())


@pytest.fixture
def document(db):
    return get_document_model().objects.create(
        title="Terms", file=ContentFile(b"Terms.", name="terms.txt"), file_size=6
    )


@pytest.fixture
def footer(home):
    return Footer.for_site(home.get_site())


@pytest.fixture
def is_stored():
    """Whether the public gets `url` from the store; if not, it is in the store afterwards."""

    def ask(url, **request):
        with CaptureQueriesContext(connection) as queries:
            Client().get(url, **request)
        return not queries.captured_queries

    return ask


@pytest.fixture
def store(is_stored):
    """`store(url, ...)` puts pages into the store."""

    def put(*urls):
        for url in urls:
            is_stored(url)
        assert all(is_stored(url) for url in urls)

    return put
