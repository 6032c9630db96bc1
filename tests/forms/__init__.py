"""The forms beside print: what each must hold, and that all say the same."""
