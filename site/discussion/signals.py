"""What the rest of the discussion listens to. Each is sent within the transaction of the change."""

from django.dispatch import Signal

# A comment joined the queue: its author confirmed it. Arguments: comment.
comment_confirmed = Signal()

# A moderator decided. Arguments: decision.
comment_decided = Signal()

# A comment's text became public for the first time. Arguments: comment.
comment_published = Signal()

# What readers see of a comment changed: published, edited, redacted, taken down, withdrawn.
# Arguments: comment.
comment_shown_otherwise = Signal()

# What readers see of an official response changed: published, edited, taken down. Arguments:
# response, pages (the numbers of those that show it or did).
response_shown_otherwise = Signal()
