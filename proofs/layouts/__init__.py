"""The snippet in the layouts of real content management systems, in real browsers."""
