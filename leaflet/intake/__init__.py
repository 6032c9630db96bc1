"""Take typed text in: the one place that knows which characters a text may hold, and how each is written.

Whatever people type comes through here: monographs, the counter, its interface for programs, the pharmacy's
settings. What is checked, set, hashed, proved and exported later is the string that leaves here.

    files        a file's bytes without what differs from editor to editor
    characters   what is refused, by its place
    folding      many spellings → one, each character with its place in what was typed
    suspicions   left-overs of templates, damaged encodings, letters of two scripts in a word
"""
