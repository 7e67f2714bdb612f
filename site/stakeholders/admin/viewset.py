from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from .import_view import ImportView
from .listing import StakeholderIndexView, StakeholderView


class StakeholderViewSet(ViewSet):
    """The pages about stakeholders, below /admin/stakeholders/."""

    name = "stakeholders"
    icon = "group"
    menu_label = "Stakeholders"
    menu_order = 130
    add_to_admin_menu = True

    def get_urlpatterns(self):
        index = StakeholderIndexView
        return [
            path("", self.construct_view(index), name="index"),
            path("results/", self.construct_view(index, results_only=True), name="index_results"),
            path("<int:pk>/", self.construct_view(StakeholderView), name="inspect"),
            path("import/", ImportView.as_view(), name="import"),
        ]
