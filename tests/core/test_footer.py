from wagtail.models import PageViewRestriction, Site

from core.frame import get_frame
from core.models import Footer, FooterLink
from home.models import StandardPage
from tests.factories import make_post, place


def test_new_site_has_no_links_in_its_footer(home, post):
    assert not Footer.objects.exists()
    assert get_frame()["links"] == []


def test_footer_links_to_the_pages_chosen_in_their_order(footer, home):
    pages = [place(home, StandardPage(title=title)) for title in ("About", "Privacy")]
    make_post("Not chosen")
    for order, page in enumerate(reversed(pages)):
        FooterLink.objects.create(footer=footer, page=page, sort_order=order)
    assert [link["title"] for link in get_frame()["links"]] == ["Privacy", "About"]


def test_menu_and_footer_are_found_in_two_queries(footer, home, django_assert_num_queries):
    for title in ("About", "Privacy"):
        page = place(home, StandardPage(title=title, show_in_menus=True))
        FooterLink.objects.create(footer=footer, page=page)
    Site.get_site_root_paths()
    with django_assert_num_queries(2):
        frame = get_frame()
    assert [link["title"] for link in frame["menu"]] == ["About", "Privacy"]
    assert len(frame["links"]) == 2


def test_menu_keeps_the_order_of_the_tree_whatever_the_footer_does(footer, home):
    pages = [place(home, StandardPage(title=title, show_in_menus=True)) for title in ("One", "Two")]
    FooterLink.objects.create(footer=footer, page=pages[1])
    frame = get_frame()
    assert [link["title"] for link in frame["menu"]] == ["One", "Two"]
    assert [link["title"] for link in frame["links"]] == ["Two"]


def test_frame_gives_no_link_to_a_page_that_is_not_live(footer, home):
    page = place(home, StandardPage(title="Draft", live=False, show_in_menus=True))
    FooterLink.objects.create(footer=footer, page=page)
    assert get_frame()["links"] == get_frame()["menu"] == []


def test_frame_gives_no_link_to_a_page_that_readers_do_not_find(footer, home):
    page = place(home, StandardPage(title="For the few", show_in_menus=True))
    FooterLink.objects.create(footer=footer, page=page)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert get_frame()["links"] == get_frame()["menu"] == []


def test_menu_shows_sections_and_nothing_below_them(home):
    make_post("Deep", show_in_menus=True)
    assert [link["title"] for link in get_frame()["menu"]] == ["Blog"]
