"""Takes the pictures that the documentation shows: what `make docs-pictures` calls.

It takes them of a site of its own with the demo content, which it takes away at the end.
"""

import argparse
import json
import signal
import sys

from playwright.sync_api import Error as BrowserError
from tqdm import tqdm

from benchmark.fresh_site import HOST, ROOT, Trouble, fresh_site
from benchmark.server import serve
from pictures import camera, guide, readme

# The admin's forms are sent without TLS here, which production refuses.
SETTINGS = "config.settings.dev"


def main():
    argparse.ArgumentParser(description=__doc__).parse_args()
    camera.find_chromium()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    guide.FOLDER.mkdir(parents=True, exist_ok=True)
    files = []
    with (
        tqdm(desc="Taking pictures", unit=" steps", bar_format="{elapsed} {desc}") as bar,
        fresh_site(bar.set_description_str) as site,
    ):
        known = json.loads(site.run("-m", "pictures.inside", settings=SETTINGS))
        with serve(site, settings=SETTINGS) as server, camera.chromium() as browser:
            address = f"http://{HOST}:{server.port}"
            for name in readme.PICTURES:
                bar.set_description_str(name)
                files.append(readme.take(browser, address, name))
            for name in guide.PICTURES:
                bar.set_description_str(name)
                files.append(guide.take(browser, address, known, name))
        bar.set_description_str("Done")
    for file in files:
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    try:
        main()
    except (Trouble, BrowserError) as error:
        sys.exit(str(error).splitlines()[0])
    except KeyboardInterrupt:
        sys.exit(130)
