import geopandas as gpd
import numpy as np
import shapely

from geo.geometry.projection import local_crs
from geo.web.drawing import draw
from geo.web.unprojection import unprojection
from tests.small import map_of
from tests.weifang import weifang


def test_the_polynomials_lead_back_to_degrees_within_half_a_unit():
    choropleth = weifang()
    drawing = draw(choropleth.districts, resolution=4000)
    fit = unprojection(drawing)
    x, y = np.array([(a.x, a.y) for a in drawing.anchors]).T
    u, v = 2 * x / drawing.width - 1, 2 * y / drawing.height - 1
    powers = [(i, j) for i in range(fit.degree + 1) for j in range(fit.degree + 1 - i)]
    terms = np.array([u**i * v**j for i, j in powers])
    back = gpd.points_from_xy(fit.lon @ terms, fit.lat @ terms, crs=4326)
    labels = choropleth.districts[["label_lon", "label_lat"]]
    true = gpd.points_from_xy(labels["label_lon"], labels["label_lat"], crs=4326)
    plane = local_crs(choropleth.districts)
    apart = gpd.GeoSeries(back).to_crs(plane).distance(gpd.GeoSeries(true).to_crs(plane))
    unit = (drawing.bounds[3] - drawing.bounds[1]) / drawing.height
    assert apart.max() < unit


def test_no_polynomial_leads_back_from_a_map_of_the_world():
    lands = [shapely.box(lon, lat, lon + 40, lat + 20) for lon in range(-180, 180, 60)
             for lat in (-80, -20, 60)]  # fmt: skip
    world = map_of(lands, range(1, 19), names=[f"n{i}" for i in range(18)])
    assert unprojection(draw(world.districts, resolution=4000, plane=world.plane)) is None
