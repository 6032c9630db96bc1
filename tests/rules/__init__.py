"""The content rules: what may not be said, what must be, and how plainly."""
