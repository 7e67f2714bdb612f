"""How agreement is worked out: pure functions on numpy arrays, which know no Django.

Each names the source of its formula. An array of answers is people × statements; rows of
our own are in the order of the people's ids, so that the same answers always give the same result.
"""
