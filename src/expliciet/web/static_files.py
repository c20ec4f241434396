"""Style sheets and scripts, under a name that changes when they change."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):
    """Hashed names once collected; plain names while nothing has been, as in tests."""

    def url(self, name: str | None, force: bool = False) -> str:
        asked = name or ""
        if not self.hashed_files:
            return f"{self.base_url}{asked.lstrip('/')}"
        return str(super().url(asked, force))
