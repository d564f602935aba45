#!/usr/bin/env python3
"""Writes the flat OpenDocument sources whose numbers are automatic."""
import sys
from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{title}</dc:title></office:meta>
"""

# (num-format, prefix, suffix, levels shown)
LAW = [("1", "(", ")", 1), ("a", "(", ")", 1)]
BYLAWS = [("1", "", ".", 1), ("1", "", "", 2), ("a", "(", ")", 1), ("i", "(", ")", 1)]
CHINESE = [("一, 二, 三, ...", "第", "章", 1)]


def outline(levels):
    out = ""
    for i, (fmt, prefix, suffix, shown) in enumerate(levels, 1):
        out += (f'<text:outline-level-style text:level="{i}" style:num-format="{fmt}" style:num-prefix="{prefix}" '
                f'style:num-suffix="{suffix}" text:display-levels="{shown}"><style:list-level-properties '
                f'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="space"/>'
                f'</style:list-level-properties></text:outline-level-style>')
    return f"<text:outline-style style:name=\"Outline\">{out}</text:outline-style>"


def lists(levels):
    out = ""
    for i, (fmt, prefix, suffix, shown) in enumerate(levels, 1):
        out += (f'<text:list-level-style-number text:level="{i}" style:num-format="{fmt}" style:num-prefix="{prefix}" '
                f'style:num-suffix="{suffix}" text:display-levels="{shown}"><style:list-level-properties '
                f'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="space"/>'
                f'</style:list-level-properties></text:list-level-style-number>')
    return f'<text:list-style style:name="Points">{out}</text:list-style>'


HEADINGS = "".join(
    f'<style:style style:name="Heading_20_{i}" style:display-name="Heading {i}" style:family="paragraph" '
    f'style:default-outline-level="{i}" style:class="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" fo:font-size="{18 - 2 * i}pt" style:font-size-asian="{18 - 2 * i}pt"/>'
    f'<style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm"/></style:style>' for i in range(1, 5))
TEXT = ('<style:style style:name="Text" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm" {align}/></style:style>'
        '<style:style style:name="Title" style:family="paragraph" style:class="chapter"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="0.6cm"/>'
        '<style:text-properties fo:font-size="20pt" style:font-size-asian="20pt" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>'
        '<style:style style:name="Note" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>')


def page(header, footer, columns):
    cols = f'<style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/>' if columns > 1 else ""
    return (f'<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
            f'fo:margin="2.5cm">{cols}</style:page-layout-properties><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>'
            f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">'
            f'<style:header><text:p>{header}</text:p></style:header><style:footer><text:p>{footer} <text:page-number text:select-page="current"/></text:p></style:footer>'
            f'</style:master-page></office:master-styles>')


def h(level, words):
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{escape(words)}</text:h>'


def p(words, style="Text"):
    return f'<text:p text:style-name="{style}">{escape(words)}</text:p>'


def points(*items):
    """Nested lists: a string is a point, a tuple the points below it."""
    out = ""
    for item in items:
        if isinstance(item, tuple):
            out = out[:-len("</text:list-item>")] + points(*item).replace(' text:style-name="Points"', "", 1) + "</text:list-item>"
        else:
            out += f"<text:list-item>{p(item)}</text:list-item>"
    return f'<text:list text:style-name="Points">{out}</text:list>'


def note(words, text):
    return (f'<text:p text:style-name="Text">{escape(words)}<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            f'<text:note-body><text:p text:style-name="Note">{escape(text)}</text:p></text:note-body></text:note></text:p>')


def table(*rows):
    out = f'<table:table><table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    for i, row in enumerate(rows):
        cells = "".join(f'<table:table-cell>{p(c)}</table:table-cell>' for c in row)
        tr = f"<table:table-row>{cells}</table:table-row>"
        out += f"<table:table-header-rows>{tr}</table:table-header-rows>" if i == 0 else tr
    return out + "</table:table>"


def write(name, title, levels, points_levels, body, header="", footer="Page", columns=1, align=""):
    with open(name, "w", encoding="utf-8") as f:
        f.write(HEAD.format(title=escape(title)))
        f.write(f"<office:styles>{HEADINGS}{TEXT.format(align=align)}{outline(levels) if levels else ''}{lists(points_levels)}</office:styles>")
        f.write(page(header or escape(title), footer, columns))
        f.write(f"<office:body><office:text>{p(title, 'Title')}{body}</office:text></office:body></office:document>\n")


LAW_BODY = (
    p("An Act to regulate the keeping of bees within the township.")
    + h(1, "PART I. PRELIMINARY")
    + h(2, "Section 1. Short title") + p("This Act may be cited as the Apiaries Act.")
    + h(2, "Section 2. Definitions") + p("In this Act an apiary is any place where one hive or more is kept, and a keeper is the person who answers for it.")
    + h(1, "PART II. HIVES")
    + h(2, "Section 3. Registration") + points(
        "A keeper shall register each apiary within 14 days.", "The register shows",
        ("the year;", "the name and address of the keeper;", "the number of hives; and", "the place where they stand."))
    + h(2, "Section 4. Distance") + p("No hive may stand closer than 10 metres to a public road.")
    + h(2, "Section 4A. Screens") + p("A screen of at least 2 metres may take the place of the distance.")
    + h(2, "Section 5. Inspection") + note("An inspector may enter an apiary between 8 a.m. and 6 p.m.", "Inspectors carry a card; see the Order of 2016.")
    + table(["Hives", "Fee", "Due"], ["1 to 5", "12 dollars", "March"], ["6 to 20", "30 dollars", "March"], ["over 20", "75 dollars", "January"])
    + h(1, "PART III. OFFENCES")
    + h(2, "Section 6. Penalty") + p("Whoever keeps an apiary that is not registered is fined up to 500 dollars. The fine is doubled where the offence is repeated within two years, unless the keeper shows that the apiary was taken over from another."))

BYLAWS_BODY = (
    h(1, "Name and purpose") + h(2, "Name") + p("The name of the society is the Northgate Rowing Society.")
    + h(2, "Purpose") + p("The society promotes rowing among the young.")
    + h(1, "Members") + h(2, "Admission") + p("The committee admits members by vote.")
    + h(3, "Adults pay the full fee;") + h(3, "those under 18 pay") + h(4, "half the fee, or") + h(4, "nothing in their first year.")
    + h(2, "Resignation") + p("A member may resign at the end of a year by letter.")
    + h(1, "The committee") + h(2, "Election") + p("Five members are elected for two years.")
    + h(2, "Quorum") + p("Three of them are a quorum."))

ARTICLE = [("一, 二, 三, ...", "第", "条", 1), ("1", "（", "）", 1)]


def article(words, *below, goes_on=True):
    """A point of the list of articles, which goes on from chapter to chapter."""
    return points(words, *([below] if below else [])).replace(
        '<text:list ', f'<text:list text:continue-numbering="{str(goes_on).lower()}" ', 1)


CHINESE_BODY = (
    h(1, "总则") + article("为了规范社区图书室的管理，制定本办法。", goes_on=False) + article("本办法适用于本社区的居民。")
    + h(1, "借阅") + article("居民凭借书证借书，每次不超过五册。借期为：", "图书三十天；", "期刊七天。")
    + article("逾期不还的，每天每册收取一角。") + h(1, "附则") + article("本办法自2025年3月1日起施行。"))

PAPER_BODY = (
    p("Abstract. We measure how quickly tidal gauges of three designs answer to a sudden change of level, and find that the float gauge is the slowest of them while the pressure gauge drifts with the temperature of the water.")
    + h(1, "Introduction") + "".join(p(s) for s in [
        "Tidal gauges have been read by hand for two hundred years. The float in its well follows the water through a narrow opening, so that waves are smoothed and the tide remains. What is lost by this is seldom asked, although harbour masters have long complained that a sudden surge arrives in the record some minutes after it has arrived at the quay.",
        "Two designs compete with the float today. The pressure gauge rests on the ground and weighs the water above it. The radar gauge hangs over the surface and measures the time that a pulse needs to return. Neither has moving parts, and neither needs a well, which makes them considerably cheaper to install and to maintain over the years.",
        "In this paper we ask which of them should be preferred where surges matter. We built all three into one basin, whose level can be changed by half a metre within four seconds, and compared what they reported with a scale that was filmed."])
    + h(1, "Method") + h(2, "The basin") + "".join(p(s) for s in [
        "The basin is twelve metres long and two metres wide. A gate at its end is lifted by a motor. The level is read from a painted scale by a camera that takes fifty pictures a second, and an observer who does not know which gauge is under test reads the pictures.",
        "Water was taken from the harbour and its temperature was kept between four and twenty degrees by a heat exchanger. Each run lasted ten minutes. We made one hundred and twenty runs in all, forty with each of the gauges, in an order that was drawn by lot."])
    + h(2, "The gauges") + p("The float gauge is of the pattern that the harbour has used since 1931, with a well of 30 centimetres and an opening of 2 centimetres. The pressure gauge and the radar gauge were bought for the purpose and were set up as their makers advise. No smoothing was switched on, except where it could not be switched off.")
    + h(1, "Results") + "".join(p(s) for s in [
        "The radar gauge followed the change within a second. The pressure gauge took three seconds, which its maker explains by a filter that cannot be removed. The float gauge took ninety seconds to show nine tenths of the change, and its delay grew as the opening was fouled by weed.",
        "The pressure gauge drifted by eleven millimetres for each ten degrees. This is more than its data sheet allows. The radar gauge showed no drift that we could measure, but it failed in four runs because foam had gathered on the surface."])
    + h(1, "Discussion") + "".join(p(s) for s in [
        "A harbour that fears surges should not rely on a float. Where foam is rare the radar gauge is the better choice. Where it is not, a pressure gauge whose temperature is recorded can be corrected afterwards, and we give the correction that fits our instrument. Other instruments will need another one.",
        "We did not test how the gauges age. The oldest radar gauge in use that we know of has hung for nine years, and its keepers report that spiders are its only enemy. The float gauge at the old quay is older than all of the authors together and still runs, which may be worth more to a small harbour than the minute and a half by which it is late."])
    + h(1, "References") + p("[1] Brandt, A.: Wells and floats. Harbour Notes 12, 1988.") + p("[2] Oduya, T. and Lind, P.: Radar over water. Coastal Letters 40, 2015."))

if __name__ == "__main__":
    write("law.fodt", "Apiaries Act", None, LAW, LAW_BODY, align='fo:text-align="justify"')
    write("bylaws.fodt", "Bylaws of the Northgate Rowing Society", BYLAWS, BYLAWS, BYLAWS_BODY)
    write("rules-zh.fodt", "社区图书室管理办法", CHINESE, ARTICLE, CHINESE_BODY, footer="第")
    write("paper.fodt", "How quickly a tidal gauge answers", [("1", "", ".", 1), ("1", "", "", 2)], BYLAWS, PAPER_BODY,
          header="Harbour Notes 51", columns=2, align='fo:text-align="justify" fo:hyphenation-ladder-count="no-limit"')
