"""The interface for dispensing software under /api/v1: JSON in, files, JSON or a problem document out.

routes     every address with its handler
catalogue  the medicines: listed, searched, by code, one alone
making     leaflets, in every form and several in one file; sheets of sizes
imports    a document of the field becomes a draft
bodies     what is sent, read strictly; answers with a tag
describe   all of it as OpenAPI
"""
