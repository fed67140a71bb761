"""The interactive page and the embed: renderers of the finished map."""
