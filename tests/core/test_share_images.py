"""The image that goes with a shared link: drawn once, for public pages alone, for any title."""

import re
from html import unescape
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image
from wagtail.models import PageViewRestriction

from core.share import views
from core.share.card import Card
from core.share.drawing import FIGURES_TOP, HEIGHT, MARGIN, TITLE_TOP, WIDTH, draw
from core.share.letters import drawable, font_with
from core.share.lines import LEADING, fit
from proposals.kinds import Kind
from tests.factories import make_blog, make_post, make_strand

WELSH = (
    "Sut y dylid rhannu data personol rhwng adrannau’r llywodraeth er lles pobl Cymru, pa fuddion "
    "a pha risgiau sydd, pa fesurau diogelu sydd eu hangen ar y dŵr ac ar y tŷ, a phwy fydd yn "
    "penderfynu yn Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch? Ymgynghoriad agored "
    "dros chwe wythnos nawr."
)
SENTENCES = "政府部门之间共享个人数据：好处、风险、限制与保障措施。我们应当如何权衡公共利益与隐私？"
CHINESE = (SENTENCES * 9)[:300]
PAPER = (255, 253, 248)


def metadata(client, address):
    """{property: content} of the Open Graph lines of a page."""
    html = client.get(address).content.decode()
    found = re.findall(r'<meta property="(og:[a-z_:]+)" content="([^"]*)">', html)
    return {name: unescape(content) for name, content in found}


def image_path(client, address):
    return metadata(client, address)["og:image"].removeprefix("http://localhost")


def picture(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    return Image.open(BytesIO(b"".join(response.streaming_content)))


def ink(image, box):
    """How many pixels in `box` are not paper."""
    return sum(pixel != PAPER for pixel in image.crop(box).get_flattened_data())


@pytest.fixture
def drawn(monkeypatch):
    """The cards that were drawn."""
    cards = []
    monkeypatch.setattr(views, "draw", lambda card: cards.append(card) or draw(card))
    return cards


def test_page_says_what_a_shared_link_shows(client, home, settings):
    settings.SITE_URL = "https://policy.example.org"
    post = make_post('Risks & "safeguards"', introduction="What <b> is.")
    found = metadata(client, post.url)
    assert found["og:type"] == "article"
    assert found["og:title"] == 'Risks & "safeguards"'
    assert found["og:url"] == f"https://policy.example.org{post.url}"
    assert found["og:site_name"] == settings.WAGTAIL_SITE_NAME
    assert found["og:image"].startswith("https://policy.example.org/share/")
    assert metadata(client, "/")["og:type"] == "website"
    assert not [name for name in found if "twitter" in name]


def test_archive_and_coverage_are_shared_under_their_own_names(client, proposal):
    make_post(strand=make_strand())
    archive = metadata(client, "/blog/strand/research/")
    assert archive["og:title"] == "Research and statistics: Blog"
    assert archive["og:url"] == "http://localhost/blog/strand/research/"
    assert metadata(client, f"{proposal.url}coverage/")["og:url"].endswith("/coverage/")


def test_image_has_the_size_that_sites_ask_for_and_is_kept_for_good(client, post):
    path = image_path(client, post.url)
    assert picture(client, path).size == (1200, 630)
    headers = client.get(path)
    assert "immutable" in headers["Cache-Control"]
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not headers.cookies


def test_rendering_a_page_draws_nothing(client, proposal, drawn):
    client.get(proposal.url)
    client.get("/")
    assert drawn == []


def test_image_is_drawn_once(client, post, drawn):
    path = image_path(client, post.url)
    first, again = picture(client, path), picture(client, path)
    assert first == again
    assert len(drawn) == 1
    assert len(default_storage.listdir("share")[1]) == 1


def test_two_who_draw_at_once_leave_one_file(client, post, monkeypatch):
    path = image_path(client, post.url)

    def draw_after_another(card):
        default_storage.save(f"share/{card.fingerprint}.png", ContentFile(draw(card)))
        return draw(card)

    monkeypatch.setattr(views, "draw", draw_after_another)
    assert picture(client, path).size == (1200, 630)
    assert len(default_storage.listdir("share")[1]) == 1


def test_new_title_has_a_new_image_and_the_old_address_is_gone(client, post, committed):
    before = image_path(client, post.url)
    with committed():
        post.title = "Another"
        post.save_revision().publish()
    after = image_path(client, post.url)
    assert after != before
    assert client.get(after).status_code == 200
    assert client.get(before).status_code == 404


@pytest.mark.parametrize(
    "name", ["{pk}-{wrong}", "{other}-{right}", "1-{right}", "999999999-{right}", "{pk}-{upper}"]
)
def test_invented_address_draws_nothing(client, post, home, drawn, name):
    right = image_path(client, post.url).rpartition("-")[2].removesuffix(".png")
    names = {"pk": post.pk, "other": home.pk, "right": right, "wrong": "0" * 20}
    response = client.get(f"/share/{name.format(**names, upper=right.upper())}.png")
    assert response.status_code == 404
    assert "public" not in response.get("Cache-Control", "")
    assert drawn == []


def test_page_that_is_not_public_has_no_image(client, post):
    path = image_path(client, post.url)
    PageViewRestriction.objects.create(page=make_blog(), restriction_type="login")
    assert client.get(path).status_code == 404
    PageViewRestriction.objects.all().delete()
    post.unpublish()
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("title", [WELSH, CHINESE])
def test_title_of_300_characters_is_drawn_whole(title):
    assert len(title) == 300
    assert drawable(title) == title
    face, lines = fit(title, WIDTH - 2 * MARGIN, FIGURES_TOP - 24 - TITLE_TOP)
    assert "".join("".join(lines).split()) == "".join(title.split())
    assert all(face.width(line) <= WIDTH - 2 * MARGIN for line in lines)
    assert len(lines) * face.size * LEADING <= FIGURES_TOP - 24 - TITLE_TOP
    image = Image.open(BytesIO(draw(Card("Site", "", title, ((3, "Risks", "#a3271f"),)))))
    assert ink(image, (0, TITLE_TOP, WIDTH, FIGURES_TOP)) > 10_000
    assert ink(image, (WIDTH - MARGIN + 4, 20, WIDTH, HEIGHT)) == 0


@pytest.mark.parametrize("letter", [*"ŴŵŶŷÂâÊêÎîÔôÛûẀẁẂẃẄẅỲỳ’–", *"漢字数据資料データ、。「」"])
def test_letter_of_welsh_chinese_and_japanese_is_there(letter):
    assert font_with(letter) is not None


def test_title_that_no_font_can_write_gives_way_to_the_sites_name():
    unwritable = draw(Card("Site", "", "مشاركة البيانات"))
    assert drawable("مشاركة البيانات") == ""
    assert unwritable == draw(Card("Site", "", "Site"))


def test_signs_without_a_picture_are_left_out_and_the_words_stay():
    assert drawable("Data 🙂 sharing\x07\n now") == "Data sharing now"


@pytest.mark.parametrize("title", ["", " ", "W" * 300, "字" * 3000, "a " * 3000, "\ud800", "🙂"])
def test_no_title_makes_an_error(title):
    image = Image.open(BytesIO(draw(Card("Site" * 60, "Strand " * 60, title))))
    assert image.size == (WIDTH, HEIGHT)
    assert Card("Site", "", title).fingerprint
    assert ink(image, (WIDTH - MARGIN + 4, 20, WIDTH, HEIGHT)) == 0


def test_image_of_a_proposal_counts_its_statements_in_their_colours(proposal):
    figures = proposal.share_card.figures
    assert [words for _, words, _ in figures] == ["Benefit", "Risk", "Limitation", "Safeguard"]
    image = Image.open(BytesIO(draw(proposal.share_card)))
    colours = {colour for _, colour in image.getcolors(maxcolors=1 << 20)}
    for _, _, hue in figures:
        assert tuple(bytes.fromhex(hue[1:])) in colours


def test_colours_of_kinds_are_those_of_the_stylesheet(settings):
    css = (settings.ROOT / "site/core/static/core/site.css").read_text()
    for kind in Kind:
        assert f"--{kind.value}: light-dark({kind.hue}," in css
