from collections import Counter
from string import ascii_uppercase

from .opinion import NO_GROUP


def group_names(people, labels, before):
    """A letter for each group: that which most of its people had `before` ({person: letter}), or
    one that no group had. So a group that is found again keeps its name, though another may be the
    largest by now."""
    shared = Counter(
        (group, before[person])
        for person, group in zip(people, labels, strict=True)
        if group != NO_GROUP and person in before
    )
    names = {}
    for (group, name), _ in shared.most_common():
        if group not in names and name not in names.values():
            names[group] = name
    unused = iter(sorted(set(ascii_uppercase) - set(before.values())))
    return [names.get(group) or next(unused) for group in range(max(labels, default=NO_GROUP) + 1)]
