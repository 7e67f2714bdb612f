import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.page_store.encodings import ENCODERS, best_encoding

CODINGS = st.sampled_from(["br", "gzip", "deflate", "zstd", "identity", "*", "BR", "x-gzip"])
WEIGHTS = st.sampled_from(["", ";q=0", ";q=0.0", "; q=0.000", ";q=1", ";q=0.5", ";Q=0", ";q= 0"])
PARTS = st.tuples(CODINGS, WEIGHTS)


@pytest.mark.parametrize(
    ("header", "best"),
    [
        ("", "identity"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0.5", "br"),
        ("GZIP", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br; q=0.000, gzip;q=0", "identity"),
        ("brotli, gzipped", "identity"),
        ("*", "identity"),
    ],
)
def test_best_encoding_is_the_smallest_that_the_reader_takes(header, best):
    assert best_encoding(header) == best


@given(st.lists(PARTS, max_size=6))
def test_encoding_was_offered_and_not_refused(parts):
    chosen = best_encoding(", ".join(name + weight for name, weight in parts))
    last = {name.lower(): weight for name, weight in parts}
    if chosen != "identity":
        weight = last[chosen].lower().replace(" ", "").removeprefix(";q=")
        assert weight == "" or float(weight) > 0


@given(st.text())
def test_no_header_is_too_strange(header):
    chosen = best_encoding(header)
    assert chosen in ENCODERS
    assert chosen == "identity" or chosen in header.lower()
