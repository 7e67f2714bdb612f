"""Where people sign up, and what the links in our mails lead to."""

from django.urls import path

from .views.enter import enter
from .views.preferences import preferences
from .views.unsubscribe import unsubscribe

urlpatterns = [
    path("enter/<token>/", enter, name="stakeholder_enter"),
    path("preferences/", preferences, name="stakeholder_preferences"),
    path("unsubscribe/<token>/", unsubscribe, name="stakeholder_unsubscribe"),
]
