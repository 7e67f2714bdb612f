"""The place that tests of writing comments have."""

from blog.models import BlogPage
from discussion.places import Openness, Place


class Posts(Place):
    """Blog posts, as open as a test wants them."""

    name = "page"
    model = BlogPage
    today = Openness.OPEN

    def find(self, pk):
        return BlogPage.objects.live().filter(pk=pk).first()

    def page(self, thing):
        return thing

    def title(self, thing):
        return thing.title

    def url(self, thing):
        return thing.url

    def openness(self, thing):
        return self.today
