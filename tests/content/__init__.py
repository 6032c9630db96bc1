"""The tests of the content: what each shipped monograph must say, and must not."""
