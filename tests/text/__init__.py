"""Words, lines and typefaces."""
