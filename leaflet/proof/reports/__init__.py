"""Reports of a proof: for a terminal, for programs, and as a page for people."""
