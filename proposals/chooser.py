"""Lets an editor choose a published statement by its words or those of its proposal."""

from django.db.models import Q
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from .models import Statement


class StatementFilterForm(SearchFilterMixin, BaseFilterForm):
    """Searches the rows themselves: they are written many at once, which no search index sees."""

    def filter(self, statements):
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        for word in self.search_query.split():
            statements = statements.filter(
                Q(claim__icontains=word) | Q(proposal__title__icontains=word)
            )
        return statements


class WithProposal:
    """Each proposal has an R1: the list says whose."""

    @property
    def columns(self):
        return [*super().columns, Column("proposal", label="Proposal", accessor="proposal.title")]


class ChooseStatementView(WithProposal, ChooseView):
    pass


class StatementResultsView(WithProposal, ChooseResultsView):
    pass


class StatementChooserViewSet(ChooserViewSet):
    model = Statement
    icon = "list-ul"
    choose_one_text = "Choose a statement"
    choose_another_text = "Choose another statement"
    per_page = 20
    choose_view_class = ChooseStatementView
    choose_results_view_class = StatementResultsView

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(filter_form_class=StatementFilterForm, **kwargs)

    def get_object_list(self):
        return Statement.objects.live().select_related("proposal")


statement_chooser = StatementChooserViewSet("statement_chooser")
