"""Where people write: forms, and what the links in our mails lead to."""

from django.urls import path

from .views.confirm import confirm_comment
from .views.mine import my_comment
from .views.mute import mute_thread
from .views.report import report_comment, reported
from .views.write import sent, write

urlpatterns = [
    path("write/<key>/", write, name="comment_write"),
    path("sent/<key>/", sent, name="comment_sent"),
    path("confirm/<token>/", confirm_comment, name="comment_confirm"),
    path("mine/<token>/", my_comment, name="comment_mine"),
    path("mute/<token>/", mute_thread, name="comment_mute"),
    path("report/<uuid:uuid>/", report_comment, name="comment_report"),
    path("reported/<uuid:uuid>/", reported, name="comment_reported"),
]
