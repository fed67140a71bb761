"""The program: `geo`, or `python -m geo`."""

import sys


def main() -> None:
    """Run the command line; a key press that ends it while it is still being loaded is no error."""
    try:
        # Loading takes most of the time of a short command.
        from geo.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit("Aborted!")


if __name__ == "__main__":
    main()
