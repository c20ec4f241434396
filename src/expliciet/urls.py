"""Which address leads to which screen."""

from django.urls import include, path

urlpatterns = [path("", include("expliciet.web.urls"))]

handler400 = "expliciet.web.errors.bad_request"
handler403 = "expliciet.web.errors.forbidden"
handler404 = "expliciet.web.errors.not_found"
handler500 = "expliciet.web.errors.broken"
