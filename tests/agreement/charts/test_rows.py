"""Bars by sector."""

from agreement.analysis.suppression import Table, next_table
from agreement.charts.rows import not_shown, rows

NAMES = {"civil": "Civil society", "academia": "Academia", "business": "Business"}
TOGETHER = "Other sectors together"


def test_sectors_keep_their_order_and_the_rest_comes_last():
    table = Table({"academia": (5, 0, 0), "civil": (9, 1, 3)}, (3, 2, 2))
    found = rows(table, NAMES, TOGETHER)
    assert [row.name for row in found] == ["Civil society", "Academia", TOGETHER]
    assert [row.bar.people for row in found] == [13, 5, 7]


def test_what_is_not_shown_is_named_but_not_counted(draw):
    table = next_table({"civil": (9, 1, 3), "academia": (5, 0, 0), "business": (1, 0, 1)})
    context = {"rows": rows(table, NAMES, TOGETHER), "not_shown": not_shown(table, NAMES)}
    _, html = draw("rows", caption="R1, by sector", head="Sector", **context)
    assert [head.text for head in html("th") if head.get("scope") == "row"] == [
        "Civil society",
        "Academia",
    ]
    assert html("p")[0].text.endswith("Business.")


def test_the_table_holds_what_the_bars_show(draw):
    table = Table({"civil": (20, 6, 38)})
    svg, html = draw("rows", rows=rows(table, NAMES, TOGETHER), caption="R1", head="Sector")
    assert [cell.text for cell in html("td")][1:] == ["31%", "10%", "59%", "64", "21 to 43%"]
    assert len(svg("svg")) == 1
