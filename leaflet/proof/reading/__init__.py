"""Read a finished file back, with readers that did not write it.

`painted` asks PDFium what is on the page: glyphs, shapes, colours, places, and how they look. `objects`,
`tags`, `streams` and `fonts` ask qpdf (through pikepdf) what the file is made of. Each knows a bound for
everything it reads, so that a hostile file costs little; damage is a sentence, never a traceback.
"""
