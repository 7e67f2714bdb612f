"""Where editors decide what stakeholders are told."""
