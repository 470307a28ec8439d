"""Lagebild: a municipality's poverty-prevention work, from data in git to a public site.

The way of the data: files → `load` → one `Report` of frozen values → `rules` say what is wrong with it,
`assessment` says what it means → `charts`, `pages` and `exports` say it to people and machines → `site`
gathers every file of the finished site.
"""
