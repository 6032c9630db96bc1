"""Reading monographs: what is let in, what is refused, and where the mistake is said to stand."""
