"""Prove leaflets: the laid-out pages before they are rendered, and the finished file read back.

`pages` holds a layout against its document and profile, in less than a millisecond. The rest reads a
finished PDF with programs that did not write it, and judges it rule by rule.
"""
