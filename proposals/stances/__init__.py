"""How people say of each statement whether they agree."""
