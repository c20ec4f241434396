"""What a browser may do with our pages: nothing that no page asks for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

NOT_NEEDED = ", ".join(
    f"{ability}=()"
    for ability in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)

Answer = Callable[[HttpRequest], HttpResponse]


def restraint(get_response: Answer) -> Answer:
    """No camera, no microphone, no place; and no page shown to whom it was not for."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", NOT_NEEDED)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        # Language and light come from cookies, a part of a page from a header.
        patch_vary_headers(response, ("Cookie", "HX-Request"))
        return response

    return answer
