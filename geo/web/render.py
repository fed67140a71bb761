"""Views to text: the one place where `templates/` meets what the other modules found out."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from geo.base.catalogue import Catalogue
from geo.base.markup import to_html
from geo.base.packaged import packaged

_BESIDE_A_TAG = re.compile(r"(?<=[>}])\s*\n\s*|\s*\n\s*(?=[<{])")
_INSIDE_A_TAG = re.compile(r"\s*\n\s*")


def render(template: str, view: object, words: Catalogue | None = None) -> Markup:
    """Return a template filled with a view.

    Parameters
    ----------
    template : str
        A file of `templates/`. It reads ``view`` and ``words``, the catalogue.
    view : object
        Frozen values; their texts are escaped, unless they are `trusted`.
    words : Catalogue, optional
        Of the map; without one the template has no texts of its own.

    Returns
    -------
    Markup

    Raises
    ------
    jinja2.UndefinedError
        If the template names what view or catalogue do not have.
    """
    filled = _environment().get_template(template).render(view=view, words=words)
    return trusted(filled)


def _rich(text: str, framed: bool) -> Markup:
    """Return a text with its links and emphasis; the rest of it is escaped."""
    return trusted(to_html(text, framed=framed))


def trusted(text: str) -> Markup:
    """Mark a text as markup that needs no escaping: the package's own, or what was escaped."""
    return Markup(text)  # noqa: S704 - see the sentence above


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["rich"] = _rich
    return made


def _source(name: str) -> str:
    """Return a template; but for a plain text file its line breaks are not part of what it says.

    They would be blanks between elements that lie side by side.
    """
    text = packaged("web", "templates", name)
    if name.endswith(".txt"):
        return text
    return _INSIDE_A_TAG.sub(" ", _BESIDE_A_TAG.sub("", text.strip()))
