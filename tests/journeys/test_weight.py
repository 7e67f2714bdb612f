"""What a first visit costs on a slow line, and that nothing jumps while it loads."""

BUDGET = 60 * 1024
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def test_front_door_fits_its_budget_and_stays_in_place(demo, page):
    page.add_init_script(WATCH_SHIFTS)
    sizes = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()))
    page.goto(f"{demo}/", wait_until="networkidle")
    weight = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
    assert len(sizes) >= 2
    assert 0 < weight <= BUDGET
    assert page.evaluate("window.shifted") == 0
    assert page.locator("head script").count() == 0


def test_post_with_images_stays_in_place(demo, page):
    page.add_init_script(WATCH_SHIFTS)
    page.goto(f"{demo}/blog/how-matching-errors-arise/", wait_until="networkidle")
    page.keyboard.press("End")
    page.wait_for_load_state("networkidle")
    assert page.locator(".picture img").first.evaluate("image => image.complete")
    assert page.evaluate("window.shifted") < 0.01
