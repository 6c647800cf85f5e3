"""The parts of a Word document that are the same in each: types, relations, styles."""

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NAMESPACE = f'xmlns:w="{_WORD}"'

CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/comments.xml" ContentType="{_TYPE}.comments+xml"/>'
    "</Types>"
)

PARTS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)

RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/comments" Target="comments.xml"/>'
    "</Relationships>"
)


def _style(name: str, shown: str, *, paragraph: str = "", run: str = "") -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    based = "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{shown}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


STYLES = (
    f"<w:styles {NAMESPACE}>"
    + _style("Normal", "Normal", paragraph='<w:spacing w:after="140" w:line="288"/>')
    + _style("Title", "Title", run='<w:sz w:val="40"/>')
    + _style(
        "Heading1",
        "heading 1",
        paragraph='<w:keepNext/><w:spacing w:before="360"/><w:outlineLvl w:val="0"/>',
        run='<w:b/><w:sz w:val="28"/>',
    )
    + _style("Subtitle", "Subtitle", run='<w:color w:val="666666"/>')
    + _style("Furniture", "Furniture", run='<w:color w:val="666666"/><w:sz w:val="18"/>')
    + _style("CommentText", "annotation text", run='<w:sz w:val="20"/>')
    + "</w:styles>"
)
