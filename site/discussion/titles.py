"""What to call the places of many comments or responses at once."""

from .places import find_many


def titles_of(rows):
    """{key: (title, path)} of the places of `rows`, each of which brings its page along: at one
    query per kind of place, and none for pages. Places that are not found are left out."""
    pages = {row.place: row.page for row in rows if row.place.startswith("page-")}
    found = find_many(row.place for row in rows if row.place not in pages)
    return {key: (page.title, page.url) for key, page in pages.items()} | {
        key: (place.title(thing), place.url(thing)) for key, (place, thing) in found.items()
    }
