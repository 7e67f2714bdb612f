"""Conversations exported from Polis: reading them, and what our analysis says of them."""
