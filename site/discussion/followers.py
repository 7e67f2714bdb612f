"""Authors who asked to hear of replies to their comments."""

from .models import PublicComment

ID_DIGITS = 11


def followers_of(reply):
    """The followed comments above a reply, one per address, the topmost; never its author's own."""
    ids = [reply.path[at : at + ID_DIGITS] for at in range(0, len(reply.path), ID_DIGITS)][:-1]
    followed = (
        PublicComment.objects.published()
        .filter(pk__in=map(int, ids), followup=True)
        .exclude(user_email="")
        .exclude(author_key=reply.author_key)
        .in_order()
    )
    topmost = {}
    for comment in followed:
        topmost.setdefault(comment.author_key, comment)
    return list(topmost.values())


def mute(comment):
    """End all mails about replies in this thread to the author of `comment`."""
    thread = PublicComment.objects.filter(
        thread_id=comment.thread_id, author_key=comment.author_key, followup=True
    )
    thread.update(followup=False)
