import logging
import os
import pickle
import random
import zlib
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache

logger = logging.getLogger(__name__)

WRITES_PER_CULL = 100


class ForgivingFileCache(FileBasedCache):
    """A cache in files without which the site still answers, as it does without Redis: what can't
    be read is not there, what can't be written is not kept, and neither is what it replaces."""

    def _createdir(self):
        with suppress(OSError):
            super()._createdir()

    def get(self, key, default=None, version=None):
        try:
            return super().get(key, default, version)
        except OSError as error:
            logger.warning("The cache can't be read: %s", error)
            return default

    def has_key(self, key, version=None):
        try:
            return super().has_key(key, version)
        except OSError:
            return False

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        try:
            super().set(key, value, timeout, version)
        except OSError as error:
            logger.warning("The cache can't be written: %s", error)
            self.delete(key, version)

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        """Of several who add at once only one does: a link refuses a name that is taken."""
        # Named as entries are, so that what a killed process leaves is cleared away with them.
        draft = Path(self._dir, f"{uuid4().hex}{self.cache_suffix}")
        try:
            self._cull()
            with draft.open("xb") as file:
                self._write_content(file, timeout, value)
            return self._link(draft, key, version)
        except OSError:  # a disk that is full, or one without links
            return super().add(key, value, timeout, version)
        finally:
            with suppress(OSError):
                draft.unlink()

    def _link(self, draft, key, version):
        """Whether the file got the key's own name, too; what is over there, makes room for it."""
        for _ in range(2):
            with suppress(FileExistsError):
                os.link(draft, self._key_to_file(key, version))
                return True
            if self.has_key(key, version):
                return False
        return False

    def _write_content(self, file, timeout, value):
        # Pages come compressed already: packing them once more costs more than reading does.
        file.write(pickle.dumps(self.get_backend_timeout(timeout), self.pickle_protocol))
        file.write(zlib.compress(pickle.dumps(value, self.pickle_protocol), level=0))

    def _cull(self):
        # It lists the whole folder: at each write, that costs more than the write.
        if not random.randrange(WRITES_PER_CULL):  # noqa: S311
            super()._cull()

    def delete(self, key, version=None):
        try:
            return super().delete(key, version)
        except OSError:
            return False
