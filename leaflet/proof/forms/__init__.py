"""The proof of leaflets in other forms than PDF: made again, their words read back, each form's own rules.

prove    a file's report: the same bytes from its monograph, the same words, its own rules
pages    what a page for screens and a book's chapter may hold
books    what an EPUB book must have
listened what text to listen to and SSML may hold
alike    files of one leaflet side by side, whatever their form
"""
