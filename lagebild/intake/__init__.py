"""Taking in what planners bring: their own tables, official tables, filled-in forms, answers to questions.

Everything here turns bytes into proposals; only the scripts write. Nothing is guessed: what is ambiguous,
unknown or contradictory is listed in German and left alone.

- `csv_text`, `decoding`, `columns`: a table as its bytes stand;
- `tidied`, `tidy_rows`, `tidy`, `patch`: a planner's table in canonical form, and the change as a patch.
"""
