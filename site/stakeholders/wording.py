"""What people agree to, word for word: kept with each consent."""

from wagtail.models import Page

from core.models import Strand

from .models.stakeholder import Frequency

# Another text of the privacy notice, or of anything below, is another version.
VERSION = "2026-11"

UPDATES = "Tell me by e-mail what is new."
INVITATIONS = "Invite me by e-mail to meetings and consultations."
EVERYTHING = "everything on this site"
NOTHING = "Send me nothing."


def consent_words(choices):
    """What somebody who makes these `choices` (stakeholders.choices) agrees to."""
    sentences = []
    if choices["wants_updates"]:
        topics = "; ".join(topics_of(choices)) or "nothing yet"
        often = Frequency(choices["frequency"]).label
        sentences += [UPDATES, f"About: {topics}.", f"How often: {often.lower()}."]
    if choices["wants_invitations"]:
        sentences.append(INVITATIONS)
    return " ".join(sentences) or NOTHING


def topics_of(choices):
    """What the choices are about, in words."""
    if choices["follows_all"]:
        return [EVERYTHING]
    strands = Strand.objects.filter(pk__in=choices["strands"])
    pages = Page.objects.filter(pk__in=choices["pages"]).order_by("title")
    return [*strands.values_list("title", flat=True), *pages.values_list("title", flat=True)]
