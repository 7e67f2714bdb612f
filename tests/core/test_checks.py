from core import checks
from core.models import BasePage


def ids(monkeypatch, model):
    monkeypatch.setattr(checks, "our_page_models", lambda: [model])
    return [error.id for error in checks.check_page_models(None)]


def test_our_pages_follow_the_rules_of_the_house():
    assert len(checks.our_page_models()) >= 7
    assert checks.check_page_models(None) == []


def test_page_that_is_no_base_page_is_reported(monkeypatch):
    class Stray:
        parent_page_types = subpage_types = []

    assert ids(monkeypatch, Stray) == ["core.E001"]


def test_page_that_does_not_say_where_it_may_stand_is_reported(monkeypatch):
    class Placeless(BasePage):
        class Meta:
            abstract = True
            app_label = "core"

    assert ids(monkeypatch, Placeless) == ["core.E002", "core.E002"]


def test_place_that_is_inherited_is_not_declared(monkeypatch):
    class Parent(BasePage):
        parent_page_types = subpage_types = []

        class Meta:
            abstract = True
            app_label = "core"

    class Child(Parent):
        parent_page_types = []

        class Meta:
            abstract = True
            app_label = "core"

    assert ids(monkeypatch, Parent) == []
    assert ids(monkeypatch, Child) == ["core.E002"]


def test_checks_run_with_djangos_own():
    from django.core.checks.registry import registry

    assert checks.check_page_models in registry.get_checks()
