"""Static files in production."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

_NAME = r"""["'](?P<url>\.{1,2}/[^"']+)["']"""
_IMPORTS = (
    (
        rf"""(?P<matched>(?P<head>\b(?:import|export)\b[^"'();]*){_NAME})""",
        """%(head)s"%(url)s\"""",
    ),
    (rf"""(?P<matched>\bimport\(\s*{_NAME}\s*\))""", """import("%(url)s")"""),
)
#: Where our own modules lie. Other packages' scripts are left as they come.
_OURS = ("raati_*/js/*.js", "accounts/js/*.js", "home/js/*.js")


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Compressed, under names with a hash that never change.

    Our scripts are modules that fetch one another by relative names. These get the
    hash, too: without it every import would lead to a name that is not kept.
    """

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        *((where, _IMPORTS) for where in _OURS),
    )
