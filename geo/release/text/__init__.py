"""From a file to the lines of its text, wrapped ones joined and tables told apart."""
