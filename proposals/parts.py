"""Pages that other apps put below every proposal: `…/agreement/` and whatever follows it."""

_parts = {}


def add_part(name, view):
    """From now on `view(proposal, request, rest)` answers `…/<name>/<rest>` below a proposal, where
    `rest` is empty for the page itself. It raises Http404 for a rest that it doesn't know."""
    _parts[name] = view


def find_part(name):
    return _parts.get(name)


def part_names():
    return list(_parts)
