"""What was published, as pages read it."""
