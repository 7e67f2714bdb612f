"""The page store: whole public pages, compressed once, kept until something on them changes.

An entry (`entries.py`) remembers the *tags* of what it shows (`tags.py`) with the token each tag
had when the page was made. Dropping a tag (`signals.py`) gives it a new token, which every worker
reads at the next request: that entry is dead everywhere at once, and no other is. `front.py`
answers from the store before Django is asked; `middleware.py` fills it, and answers where nothing
stands before Django.
"""
