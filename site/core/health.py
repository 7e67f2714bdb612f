"""For whatever watches the site: is the process up, and can it serve?"""

from django.core.cache import cache
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse


def healthz(request):
    """200 as long as the process answers."""
    return JsonResponse({"process": "ok"})


def readyz(request):
    """200 when database, cache and migrations are ready, else 503 with what is not."""
    checks = {"database": check_database(), "cache": check_cache()}
    checks["migrations"] = check_migrations() if checks["database"] == "ok" else "unknown"
    ready = all(result == "ok" for result in checks.values())
    return JsonResponse(checks, status=200 if ready else 503)


def check_database():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return "unreachable"
    return "ok"


def check_cache():
    cache.set("readyz", "ok", timeout=10)
    return "ok" if cache.get("readyz") == "ok" else "unreachable"


def check_migrations():
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(pending)} pending" if pending else "ok"
