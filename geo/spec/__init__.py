"""What the map-maker chooses."""
