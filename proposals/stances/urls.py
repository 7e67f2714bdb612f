"""Where people answer the statements of a proposal."""

from django.urls import re_path

from .views import all_statements, one_statement, run_through

# A primary key that every database can look for.
PROPOSAL = r"^(?P<pk>[1-9][0-9]{0,8})/"

urlpatterns = [
    re_path(rf"{PROPOSAL}$", run_through, name="stances"),
    re_path(rf"{PROPOSAL}all/$", all_statements, name="stances_all"),
    re_path(
        rf"{PROPOSAL}(?P<reference>[A-Z][1-9][0-9]{{0,8}})/$", one_statement, name="stances_one"
    ),
]
