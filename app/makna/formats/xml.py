"""XML from somebody else: no DTD, no entities, no network, no absurd depth."""

from __future__ import annotations

from functools import cache

from lxml import etree

from makna.domain.errors import BadFile

Element = etree._Element


@cache
def _parser() -> etree.XMLParser:
    # Without `huge_tree` libxml2 refuses more than 256 levels and single texts above 10 MB.
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def parse_xml(data: bytes, name: str, part: str) -> Element:
    """The root element; its tree holds elements only, no comments, instructions or entities.

    `name` and `part` are for the reason. Raises BadFile on damage and on any DTD.
    """
    if b"<!DOCTYPE" in data:
        raise BadFile("xml_dtd", name=name, part=part)
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadFile(_reason(error), name=name, part=part) from error
    if root.getroottree().docinfo.internalDTD is not None:  # written in UTF-16, for one
        raise BadFile("xml_dtd", name=name, part=part)
    return root


def _reason(error: Exception) -> str:
    return "xml_too_deep" if "depth" in str(error).lower() else "xml_damaged"
