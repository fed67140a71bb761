"""A tiny ICC profile of an imaginary press, for tests: real ones belong to their makers."""

from __future__ import annotations

import struct
from itertools import product


def cmyk_profile(kind: bytes = b"prtr") -> bytes:
    """ICC version 2, output device, CMYK to Lab by look-up tables (ICC.1:2001-04, 6.5.7)."""
    return _profile(kind, b"CMYK", {b"A2B0": _to_lab(), b"B2A0": _to_inks()})


def rgb_profile() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _profile(kind: bytes, space: bytes, tables: dict[bytes, bytes]) -> bytes:
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 6) + b"press\0" + bytes(78),
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061),
        **tables,
    }
    offset, index, body = 128 + 4 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        index += name + struct.pack(">2I", offset + len(body), len(data))
        body += padded
    head = struct.pack(">I4sI", offset + len(body), bytes(4), 0x02100000)
    head += kind + space + b"Lab " + struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp"
    head += bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + index + body


def _table(inputs: int, outputs: int, grid: int, cells: bytes) -> bytes:
    identity = struct.pack(">9i", *(65536 if i % 4 == 0 else 0 for i in range(9)))
    straight = bytes(range(256))
    head = b"mft1" + bytes(4) + bytes([inputs, outputs, grid, 0]) + identity
    return head + straight * inputs + cells + straight * outputs


def _to_inks() -> bytes:
    cells = bytearray()
    for light, a, b in product(range(5), repeat=3):
        green, blue = (a - 2) / 2, (b - 2) / 2
        inks = (max(0, -green), max(0, green), max(0, blue), 1 - light / 4)
        cells += bytes(round(255 * v) for v in inks)
    return _table(3, 4, 5, bytes(cells))


def _to_lab() -> bytes:
    cells = bytearray()
    for c, m, y, k in product((0, 1), repeat=4):
        light = (1 - k) * (1 - 0.25 * (c + m + y))
        cells += bytes([round(255 * light), round(128 + 50 * (m - c)), round(128 + 50 * y)])
    return _table(4, 3, 2, bytes(cells))
