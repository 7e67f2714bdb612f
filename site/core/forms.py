from wagtail.admin.forms import WagtailAdminPageForm


class BasePageForm(WagtailAdminPageForm):
    """A page's form that knows whether anything was changed.

    Django compares a field whose default is worked out (today, in a week) with a hidden copy of it,
    which Wagtail's templates leave out: each such form would count as an edit, and an approval in
    it as an approval of a new text.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = False
