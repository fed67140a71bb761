"""Values to classes to colours."""
