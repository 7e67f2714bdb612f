from django.http import Http404
from django.template.response import TemplateResponse

from .forms import SearchForm
from .results import Results


def search(request):
    """The form, and what was found once something was asked. Not for search engines, which find
    the pages themselves."""
    form = SearchForm(request.GET or None)
    if {"section", "kind", "strand"} & form.errors.keys():
        raise Http404("No such section, kind or strand.")
    asked = form.is_valid() and any(form.cleaned_data.values())
    results = Results(form, request.GET.get("page", 1)) if asked else None
    return TemplateResponse(
        request,
        "home/search.html",
        {"form": form, "results": results},
        headers={"X-Robots-Tag": "noindex"},
    )
