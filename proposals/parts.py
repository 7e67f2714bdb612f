"""Pages that other apps put below every proposal: `…/agreement/` and whatever follows it."""

_parts = {}


def add_part(name, view):
    """From now on `view(proposal, request, rest)` answers what `…/<name>/<rest>/` below a proposal
    asks for; `rest` is empty for the page itself. It raises Http404 where it knows no such rest."""
    _parts[name] = view


def find_part(name):
    return _parts.get(name)


def part_names():
    return list(_parts)
