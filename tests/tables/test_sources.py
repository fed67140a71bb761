"""Files of records are told apart by their content; patterns and addresses become files."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.request import Request, urlopen

import fsspec
import obstore
import pandas as pd
import pytest
from obstore.store import S3Store

from geo.base.errors import MapError
from geo.tables import pieces as module
from geo.tables.pieces import Wanted, pieces
from geo.tables.sources import expanded, is_stream, kind_of, opened, size_of, unpacked
from geo.tables.streams import batches

ASKED = Wanted(("code", "year"))
FRAME = pd.DataFrame({"code": ["01", "02"], "year": ["2020", "2021"]})
TEXT = b"code,year\n01,2020\n"


def test_only_one_text_file_here_is_a_small_table(tmp_path: Path):
    """Of 64 MB at most."""
    (tmp_path / "r.csv").write_bytes(TEXT)
    (tmp_path / "r.csv.gz").write_bytes(gzip.compress(TEXT))
    (tmp_path / "b.xlsx").write_bytes(b"PK\3\4")
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(2**26 + 1)
    told = {path.name: is_stream([path]) for path in tmp_path.iterdir()}
    assert told == {"r.csv": False, "b.xlsx": False, "large.csv": True, "r.csv.gz": True}
    assert is_stream(["-"])
    assert is_stream(["s3://bucket/r.csv"])
    assert is_stream([tmp_path / "r.csv"] * 2)


@pytest.mark.parametrize(("start", "kind"), [
    (b"PAR1\0", "parquet"), (b"ARROW1\0\0", "arrow"), (b"\xff\xff\xff\xff\0", "arrows"),
    (b"fgb\3", "fgb"), (b"\x1f\x8b\x08", "gzip"), (b"a,b", "text"), (b"", "text"),
])  # fmt: skip
def test_a_format_is_told_from_the_first_bytes(start, kind):
    assert kind_of(start) == kind


def test_a_pattern_is_the_files_that_fit_in_order(tmp_path: Path):
    for name in ("2.csv", "1.csv", "1.txt", "[x].csv"):
        (tmp_path / name).write_bytes(TEXT)
    here = str(tmp_path)
    assert expanded([f"{here}/?.csv", "-"]) == [f"{here}/1.csv", f"{here}/2.csv", "-"]
    assert expanded([f"{here}/[x].csv"]) == [f"{here}/[x].csv"]  # a file of that very name
    assert expanded([f"{here}/*.parquet"]) == [f"{here}/*.parquet"]  # refused by name when read


def test_an_address_is_opened_sized_and_expanded():
    store = fsspec.filesystem("memory")
    for name in ("b", "a"):
        store.pipe(f"/records/{name}.csv.gz", gzip.compress(TEXT))
    found = expanded(["memory://records/*.gz"])
    assert found == ["memory:///records/a.csv.gz", "memory:///records/b.csv.gz"]
    assert size_of(found[0]) == len(gzip.compress(TEXT))
    with opened(found[0]) as file:
        assert unpacked(file).read() == TEXT


def test_an_address_of_no_known_kind_is_refused():
    with pytest.raises(MapError) as error, opened("gopher://x/r.csv"):
        pass
    assert str(error.value) == (
        "gopher://x/r.csv: cannot be read: Protocol not known: gopher. Write s3://, gs://, az:// "
        "or https://."
    )


def test_without_the_extra_an_address_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(MapError) as error:
        size_of("s3://bucket/r.csv")
    assert str(error.value) == (
        "s3://bucket/r.csv: s3:// needs fsspec. Install it with: pip install "
        "'geo-choropleth[stores]'"
    )


def test_standard_input_stays_open(monkeypatch):
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(TEXT)))
    monkeypatch.setattr(sys, "stdin", stdin)
    with opened("-") as file:
        assert file.read() == TEXT
    assert size_of("-") is None


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A web server that gives no parts of files: that of the standard library."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    handler.log_message = lambda *_: None
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", tmp_path
        server.shutdown()


def test_a_web_server_without_parts_of_files_is_read_from_the_beginning(web):
    address, folder = web
    (folder / "r.csv").write_bytes(TEXT * 3)
    FRAME.to_parquet(folder / "r.parquet")
    for name, n in (("r.csv", 5), ("r.parquet", 2)):
        (piece,) = pieces([f"{address}/{name}"], ASKED)
        read = list(batches(piece, ASKED))
        assert sum(len(batch.rows) for batch in read) == n
        assert sum(batch.size for batch in read) == (folder / name).stat().st_size
    with pytest.raises(MapError) as error:
        pieces([f"{address}/none.csv"], ASKED)
    assert str(error.value) == f"{address}/none.csv: is not there. Look at its name."


def test_a_web_server_that_does_not_answer_is_told_from_a_missing_file():
    with pytest.raises(MapError) as error:
        pieces(["http://127.0.0.1:9/r.csv"], ASKED)
    assert str(error.value) == (
        "http://127.0.0.1:9/r.csv: cannot be read: the server does not answer. Look at its "
        "address, your credentials and the network."
    )


@pytest.fixture
def bucket(monkeypatch) -> Iterator[S3Store]:
    """A bucket of moto, a server that speaks as Amazon's S3 does."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in (
        ("ENDPOINT_URL", f"http://{host}:{port}"), ("ALLOW_HTTP", "true"), ("REGION", "us-east-1"),
        ("ACCESS_KEY_ID", "any"), ("SECRET_ACCESS_KEY", "any"),
    ):  # fmt: skip
        monkeypatch.setenv(f"AWS_{name}", value)
    urlopen(Request(f"http://{host}:{port}/records", method="PUT")).close()
    yield S3Store("records")
    server.stop()


def test_files_in_an_object_store_are_read_in_parts(bucket, monkeypatch):
    monkeypatch.setattr(module, "PIECE", 16)
    parquet = io.BytesIO()
    FRAME.to_parquet(parquet)
    for name, data in (("a.csv", TEXT * 3), ("b.csv", TEXT), ("c.parquet", parquet.getvalue())):
        obstore.put(bucket, f"2024/{name}", data)
    found = expanded(["s3://records/2024/*.csv", "s3://records/2024/c.parquet"])
    assert found == [f"s3://records/2024/{n}" for n in ("a.csv", "b.csv", "c.parquet")]
    cut = pieces(found, ASKED)
    assert [piece.location[-5:] for piece in cut].count("a.csv") > 1
    assert sum(len(b.rows) for piece in cut for b in batches(piece, ASKED)) == 5 + 1 + 2
    with pytest.raises(MapError) as error:
        pieces(["s3://records/none.csv"], ASKED)
    assert str(error.value) == "s3://records/none.csv: is not there. Look at its name."
    with pytest.raises(MapError) as error:
        expanded(["s3://nobody/*.csv"])
    assert str(error.value).startswith("s3://nobody/*.csv: cannot be read: Generic S3 error")
    assert str(error.value).endswith("Look at its address, your credentials and the network.")
