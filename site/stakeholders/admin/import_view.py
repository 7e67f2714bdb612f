from django import forms
from django.urls import reverse
from django.utils import timezone
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from stakeholders import importing, list_file

from .permissions import ForManagers

LARGEST = 2 * 1024 * 1024  # bytes


class ImportForm(forms.Form):
    """A CSV file of people."""

    file = forms.FileField(
        label="CSV file",
        help_text=(
            f"Its first row names the columns: {', '.join(list_file.COLUMNS)}. Only the address, "
            "the sector and something to send are needed. “strands” holds their short names with "
            "; between them, or “all”. Whoever has nothing under “consent” (when and how they "
            "agreed) is asked by mail first."
        ),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError("A list may have two megabytes at most.")
        try:
            self.rows = list_file.read(file.read())
        except list_file.BadFile as problem:
            raise forms.ValidationError(str(problem)) from problem
        return file


class ImportView(ForManagers, WagtailAdminTemplateMixin, FormView):
    """Says what a file would do, or does it, by the button pressed."""

    page_title = "Import a list"
    header_icon = "upload"
    template_name = "stakeholders/admin/import.html"
    form_class = ImportForm

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("stakeholders:index"), "label": "Stakeholders"},
            {"url": "", "label": self.page_title},
        ]

    def form_valid(self, form):
        dry_run = self.request.POST.get("button") != "import"
        source = f"list of {timezone.localdate():%d/%m/%Y}: {form.cleaned_data['file'].name}"
        outcomes, mistakes = importing.take(form.rows, source, dry_run)
        if not (dry_run or mistakes):
            log(self.request.user, "stakeholders.import", data=outcomes)
        result = {"outcomes": outcomes, "mistakes": mistakes, "dry_run": dry_run}
        return self.render_to_response(self.get_context_data(form=form, **result))
