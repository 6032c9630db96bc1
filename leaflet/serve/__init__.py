"""The counter: a page on this machine at which a pharmacist picks, sizes and prints a leaflet.

A request passes the guard, finds its handler, and is answered from values; only these are kept:

    door       who may ask: host, origin, password
    guard      how much and how slowly; bodies read and wiped; the headers of every answer
    pages, api what is asked for: screens for people, files and JSON for programs
    order      the choices of one print, read by one table for both
    counter    an order becomes a leaflet, or a refusal with its reasons
    jobs       what is made for one: a file, a preview, counts; `makers` has it done in a few processes apart
    shelf      the medicines of the content folder, read again when a file changes
    settings   the pharmacy's own words, in a file of the user's configuration folder

What is typed about a patient lives as long as its request: in no file, log, address or cache.
"""
