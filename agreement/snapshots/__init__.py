"""From people's answers to what is published of them."""
