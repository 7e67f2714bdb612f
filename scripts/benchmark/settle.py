"""The database's housekeeping, done at once. Within Django."""


def settle():
    """Do what PostgreSQL does by itself within minutes: count what its tables hold, by which it
    plans, and take away what was deleted. SQLite has nothing to wait for."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
