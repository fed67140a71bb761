"""The finished map before any drawing (`model`), and the whole way there (`pipeline`)."""
