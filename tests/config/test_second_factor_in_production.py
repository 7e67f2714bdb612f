from django.core.checks import run_checks

from editors.sign_in.checks import check_second_factor


def test_production_asks_for_a_second_factor(run, production_environment):
    script = "import config.settings.production as p; print(p.SECOND_FACTOR_REQUIRED)"
    for said in ("", "false", "0"):
        environment = production_environment | {"SECOND_FACTOR_REQUIRED": said}
        assert run(environment, "-c", script).stdout == "True\n"


def test_check_before_deployment_says_when_it_does_not(settings):
    settings.SECOND_FACTOR_REQUIRED = False
    assert "editors.E001" in {error.id for error in run_checks(include_deployment_checks=True)}
    settings.SECOND_FACTOR_REQUIRED = True
    assert check_second_factor(None) == []
