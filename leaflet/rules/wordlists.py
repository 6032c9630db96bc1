"""Lists of words written as running text, so that a person can read and sort them."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text`, which white space parts."""
    return frozenset(text.split())
