"""A press release to rows and stated totals; knows nothing of maps.

Entry points: `geo.release.extract` has `extract` (for a text) and `read_release` (for a file);
`geo.release.model` has what they return, `Release`, and `release_table`, which makes a table of it.
For example, `extract("奎文区16个，总投资81.8亿元。")` returns a `Release` with a row for 奎文区: 16
projects, 81.8 亿元. A number that cannot be assigned for certain is in `unused`, with the reason.
"""
