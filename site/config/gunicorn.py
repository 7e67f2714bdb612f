"""How gunicorn serves the site: `gunicorn --config site/config/gunicorn.py --pythonpath site
config.wsgi`. A proxy that buffers slow readers belongs in front."""

import os
import re
import uuid

bind = f"0.0.0.0:{os.environ.get('PORT', '8000')}"

# Threads, since a sync worker is one half-open request away from standing still; but few, since
# those of a process wait for each other. Workers beyond the processors crowd each other's caches.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or (os.cpu_count() or 1) + 1)
threads = 3
# Loaded once for all workers, which share its memory. New code needs a restart: a HUP loads none.
preload_app = True
timeout = 30
graceful_timeout = 30
keepalive = 5
# Bounds what a slow leak can grow to; the jitter keeps workers from leaving together.
max_requests = 50_000
max_requests_jitter = 5_000
# The workers' heartbeat is a file, and on a busy disk touching it can block.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108
# Nobody here steers a running server, and the socket would lie in somebody's home folder.
control_socket_disable = True

limit_request_line = 4094
limit_request_fields = 50
limit_request_field_size = 8190
# X_Request_Id would reach Django under the name of X-Request-ID.
header_map = "drop"
# Whose X-Forwarded-Proto to believe: the proxy's address.
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1,::1")

REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


def pre_request(worker, req):
    """Number the request, so that our log, Django's and the proxy's name it alike."""
    given = [value for name, value in req.headers if name == "X-REQUEST-ID"]
    if len(given) != 1 or not REQUEST_ID.fullmatch(given[0]):
        req.headers = [header for header in req.headers if header[0] != "X-REQUEST-ID"]
        req.headers.append(("X-REQUEST-ID", uuid.uuid4().hex))


# By name: site/ is on the path only once this file is read.
logger_class = "config.access_log.PrivateLogger"
accesslog = "-"
access_log_format = "%(m)s %(U)s %(s)s %(b)s bytes %(M)s ms %({x-request-id}i)s"
