"""From statements to events, rows and totals: what is kept, what contradicts, what is left."""
