"""Share images: what a link to a page shows where people pass it on.

A page says what stands on its image (`card.py`). The image's address holds a fingerprint of that,
so it may be kept for ever, and nobody can ask for an image that no page has (`views.py`). It is
drawn when it is first asked for (`drawing.py`), and stored.
"""
