"""What holds for every answer of the site."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from participation.core import conf


class NotForSearchEngines:
    """Demonstration material stays out of search engines, whatever its address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if conf.get("DEMO"):
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response
