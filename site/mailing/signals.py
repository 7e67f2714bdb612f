from django.dispatch import Signal

# A mail to an address came back, or was called spam: address_key, hard (it will never arrive),
# complaint. Sent in the transaction in which the suppression is written.
address_bounced = Signal()
