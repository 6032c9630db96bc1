"""Build many leaflets: sources are read, a plan makes jobs of them, and each job has a result.

find_monographs   folders and files → paths
read_sources      paths → sources, and failures of those that are not sound
plan              sources and variants → jobs, each one file
build             a job → its result; nothing it meets stops another job
"""
