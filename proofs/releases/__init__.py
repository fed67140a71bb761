"""How much of a release is read: sentences and articles of our own, labelled, by form."""
