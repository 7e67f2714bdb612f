"""Headers of static files, which WhiteNoise sends before our middleware sees them."""


def add_static_headers(headers, path, url):
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
