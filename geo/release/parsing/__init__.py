"""One clause: its form by the grammar, its figures and their columns, and what it states."""
