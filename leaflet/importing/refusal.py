"""Why a file is not imported: a sentence and a way out."""


class RefusedError(ValueError):
    """A file that cannot or must not be imported; the message says what is wrong, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
