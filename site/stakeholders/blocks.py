"""The body of a page that may ask its readers to sign up."""

from wagtail import blocks

from core import blocks as core_blocks


class SignUpCallBlock(blocks.StructBlock):
    """A call to sign up. It leads to the form, which names the page that it was followed from."""

    title = blocks.CharBlock(max_length=120, default="Hear when something changes")
    text = blocks.TextBlock(
        max_length=300, required=False, help_text="What people get, in a sentence or two."
    )

    class Meta:
        icon = "mail"
        label = "Sign-up call"
        description = "Asks readers to sign up for mails about what is new."
        template = "stakeholders/blocks/sign_up_call.html"
        preview_value = {
            "title": "Hear when something changes",
            "text": "One mail a week at most, and none when there is nothing new.",
        }


class BodyBlock(core_blocks.BodyBlock):
    """The body of a post, a note or a standard page."""

    sign_up_call = SignUpCallBlock()
