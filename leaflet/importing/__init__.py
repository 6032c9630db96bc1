"""Import documents of the field: read them, map them to a draft, and account for every word.

readers   bytes → Original        one tree for all formats, each text with its address
mapping   Original → Draft        in the source's order; whatever moves, splits or is dropped is entered
ledger    source = placed + dropped - added, or the program is at fault
draft     Draft → YAML            what a source does not say stays open
"""
