"""Search over pages and statements, alike on SQLite and PostgreSQL (docs/decisions/0012).

`words.py` folds and stems words, for the index and for what a reader types. `home.models.Finding`
is one thing to be found; `keeping.py` keeps the findings in line with what is published.
`query.py` is what a reader typed, `index.py` asks the database for it. The rest is what a reader
sees: the form, the results with their excerpts, suggestions when there is nothing.
"""
