from django import template

from stakeholders import voices

register = template.Library()


@register.inclusion_tag("stakeholders/_voices.html")
def whose_voices():
    """Who takes part, by sector, as everybody may know it."""
    return {"labels": voices.labels(), "table": voices.public_table()}
