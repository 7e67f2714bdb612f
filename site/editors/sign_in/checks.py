from django.conf import settings
from django.core.checks import Error, register


@register(deploy=True)
def check_second_factor(app_configs, **kwargs):
    """No site goes public whose publishers and moderators sign in by password alone."""
    if settings.SECOND_FACTOR_REQUIRED:
        return []
    return [Error("SECOND_FACTOR_REQUIRED must be True on a public site.", id="editors.E001")]
