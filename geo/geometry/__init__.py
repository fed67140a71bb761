"""Planes, datums, coverages, cuts, poles of inaccessibility: knows no district."""
