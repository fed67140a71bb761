"""Every write of every command failed once, and builds killed: old files whole, or the new ones."""
