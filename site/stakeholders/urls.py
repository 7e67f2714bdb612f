"""Where people sign up, and what the links in our mails lead to."""

from django.urls import path

from .views.confirm import confirm
from .views.enter import ask_for_link, enter, link_sent
from .views.erase import erase, erased
from .views.preferences import download, preferences, take_step
from .views.sign_up import sent, sign_up
from .views.unsubscribe import unsubscribe

urlpatterns = [
    path("sign-up/", sign_up, name="stakeholder_sign_up"),
    path("sent/", sent, name="stakeholder_sent"),
    path("confirm/<token>/", confirm, name="stakeholder_confirm"),
    path("enter/<token>/", enter, name="stakeholder_enter"),
    path("link/", ask_for_link, name="stakeholder_link"),
    path("link/sent/", link_sent, name="stakeholder_link_sent"),
    path("preferences/", preferences, name="stakeholder_preferences"),
    path("preferences/download/", download, name="stakeholder_download"),
    path("preferences/erase/", erase, name="stakeholder_erase"),
    path("preferences/<slug:step>/", take_step, name="stakeholder_step"),
    path("erased/", erased, name="stakeholder_erased"),
    path("unsubscribe/<token>/", unsubscribe, name="stakeholder_unsubscribe"),
]
