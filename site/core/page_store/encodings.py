"""Compression of whole pages, in the form the reader's browser accepts best."""

import gzip

import brotli


def _brotli(body):
    return brotli.compress(body, mode=brotli.MODE_TEXT, quality=4)


def _gzip(body):
    return gzip.compress(body, compresslevel=6, mtime=0)


ENCODERS = {"br": _brotli, "gzip": _gzip, "identity": bytes}


def best_encoding(accept_encoding):
    """The first of ours that an Accept-Encoding header (RFC 9110, section 12.5.3) allows."""
    accepted = {}
    for part in accept_encoding.lower().split(","):
        name, _, parameter = part.partition(";")
        accepted[name.strip()] = parameter.replace(" ", "") not in {
            "q=0",
            "q=0.0",
            "q=0.00",
            "q=0.000",
        }
    return next((name for name in ("br", "gzip") if accepted.get(name)), "identity")


def encode(body, encoding):
    return ENCODERS[encoding](body)
