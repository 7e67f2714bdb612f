"""Going back a version silences nothing."""

from importlib import import_module

from django.apps import apps

from stakeholders.models import Update
from stakeholders.updates.telling import keep_quiet, prepare, tell

prepared_words = import_module("stakeholders.migrations.0004_words_prepared_for_a_day")


def test_what_is_prepared_is_left_to_the_site_by_a_version_that_knows_no_such_words(news, editor):
    prepare(news("Prepared"), "My words.", editor)
    keep_quiet(news("Quiet"), editor)
    told = news("Told")
    prepare(told, "My words.", editor)
    tell(told, "My words.")
    prepared_words.leave_it_to_the_site(apps, None)
    assert set(Update.objects.values_list("title", flat=True)) == {"Quiet", "Told"}
