"""What the rest of the site listens to. Each is sent within the transaction of the change."""

from django.dispatch import Signal

# Somebody proved their address, for the first time or after having left. Arguments: stakeholder.
stakeholder_confirmed = Signal()

# Somebody left: no mail goes there any more. Arguments: stakeholder.
stakeholder_left = Signal()

# What is held of somebody is erased: listeners delete their own part. Arguments: stakeholder.
stakeholder_erased = Signal()

# Somebody was signed in on a browser: what it held for them before can become theirs. Arguments:
# stakeholder, request, response.
stakeholder_entered = Signal()
