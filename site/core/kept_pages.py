"""Pages that are not deleted, because something said about them would be lost: refused with clear
words in the admin, singly, in bulk, and with a page above them. The database protects the rows."""

from django.contrib import messages
from django.shortcuts import redirect

_keepers = []


def keep_pages(holds, words):
    """Refuse from now on to delete a page for which `holds(page)` is true; it is also asked for the
    pages above. `words` follow the page's title."""
    _keepers.append((holds, words))


def why_kept(page):
    """Why `page` can't be deleted, empty if it can."""
    return next((words for holds, words in _keepers if holds(page)), "")


def refuse_to_delete(request, pages):
    """The answer to whoever would delete `pages`, None if nothing is lost with them."""
    return refuse(request, [(page, words) for page in pages if (words := why_kept(page))])


def refuse(request, refused):
    """Say of each page, given as (page, words), what could not be done, and go back to the list
    that the first stands in."""
    for page, words in refused:
        messages.error(request, f"“{page.get_admin_display_title()}” {words}")
    return redirect("wagtailadmin_explore", refused[0][0].get_parent().pk) if refused else None
