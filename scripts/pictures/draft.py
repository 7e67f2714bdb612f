"""The proposal that the guide's pictures show half written: it lacks a limitation, so that the site
refuses to publish it. Its claims are those that the guide commends."""

TITLE = "Free school meals without applying"
SUMMARY = (
    "Councils would learn from benefit records which families are owed free school meals. "
    "No family would have to apply."
)
BACKGROUND = (
    "<p>Families apply today, each year and at each school. Many who are owed a meal never do.</p>"
)
RISK, SAFEGUARD, BENEFIT = (f"5ca1ab1e-0000-4000-8000-00000000000{n}" for n in (1, 2, 3))
STATEMENTS = [
    {
        "type": "benefit",
        "id": BENEFIT,
        "value": {
            "claim": (
                "A family that moves house keeps its free school meals without applying again."
            ),
            "falls_on": "families who rent",
            "evidence": [
                {
                    "title": "Moving house and losing a meal: 214 families, three years on",
                    "url": "https://example.org/moving-house",
                    "kind": "evaluation",
                    "date": "2026-03-12",
                    "bearing": "supports",
                    "limits": "Two counties, both rural. Families without an address are missing.",
                }
            ],
        },
    },
    {
        "type": "risk",
        "id": RISK,
        "value": {
            "claim": "A school office could learn that a parent has lost their job.",
            "falls_on": "parents who are out of work",
            "likelihood": "likely",
            "impact": "serious",
            "evidence": [],
        },
    },
    {
        "type": "safeguard",
        "id": SAFEGUARD,
        "value": {
            "claim": "The school is told that a meal is free, and never why.",
            "falls_on": "parents who are out of work",
            "meets": [RISK],
            "evidence": [],
        },
    },
]
