"""The forms that readers fill in."""

import time
from uuid import UUID

from django import forms
from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django_comments.forms import CommentSecurityForm

from core.addresses import address_key
from core.fields import TRAPPED, LineField, TrapField, WordsField
from core.models import Sector
from mailing.fields import AddressField

from .fields import CommentField, SignedUUIDField, new_signed_uuid
from .models import PublicComment
from .policy import Reason
from .spam import proof

STALE = (
    "This form was open for very long, or something changed in it on its way. Your text is still "
    "here: please send it again."
)
UNANSWERABLE = (
    "The comment that you answer can’t be answered any more. Your text is still here: send it "
    "again and it becomes a comment of its own."
)


class CommentForm(CommentSecurityForm):
    """A comment on `thing`, a thing of `place`, by a guest.

    Whatever is wrong with its hidden fields costs nobody a text: the form renews them, says so, and
    can be sent again as it is.
    """

    timestamp = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**40)
    form_id = SignedUUIDField()
    reply_to = forms.UUIDField(widget=forms.HiddenInput, required=False)
    website = TrapField()
    comment = CommentField(label="Your comment")
    name = LineField(
        label="Your name",
        max_length=50,
        help_text="Shown with your comment. A first name or a name you made up will do.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Write a name; it need not be your own."},
    )
    email = AddressField(
        max_length=254,
        help_text="Never shown. You get a link there to confirm your comment.",
        error_messages={
            "required": "Write your e-mail address: we send a link there to confirm your comment."
        },
    )
    organisation = LineField(
        label="Organisation (optional)",
        required=False,
        max_length=160,
        help_text="Shown with your comment, if you speak for one.",
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    sector = forms.ChoiceField(
        label="Sector (optional)", required=False, choices=[("", "Not said"), *Sector.choices]
    )
    followup = forms.BooleanField(
        label="Tell me by e-mail of replies to my comment",
        required=False,
        help_text="Each such mail has a link that ends them.",
    )

    def __init__(self, place, thing, user, data=None, reply_to=None):
        self.place = place
        self.user = user
        self.parent = find_answerable(place.key(thing), reply_to) if reply_to else None
        self.lost_parent = bool(reply_to) and not self.parent
        initial = {"form_id": new_signed_uuid, "reply_to": self.parent and self.parent.uuid}
        super().__init__(thing, data=data, initial=initial, label_suffix="")
        self.say_who()
        if settings.PROOF_OF_WORK:
            self.fields["proof"] = forms.CharField(widget=forms.HiddenInput, required=False)
            self.ask_for_proof()

    def say_who(self):
        """Who is signed in writes under the name of the account, whatever is sent."""
        if self.user.is_authenticated:
            self.fix("name", self.user.get_full_name() or self.user.get_username())
            if self.user.email:
                self.fix("email", self.user.email)

    def fix(self, name, value):
        self.fields[name].disabled = True
        self.initial[name] = value[: self.fields[name].max_length]

    def clean_reply_to(self):
        if uuid := self.cleaned_data["reply_to"]:
            self.parent = find_answerable(self.key, uuid)
            if not self.parent:
                raise forms.ValidationError(UNANSWERABLE)
        return uuid

    def clean(self):
        broken = {field.name for field in self.hidden_fields()} & self.errors.keys()
        if broken:
            self.add_error(None, UNANSWERABLE if broken == {"reply_to"} else STALE)
            self.renew()

    def leave_names_for_later(self):
        """Who only looks at a comment need not say yet who writes it."""
        for field in self.typed_fields:
            if field.name != "comment" and self.has_error(field.name, "required"):
                del self.errors[field.name]

    def renew(self):
        """Give the form fresh hidden fields around what was typed, to be sent once more."""
        fresh = {**self.generate_security_data(), "form_id": new_signed_uuid(), "proof": ""}
        if not self.parent:
            fresh["reply_to"] = ""
        self.data = MultiValueDict(
            {**dict(self.data.lists()), **{name: [value] for name, value in fresh.items()}}
        )

        if settings.PROOF_OF_WORK:
            self.ask_for_proof()

    def ask_for_proof(self):
        """Give the browser a task that holds for this form alone."""
        self.fields["proof"].widget.attrs |= {
            "data-task": proof.challenge_for(self["form_id"].value()),
            "data-solver": static("discussion/proof.js"),
        }

    @property
    def proved(self):
        """Whether the browser did what it was asked to, once the form is valid."""
        answer = self.cleaned_data.get("proof")
        return answer is None or proof.is_proved(answer, self["form_id"].value())

    @property
    def seconds(self):
        """How long it was open, once it is valid."""
        return time.time() - self.cleaned_data["timestamp"]

    @property
    def key(self):
        return self.place.key(self.target_object)

    @property
    def typed_fields(self):
        return [field for field in self.visible_fields() if field.name != "website"]

    def make_comment(self):
        """The comment, unsaved, once the form is valid."""
        thing = self.target_object
        wording, wording_hash = self.place.wording(thing)
        comment = PublicComment(
            uuid=self.cleaned_data["form_id"],
            content_object=thing,
            site_id=settings.SITE_ID,
            page=self.place.page(thing),
            place=self.key,
            wording=wording,
            wording_hash=wording_hash,
            parent_id=self.parent.pk if self.parent else 0,
            thread_id=self.parent.thread_id if self.parent else 0,
            user=self.user if self.user.is_authenticated else None,
            comment=self.cleaned_data["comment"],
            submit_date=timezone.now(),
        )
        self.sign(comment)
        return comment

    def sign(self, comment):
        """Write into the comment whose it is."""
        comment.user_name = self.cleaned_data["name"]
        comment.user_email = self.cleaned_data["email"]
        comment.author_key = address_key(comment.user_email)
        comment.organisation = self.cleaned_data["organisation"]
        comment.sector = self.cleaned_data["sector"]
        comment.followup = self.cleaned_data["followup"]


class OfficialForm(CommentForm):
    """A comment by somebody who is signed in and speaks for an organisation: nothing to confirm."""

    name = email = organisation = sector = followup = None

    def say_who(self):
        self.speaker = self.user.spokesperson

    def sign(self, comment):
        comment.is_official = True
        comment.user_name = (self.user.get_full_name() or self.user.get_username())[:50]
        comment.author_key = address_key(self.user.email or self.user.get_username())
        comment.organisation = self.speaker.organisation.name
        comment.sector = self.speaker.organisation.sector


class EditForm(forms.Form):
    """The text of one's own comment."""

    comment = CommentField(label="Your comment")


class ReportForm(forms.Form):
    """What is wrong with a comment, by the clauses of the comment policy."""

    reason = forms.ChoiceField(
        label="What is wrong with it?",
        choices=Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong with it."},
    )
    words = WordsField(
        1000,
        label="Anything a moderator should know (optional)",
        required=False,
        help_text="Only moderators read this. We don’t ask who you are.",
    )
    website = TrapField()

    def clean_website(self):
        if self.cleaned_data["website"]:
            self.add_error(None, TRAPPED)


def find_answerable(key, uuid):
    """The comment of a place that may be answered, None if there is none by this uuid."""
    try:
        comment = PublicComment.objects.at(key).filter(uuid=UUID(str(uuid))).first()
    except ValueError:
        return None
    return comment if comment and comment.can_be_answered else None
