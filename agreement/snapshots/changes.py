def changes(statements, last):
    """What is new in the entries of a result against those of the `last` one, nothing if there is
    none: [{"reference", "what", "before", "now"}], `what` being "new", "reworded", "standing" or
    "taken out", and `before` and `now` the standings found."""
    if last is None:
        return []
    before = {entry["reference"]: entry for entry in last["statements"]}
    now = {entry["reference"]: entry for entry in statements}
    gone = [
        {"reference": reference, "what": "taken out", "before": entry["standing"], "now": None}
        for reference, entry in before.items()
        if reference not in now
    ]
    found = [change(before.get(reference), entry) for reference, entry in now.items()]
    return [*filter(None, found), *gone]


def change(before, now):
    """How one statement differs from before, None where it does not."""
    said = {"reference": now["reference"], "now": now["standing"]}
    if before is None:
        return said | {"what": "new", "before": None}
    said["before"] = before["standing"]
    if before["wording_hash"] != now["wording_hash"]:
        return said | {"what": "reworded"}
    return said | {"what": "standing"} if before["standing"] != now["standing"] else None
