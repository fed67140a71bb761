"""What is wrong and where; files read and written whole; text normalized; words; round numbers."""
