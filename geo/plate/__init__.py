"""The printed plate: a renderer of the finished map.

`geo.plate.plates.plates` makes the files of every plate that a map's spec asks for, as bytes by
name; `geo.plate.plates.figure` makes one plate as a matplotlib Figure. What a plate shows is
gathered in `subject`, its parts are packed around the map by `compose`, which gives a `Sheet` of
marks in millimetres, and each module of `files` writes that sheet in one format.
"""
