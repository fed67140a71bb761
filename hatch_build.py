"""Build hook: put Leaflet and folium's shell into the package, so that a page needs no network.

Leaflet is published on PyPI inside the package django-leaflet. Importing that package needs
Django settings, so its files are found through the package metadata instead.
"""

import sys
from importlib.metadata import files
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WANTED = {"leaflet.js", "leaflet.css"}
NOTICE = """Leaflet 1.9.3, a JavaScript library for interactive maps. https://leafletjs.com

BSD 2-Clause License

Copyright (c) 2010-2022, Volodymyr Agafonkin
Copyright (c) 2010-2011, CloudMade
All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions
   and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions
   and the following disclaimer in the documentation and/or other materials provided with the
   distribution.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR
IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR
CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER
IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF
THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""


class CustomBuildHook(BuildHookInterface):
    def initialize(self, version: str, build_data: dict) -> None:
        vendor = Path(self.root) / "geo" / "web" / "vendor"
        vendor.mkdir(exist_ok=True)
        found = {}
        for entry in files("django-leaflet") or []:
            if entry.name in WANTED and entry.parent.name == "leaflet":
                found[entry.name] = Path(entry.locate()).read_bytes()
        if set(found) != WANTED:
            raise RuntimeError(f"django-leaflet lacks {sorted(WANTED - set(found))}")
        for name, content in sorted(found.items()):
            (vendor / name).write_bytes(content)
        (vendor / "LICENSE-leaflet.txt").write_text(NOTICE, encoding="utf-8")
        sys.path.insert(0, self.root)
        from geo.web.assets import write_short
        from geo.web.shell import write_shells

        write_shells(vendor)
        write_short(vendor)
        build_data["artifacts"].append("geo/vendor/*")
