"""A press release to rows and stated totals; knows nothing of maps."""
