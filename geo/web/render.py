"""Views to text: the one place where `templates/` meets what the other modules found out."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

import jinja2
from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from geo.base.catalogue import Catalogue
from geo.base.markup import to_html
from geo.base.packaged import packaged, packaged_json
from geo.spec.part import PLACE
from geo.web.assets import rem

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


class _Slider(Protocol):
    """What says which period is in view at first."""

    @property
    def last(self) -> str: ...


def _dated(text: str, slider: _Slider | None) -> str | Markup:
    """Return a text with the period in view, in an element that the script fills anew."""
    if slider is None or PLACE not in text:
        return text
    shown = trusted("<span data-period>{}</span>").format(slider.last)
    return escape(text).replace(PLACE, shown)


def trusted(text: str) -> Markup:
    """Mark a text as markup that needs no escaping: the package's own, or what was escaped."""
    return Markup(text)  # noqa: S704 - see the sentence above


class _Compiled(BytecodeCache):
    """The templates as the Python that `make front` made of them: jinja2 takes 0.1 s for that.

    jinja2 asks with the checksum of the template that it has read, so what was made of an older one
    is not taken; nor is what another version of jinja2 made.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give jinja2 the code of a template, if it was made of what the template says now."""
        made = _made()
        if made["jinja2"] == jinja2.__version__ and bucket.checksum in made["code"]:
            bucket.code = compile(made["code"][bucket.checksum], "<template>", "exec")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep nothing: what is missing is made by `make front`."""


@cache
def _made() -> Any:  # noqa: ANN401 - as `compiled` returns it
    return packaged_json("web", "dist", "templates.json")


def compiled() -> dict[str, object]:
    """Return what `_Compiled` reads: jinja2's version, and Python by the checksum of its template.

    Needed by `make front` alone.
    """
    environment, code = _environment(), {}
    for file in sorted(files("geo").joinpath("web", "templates").iterdir(), key=str):
        source = _source(file.name)
        checksum = _Compiled().get_source_checksum(source)
        code[checksum] = environment.compile(source, file.name, raw=True)
    return {"jinja2": jinja2.__version__, "code": code}


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(_source),
        bytecode_cache=_Compiled(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["rich"] = _rich
    made.filters["dated"] = _dated
    made.filters["rem"] = rem
    return made


def _source(name: str) -> str:
    """Return a template; but for a plain text file its line breaks are not part of what it says.

    They would be blanks between elements that lie side by side.
    """
    text = packaged("web", "templates", name)
    if name.endswith(".txt"):
        return text
    return _INSIDE_A_TAG.sub(" ", _BESIDE_A_TAG.sub("", text.strip()))
