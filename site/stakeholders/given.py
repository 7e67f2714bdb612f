"""Where people find again what they gave this site, read from their preferences. Apps above say so
in their `AppConfig.ready()`, since stakeholders know no page."""

_sources = []


def lead_to(links):
    """`links(stakeholder)` gives [(path, words)] of the pages on which they gave something."""
    _sources.append(links)


def links_of(stakeholder):
    return [link for links in _sources for link in links(stakeholder)]
