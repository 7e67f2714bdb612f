from tests.factories import make_post, make_proposal


def test_new_site_has_a_front_door(client, home):
    assert client.get("/").status_code == 200


def test_front_door_shows_what_is_open_and_new(client, home):
    proposal = make_proposal("Linking records")
    post = make_post("News of the week")
    page = client.get("/").content.decode()
    assert proposal.url in page
    assert post.url in page
