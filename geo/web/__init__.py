"""The interactive page and the embed: renderers of the finished map.

Three doors:

- `geo.web.page.page`: the page, as one HTML document;
- `geo.web.embed.embed`: the embed, as one HTML document, with the contents of its scripts and
  styles and the drawing in it;
- `geo.web.snippet.embed_files`: the files of the embed: itself, the snippets to paste, oEmbed.

The modules behind them find out what is to be seen, as frozen views (`legend`, `table`, `context`,
`map`, `body`); the markup is in `templates/`, filled by `render`, and what the script reads is a
`contract.MapData`, made by `data`.
"""
