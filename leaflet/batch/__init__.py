"""Build many leaflets: what is missing or changed, on every core, whatever happens.

find_monographs   folders and files → paths
survey            an order → jobs, each one file, and the monographs that are refused; next to nothing is read
build             an errand, which is a job and what it takes → its result; nothing it meets stops another
Build             jobs → results, with record and manifest kept
compare           an order → what its folder has otherwise
"""
