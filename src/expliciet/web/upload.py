"""Files that visitors hand in: held in memory, never on disk, up to a bound."""

from io import BytesIO
from typing import IO, Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from ..documents import DEFAULT

AT_MOST = DEFAULT.file_bytes
PATIENCE = 2 * AT_MOST
"""A bit over the bound is read to the end, so the visitor's text is kept."""


class TooLarge(InMemoryUploadedFile):
    """A file of which we kept nothing, for there was too much of it."""


class InMemory(FileUploadHandler):
    """Collects a file in memory and lets go of it as soon as it grows too large."""

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803  # so it is called by Django
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        if content_length > PATIENCE:
            raise RequestDataTooBig("The request is larger than any file we take.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.collected = BytesIO()
        self.seen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.seen += len(raw_data)
        if self.seen <= AT_MOST:
            self.collected.write(raw_data)
        else:
            self.collected = BytesIO()

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        kind = InMemoryUploadedFile if self.seen <= AT_MOST else TooLarge
        self.collected.seek(0)
        return kind(
            file=self.collected,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
