"""Taking in what planners bring: their own tables, official tables, filled-in forms, answers to questions.

Everything here turns bytes into proposals; only the scripts write. Nothing is guessed: what is ambiguous,
unknown or contradictory is listed in German and left alone. The modules stand in layers, each using only
those named before it:

- `csv_text`, `decoding`, `columns` and `yaml_places` know a planner's files as their bytes stand;
- `tidied`, `tidy_rows` and `tidy` put a table into canonical form, `patch` writes the change for git;
- `grid` makes rows of text of any CSV or XLSX; `published` says what a table is once it is read;
- `printed_cells`, `printed_times`, `printed_values` and `territories` know how statistics print things;
- `wide` reads tables made for people, `flat` the flat format of GENESIS, `reading` chooses between them;
- `mapping` is the file that says which columns are wanted, `assigning` makes figures of them;
- `difference` and `merging` hold them against a table and write them into it, `next_source` names the source;
- `own_form` and `register_form` read back our own workbooks;
- `importing` puts one file together with a package, `account` tells in German what it would change;
- `questions` and `new_entries` make new entries of answers.
"""
