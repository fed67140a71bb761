"""What is drawn on a plate: districts, labels, legend, bars, circles, scale bar, sea."""
