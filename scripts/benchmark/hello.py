"""The least that a server can do: `/<number>` answers with that many bytes."""


def application(environ, start_response):
    size = int(environ["PATH_INFO"].strip("/") or 5)
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(size))])
    return [b"x" * size]
