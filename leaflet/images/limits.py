"""What a picture may weigh, and what is said of one that cannot be printed."""

LARGEST = 1_000_000  # bytes of a picture


class LogoError(ValueError):
    """A picture that cannot be printed; the message is a sentence for whoever gave it."""
