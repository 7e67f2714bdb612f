from django import forms

from core.text import clean_text
from discussion import decisions
from discussion.models import Action, CannedAnswer
from discussion.policy import Reason
from discussion.redaction import NothingMarked, OtherwiseChanged, redacted

from .actions import ACTIONS

FOCUS_BY_C = {
    "data-controller": "w-kbd",
    "data-w-kbd-key-value": "c",
    "data-w-kbd-action-value": "focus",
}


class WordsForm(forms.Form):
    """What a moderator says with a decision: to the author, and to other moderators."""

    reason = forms.ChoiceField(
        label="Reason",
        choices=[("", "Choose a reason"), *Reason.choices],
        required=False,
        widget=forms.Select(attrs=FOCUS_BY_C),
        help_text="A clause of the comment policy. The author is told which.",
    )
    canned = forms.ModelChoiceField(
        label="Canned answer",
        queryset=CannedAnswer.objects.all(),
        required=False,
        empty_label="None",
        help_text="Fills the answer below, which you may then change.",
    )
    answer = forms.CharField(
        label="Answer to the author",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sent with what you decide. May be empty.",
    )
    note = forms.CharField(
        label="Private note",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For moderators alone. Never sent, never shown.",
    )

    def clean_answer(self):
        """The answer as it was typed; where nothing was, the canned one."""
        canned = self.cleaned_data.get("canned")
        return clean_text(self.cleaned_data["answer"]) or (canned.words if canned else "")

    def clean_note(self):
        return clean_text(self.cleaned_data["note"])

    def require_reason(self):
        if not self.cleaned_data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "Choose the clause of the comment policy that this breaks.")

    @property
    def words(self):
        names = ("note", "answer", "is_appeal")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


class SeenForm(WordsForm):
    """A decision on one comment, as the moderator `seen` it (`decisions.version`)."""

    seen = forms.CharField(widget=forms.HiddenInput)
    is_appeal = forms.BooleanField(label="This answers an appeal", required=False)

    def __init__(self, comment, data=None):
        super().__init__(data)
        self.comment = comment

    def clean(self):
        if self.cleaned_data.get("seen") != decisions.version(self.comment):
            raise forms.ValidationError(decisions.what_happened(self.comment))


class DecisionForm(SeenForm):
    """Publish, keep, reject, withhold or undo: whichever button was pressed."""

    action = forms.ChoiceField(
        choices=[*((name, name) for name in ACTIONS), (Action.UNDO, "")], widget=forms.HiddenInput
    )

    def clean(self):
        super().clean()
        action = ACTIONS.get(self.cleaned_data.get("action"))
        if action and action.needs_reason:
            self.require_reason()

    def decide(self, moderator):
        """The Decision. Raises DecisionRefused."""
        if self.cleaned_data["action"] == Action.UNDO:
            return decisions.undo(self.comment, moderator, **self.words)
        action = ACTIONS[self.cleaned_data["action"]]
        reason = {"reason": self.cleaned_data["reason"]} if action.needs_reason else {}
        return action.decide(self.comment, moderator, **reason, **self.words)


class RedactionForm(SeenForm):
    text = forms.CharField(
        label="Mark what must go",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Put [[ and ]] around it. Change nothing else.",
    )

    def __init__(self, comment, data=None):
        super().__init__(comment, data)
        self.initial["text"] = comment.comment

    def clean(self):
        super().clean()
        self.require_reason()
        reason, marked = self.cleaned_data.get("reason"), self.cleaned_data.get("text")
        if not (reason and marked):
            return
        try:
            self.cleaned_data["redacted"] = redacted(self.comment.comment, marked, reason)
        except NothingMarked:
            self.add_error("text", "Nothing is marked. Put [[ and ]] around what must go.")
        except OtherwiseChanged:
            self.add_error(
                "text", "More than the marks was changed. What people wrote is never rewritten."
            )

    def decide(self, moderator):
        return decisions.redact(
            self.comment,
            moderator,
            reason=self.cleaned_data["reason"],
            text=self.cleaned_data["redacted"],
            **self.words,
        )
