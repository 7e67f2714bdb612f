"""What people agree to, word for word: kept with each consent."""

# Another text of the privacy notice, or of anything below, is another version.
VERSION = "2026-11"
