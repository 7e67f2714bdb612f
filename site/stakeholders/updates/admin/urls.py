from django.urls import path, re_path

from .views import ComingView, PageView, SeenView, TellView

# No more digits than every database takes as a number.
PK = r"(?P<pk>[0-9]{1,18})"

urlpatterns = [
    path("updates/coming/", ComingView.as_view(), name="updates_coming"),
    re_path(rf"^updates/page/{PK}/$", PageView.as_view(), name="updates_of_page"),
    re_path(rf"^updates/(?P<kind>[a-z-]+)/{PK}/$", TellView.as_view(), name="tell"),
    re_path(
        rf"^updates/(?P<kind>[a-z-]+)/{PK}/seen/(?P<form>html|text)/$",
        SeenView.as_view(),
        name="tell_seen",
    ),
]
