"""The rows that demo content is made of."""

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from blog.models import Author
from core.models import Organisation, Strand
from discussion.models import Decision, PublicComment, Report
from home.models import DemoObject
from proposals.models import Position, Standing, Statement

MODELS = [
    Author,
    Decision,
    DemoObject,
    Organisation,
    Page,
    Position,
    PublicComment,
    Report,
    Standing,
    Statement,
    Strand,
    get_document_model(),
    get_image_model(),
]


def counts():
    return {model.__name__: model.objects.count() for model in MODELS}
