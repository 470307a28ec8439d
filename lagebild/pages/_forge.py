"""Addresses of a forge's web editor and of its forms, for the forges whose forms of address are known.

A forge is told by its host: github.com; hosts whose name says GitLab; hosts whose name says Forgejo or Gitea,
and Codeberg. Of any other host nobody can know where its editor is, so nothing is built for it.

Sources: GitHub Docs, "Creating an issue" (query parameters by field id); GitLab Docs, "Create an issue: using
a URL with prefilled values"; Gitea, issue templates: `field:<id>` in the query (pull request 22545).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

# The branch that the workflows publish.
BRANCH = "main"
FORMS = ".github/ISSUE_TEMPLATE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forge:
    """Where a repository's files are edited and reports are written."""

    repository: str
    """Address of the repository without a trailing slash."""
    editor: str
    creator: str
    file_name: str | None
    """Query parameter that names a new file; None: the editor takes none."""
    text: str | None
    """Query parameter that fills a new file; None: the editor takes none."""
    answer: str | None
    """Prefix of the query parameters that answer a form's questions; None: the forge knows no forms."""
    form: str = ""
    """What stands before a form's file name in the query."""

    def edit(self, path: str) -> str:
        """The web editor with a file open."""
        return f"{self.repository}/{self.editor}/{BRANCH}/{quote(path)}"

    def create(self, folder: str, name: str, text: str) -> str:
        """The web editor with a file that does not exist yet, named and filled where the forge allows it."""
        given = {self.file_name: name, self.text: text}
        query = _query({key: value for key, value in given.items() if key})
        return f"{self.repository}/{self.creator}/{BRANCH}/{quote(folder)}{query}"

    def report(self, form: str, title: str, answers: Mapping[str, str]) -> str:
        """A new report: a form of the repository with these answers (by field id), else a text with them."""
        if self.answer is None:
            text = "\n\n".join(f"{field.capitalize()}: {answer}" for field, answer in answers.items())
            query = _query({"issue[title]": title, "issue[description]": text})
            return f"{self.repository}/-/issues/new{query}"
        fields = {f"{self.answer}{field}": answer for field, answer in answers.items()}
        query = _query({"template": f"{self.form}{form}.yml", "title": title, **fields})
        return f"{self.repository}/issues/new{query}"


def forge(repository: str | None) -> Forge | None:
    """The forge of a repository's https address; None where it is none or its host is unknown."""
    parts = urlsplit(repository or "")
    path = parts.path.strip("/").removesuffix(".git")
    if parts.scheme != "https" or parts.username or parts.query or parts.fragment or "/" not in path:
        return None
    address = f"https://{parts.netloc}/{quote(path)}"
    host = (parts.hostname or "").lower()
    if host == "github.com":
        return Forge(
            repository=address, editor="edit", creator="new", file_name="filename", text="value", answer=""
        )
    if "gitlab" in host:
        return Forge(
            repository=address,
            editor="-/edit",
            creator="-/new",
            file_name="file_name",
            text=None,
            answer=None,
        )
    if host == "codeberg.org" or "forgejo" in host or "gitea" in host:
        return Forge(
            repository=address, editor="_edit", creator="_new", file_name=None, text=None, answer="field:",
            form=f"{FORMS}/",
        )  # fmt: skip
    return None


def _query(values: Mapping[str, str]) -> str:
    pairs = "&".join(f"{quote(key, safe='')}={quote(value, safe='')}" for key, value in values.items())
    return f"?{pairs}" if pairs else ""
