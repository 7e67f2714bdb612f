"""Charts as a browser reads them."""

import html5lib
import pytest
from django.template.loader import render_to_string

SVG = "{http://www.w3.org/2000/svg}"
HTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def draw():
    """The tree of a chart's template, and finders of SVG and HTML elements in it."""

    def make(name, **context):
        text = render_to_string(f"agreement/charts/_{name}.html", context)
        assert "style=" not in text
        parser = html5lib.HTMLParser(strict=True)
        tree = parser.parseFragment(text)
        return (
            lambda tag: list(tree.iter(SVG + tag)),
            lambda tag: list(tree.iter(HTML + tag)),
        )

    return make
