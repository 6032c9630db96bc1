"""What English sentences tell a reader to do: words, clauses, safe forms and verdicts."""
