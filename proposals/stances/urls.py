"""Where people answer the statements of a proposal."""

from django.urls import path, re_path

from .views import all_statements, one_statement, run_through

urlpatterns = [
    path("<int:pk>/", run_through, name="stances"),
    path("<int:pk>/all/", all_statements, name="stances_all"),
    re_path(
        r"^(?P<pk>[0-9]+)/(?P<reference>[A-Z][1-9][0-9]{0,8})/$", one_statement, name="stances_one"
    ),
]
