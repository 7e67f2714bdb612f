"""The rich text editor's way into a form."""

from wagtail.admin.rich_text import DraftailRichTextArea


class TolerantRichTextArea(DraftailRichTextArea):
    """Wagtail's editor, for which nothing that a browser or a script may send is an error: half a
    surrogate pair becomes a question mark, and what is no editor's content is no text."""

    def value_from_datadict(self, data, files, name):
        try:
            html = super().value_from_datadict(data, files, name)
        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return html and html.encode("utf-8", "replace").decode()
