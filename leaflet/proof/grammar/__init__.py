"""The grammar of a leaflet's file: which keys, values and operators it may have. All else is no leaflet's.

`keys` has the kinds of dictionaries, `walk` goes through a file by them, `operators` reads its pages.
"""
