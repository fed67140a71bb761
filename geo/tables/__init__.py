"""Figures as printed, with unit and rounding; totals; join; reconciliation; records counted."""
