"""Style sheets and scripts, under a name that changes when they change."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):
    """Hashed names once collected; plain names while nothing has been, as in tests."""

    def url(self, name: str | None, force: bool = False) -> str:
        if not self.hashed_files and name is not None:
            return self.base_url_for(name)
        return str(super().url(name, force))

    def base_url_for(self, name: str) -> str:
        return f"{self.base_url}{name.lstrip('/')}"
