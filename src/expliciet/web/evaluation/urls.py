"""The addresses of evaluation, each group with the routes that classify it."""

from django.urls import URLPattern

from .urls_finding import urlpatterns as of_finding
from .urls_learning import urlpatterns as of_learning
from .urls_reading import urlpatterns as of_reading
from .urls_report import urlpatterns as of_report
from .urls_study import urlpatterns as of_studies

app_name = "evaluation"

urlpatterns: list[URLPattern] = [
    *of_studies,
    *of_reading,
    *of_finding,
    *of_learning,
    *of_report,
]
