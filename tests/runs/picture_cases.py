"""Pictures in narratives, the logo and the organisation's colours. Pillow, another program, makes the pictures."""
import base64
import hashlib
import io
import random
import re
import struct
import subprocess
import zlib

from PIL import Image, ImageDraw, ImageFont

from case import equal, test

PLACE = "the picture \"images/{}\": "
FONT = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"


def saved(image, kind, **more):
    buffer = io.BytesIO()
    image.save(buffer, kind, **more)
    return buffer.getvalue()


def gradient(width=240, height=120):
    image = Image.new("RGB", (width, height))
    image.putdata([(x * 255 // width, y * 255 // height, 128) for y in range(height) for x in range(width)])
    return image


def show(case, name, content, alternative="A field at dawn", caption=""):
    """Puts a picture into the foreword, on its third line."""
    case.write(f"images/{name}", content)
    title = f' "{caption}"' if caption else ""
    case.add("narratives/foreword.md", f"\n![{alternative}](<images/{name}>{title})\n")
    return case


def html(case):
    return case.html


def pdf(case):
    return next(case.draft.glob("*.pdf"))


def objects(case):
    """The PDF's objects, unpacked."""
    return subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf(case), "-"], check=True,
                          capture_output=True).stdout


def tags(case):
    return subprocess.run(["pdfinfo", "-struct", pdf(case)], check=True, capture_output=True, text=True).stdout


def everything(case):
    """All that is published, with the streams of the PDF and addresses of data unpacked."""
    whole = b"".join(path.read_bytes() for path in sorted(case.draft.rglob("*")) if path.is_file())
    data = b"".join(base64.b64decode(found) for found in re.findall(r';base64,([A-Za-z0-9+/=]+)"', html(case)))
    return whole + objects(case) + data


@test
def a_picture_stands_in_the_page_the_pdf_and_the_json_with_its_words(case):
    show(case, "field.png", saved(gradient(), "PNG"), caption="The field, {{facts.population}} people away")
    case.make().ends(0, "nothing is missing\n")
    found = re.search(r'<figure class="picture"><img src="data:image/png;base64,([^"]+)" alt="A field at dawn" '
                      r'width="240" height="120"><figcaption>(.*?)</figcaption></figure>', html(case))
    shown = base64.b64decode(found[1])
    equal(Image.open(io.BytesIO(shown)).tobytes(), gradient().tobytes())
    assert "about 61,400" in re.sub("<[^>]+>", "", found[2]), found[2]
    image, = case.report()["images"]
    equal((image["file"], image["kind"], image["alternative"]), ("images/field.png", "png", "A field at dawn"))
    equal((image["sha256"], image["bytes"]), (hashlib.sha256(shown).hexdigest(), len(shown)))
    listed = subprocess.run(["pdfimages", "-list", pdf(case)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"image +240 +120 +rgb", listed), listed
    assert b"/Alt (A field at dawn)" in objects(case) and "Figure" in tags(case)
    subprocess.run(["qpdf", "--check", pdf(case)], check=True, capture_output=True)


@test
def what_a_camera_noted_is_in_no_output(case):
    """GPS, names, a comment and a thumbnail; the camera was held sideways."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B], exif[0x8298] = 6, "Jo Bloggs", "Secret Studio"
    exif[0x8825] = {1: "N", 2: (51.0, 47.0, 48.9), 3: "W", 4: (0.0, 4.0, 43.3), 27: b"CELLID-4711"}
    photo = saved(gradient(240, 128), "JPEG", exif=exif, comment=b"taken from the window of number 9")
    assert all(word in photo for word in (b"Jo Bloggs", b"CELLID-4711", b"number 9"))
    show(case, "field.jpg", photo + b"PK trailing archive of plans").make().ends(0)
    whole = everything(case)
    for word in (b"Jo Bloggs", b"Secret Studio", b"CELLID", b"number 9", b"trailing archive", b"Exif\0"):
        assert word not in whole, word
    assert 'width="128" height="240"' in html(case)  # upright
    shown = Image.open(io.BytesIO(base64.b64decode(re.search("image/jpeg;base64,([^\"]+)", html(case))[1])))
    equal((shown.size, dict(shown.getexif())), ((128, 240), {}))
    # Turned a quarter clockwise: what was at the left, without red, is at the top.
    assert shown.getpixel((60, 5))[0] < 30 and shown.getpixel((60, 235))[0] > 225
    listed = subprocess.run(["pdfimages", "-list", pdf(case)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"image +128 +240 +rgb +3 +8 +jpeg", listed), listed


@test
def what_is_in_a_png_besides_the_picture_is_in_no_output(case):
    from PIL.PngImagePlugin import PngInfo
    info = PngInfo()
    info.add_text("Author", "Jo Bloggs")
    info.add_itxt("Comment", "draft of the reorganisation", zip=False)
    show(case, "field.png", saved(gradient(), "PNG", pnginfo=info)).make().ends(0)
    assert b"Jo Bloggs" not in everything(case) and b"reorganisation" not in everything(case)


@test
def a_drawing_keeps_its_shapes_and_nothing_that_acts(case):
    show(case, "drawing.svg", '''<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" onload="alert(1)">
      <!-- drawn by Jo Bloggs --><script>fetch("https://example.org")</script><metadata>Jo Bloggs</metadata>
      <rect width="90" height="50" fill="#12436d" onclick="alert(2)"/><text x="9" y="80">Words drawn</text></svg>''')
    case.make().ends(0)
    whole = everything(case)
    for word in (b"alert(", b"fetch(", b"Jo Bloggs", b"onload", b"<script"):
        assert word not in whole, word
    text = subprocess.run(["pdftotext", pdf(case), "-"], check=True, capture_output=True, text=True).stdout
    assert "Words drawn" in text  # a drawing stays one: its words are words
    fonts = subprocess.run(["pdffonts", pdf(case)], check=True, capture_output=True, text=True).stdout
    assert all(re.search(r" yes +(yes|no) +yes ", line) for line in fonts.splitlines()[2:]), fonts
    subprocess.run(["qpdf", "--check", pdf(case)], check=True, capture_output=True)


@test
def letters_beyond_latin_1_in_a_drawing_are_letters_of_the_pdf(case):
    show(case, "words.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60">
      <text x="9" y="30" font-family="DejaVu Sans">d\u0175r \u2265 50% \u2192 \u0142 \u0416 \u03a9</text></svg>""")
    case.make().ends(0)
    text = subprocess.run(["pdftotext", pdf(case), "-"], check=True, capture_output=True, text=True).stdout
    assert "d\u0175r \u2265 50% \u2192 \u0142 \u0416 \u03a9" in text, text
    subprocess.run(["qpdf", "--check", pdf(case)], check=True, capture_output=True)


@test
def a_decoration_is_silent_in_the_page_and_an_artifact_in_the_pdf(case):
    show(case, "line.png", saved(gradient(), "PNG"), alternative="decorative").make().ends(0)
    assert '<div class="picture"><img src="data:image/png' in html(case) and 'alt="" width="240"' in html(case)
    charts = sum(chart["id"] != "" for chart in case.report()["charts"])
    equal(len(re.findall(r"^ *Figure", tags(case), re.M)), charts)


def unfit(case, name, content, message, hint):
    """The picture is told as missing with its place; the text around it stays."""
    show(case, name, content)
    told = 'narratives/foreword.md:3: ' + PLACE.format(name) + message
    gap = f"missing: Picture: images/{name}. Owed by Policy Team.\n"
    case.make().ends(3, f"{told}\nhint: {hint}\n{gap}")
    assert f"Missing: Picture: images/{name}." in case.page() and "About us: about 61,400" in case.page()
    case.run("check", "run.toml").ends(3, f"{told}\nhint: {hint}\n{gap}")
    case.make("--final").ends(1)
    assert f"the report is not complete: Picture: images/{name}: {told}." in case.err, case.err


@test
def a_small_file_that_says_it_is_huge_is_not_unpacked(case):
    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")
    unfit(case, "bomb.png", bomb, "is 100000 by 100000 pixels large",
          "make it smaller: 2,000 pixels across are enough")


@test
def a_drawing_whose_entities_swell_is_not_read(case):
    bomb = '<!DOCTYPE svg [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)) + ']>'
    unfit(case, "bomb.svg", bomb + '<svg xmlns="http://www.w3.org/2000/svg"><text>&j;</text></svg>',
          "declares or uses entities, by which a small file can be made to swell or to read others",
          "save it again from a drawing program, as plain SVG")


@test
def a_drawing_whose_letters_cannot_be_drawn_is_not_taken(case):
    unfit(case, "huge.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text font-size="1e9">a</text></svg>',
          'has a font-size that is not taken over: "1e9"', "write it in pixels, up to 2,000, or save it as PNG")


@test
def a_drawing_that_refers_to_another_computer_is_not_taken(case):
    unfit(case, "away.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
          '<use href="https://example.org/track.svg#a"/></svg>',
          'draws with "https://example.org/track.svg#a", which is not taken over', "save it with plain shapes, or as PNG")


@test
def a_photograph_that_is_cut_short_is_told(case):
    photo = saved(gradient(), "JPEG")
    unfit(case, "photo.jpg", photo[:len(photo) // 2], "is damaged or cut short",
          "open it in a picture program and save it again")


@test
def a_picture_under_another_ending_is_told(case):
    unfit(case, "photo.png", saved(gradient(), "JPEG"), "is a JPEG by its content, and not by its ending", "rename it")


@test
def a_picture_that_is_not_there_is_told(case):
    unfit(case, "photo.png", b"", "is empty", "save it again")
    (case.folder / "images" / "photo.png").rename(case.folder / "images" / "phota.png")
    case.make().ends(3)
    assert 'the picture "images/photo.png": there is no such file\nhint: did you mean "images/phota.png"?' in case.err


@test
def a_link_out_of_the_run_folder_is_not_followed(case):
    (case.top / "elsewhere.png").write_bytes(saved(gradient(), "PNG"))
    (case.folder / "images").mkdir()
    (case.folder / "images" / "field.png").symlink_to(case.top / "elsewhere.png")
    case.add("narratives/foreword.md", "\n![A field at dawn](images/field.png)\n")
    case.make().ends(3)
    assert "leads out of the folder of the run file" in case.err and "image/png" not in html(case)


@test
def the_name_of_a_file_is_no_markup(case):
    name = 'a"><b onload=x>.png'
    case.write(f"images/{name}", saved(gradient(), "PNG"))
    case.add("narratives/foreword.md", "\n![A field at dawn](<images/a\"\\>\\<b onload=x\\>.png>)\n")
    case.make().ends(0)
    equal(case.report()["images"][0]["file"], "images/" + name)
    assert "onload=x" not in html(case)
    (case.folder / "images" / name).unlink()
    case.make().ends(3)
    assert "<b onload" not in html(case) and "&lt;b onload=x&gt;" in html(case)


@test
def a_picture_without_an_alternative_text_costs_its_narrative(case):
    show(case, "IMG_1234.png", saved(gradient(), "PNG"), alternative="IMG_1234").make().ends(
        3, 'narratives/foreword.md:3: the alternative text of "images/IMG_1234.png" is the name of a file\n'
        "hint: say in a sentence what the picture shows\n"
        "missing: Text: Foreword. Owed by Policy Team.\n")


# ---- pictures of words ----

def drawn_table(rule="black"):
    image = Image.new("RGB", (640, 300), "white")
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(FONT, 17)
    for row in range(7):
        draw.line([(20, 20 + 40 * row), (620, 20 + 40 * row)], fill=rule)
        for column in range(4 if row < 6 else 0):
            draw.text((30 + 150 * column, 30 + 40 * row), ("Asian", "1,204", "13.9%", "up 0.3")[column], "black", font)
    for column in range(5):
        draw.line([(20 + 150 * column, 20), (20 + 150 * column, 260)], fill=rule)
    return image


def drawn_text(size=16, ink="black", paper="white"):
    image = Image.new("RGB", (640, 480), paper)
    words = "Everybody who lives and works in the county is treated fairly and with respect for who they are. " * 9
    draw, font, line, y = ImageDraw.Draw(image), ImageFont.truetype(FONT, size), "", 24
    for word in words.split():
        if draw.textlength(line + " " + word, font) > 580:
            draw.text((30, y), line, ink, font)
            line, y = "", y + int(size * 1.4)
        line = (line + " " + word).strip()
        if y > 440:
            break
    return image


def drawn_chart(sideways=False):
    image = Image.new("RGB", (640, 400), "white")
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(FONT, 15)
    draw.text((20, 10), "Staff by ethnic group, per cent of those who declared", "black", font)
    for index, (name, value) in enumerate((("White", 290), ("Asian", 120), ("Black", 90), ("Mixed", 50), ("Other", 30))):
        if sideways:
            draw.text((20, 62 + 60 * index), name, "black", font)
            draw.rectangle([110, 50 + 60 * index, 110 + value, 90 + 60 * index], fill="#12436d")
            draw.text((120 + value, 62 + 60 * index), f"{value / 3:.1f}", "black", font)
        else:
            draw.line([(60, 350 - 60 * index), (620, 350 - 60 * index)], fill="#d9d9d9")
            draw.text((20, 342 - 60 * index), str(20 * index), "black", font)
            draw.rectangle([90 + 105 * index, 350 - value, 150 + 105 * index, 350], fill="#12436d")
            draw.text((95 + 105 * index, 360), name, "black", font)
    draw.line([(60 if not sideways else 109, 40), (60 if not sideways else 109, 350)], fill="black")
    return image


def drawn_photograph():
    """A sky, a field, and noise as of a camera; windows in a house are a grid of sorts."""
    chance, image = random.Random(5), gradient(640, 420)
    draw = ImageDraw.Draw(image)
    draw.rectangle([200, 120, 460, 380], fill=(150, 90, 70))
    for x in range(220, 440, 60):
        for y in range(140, 360, 60):
            draw.rectangle([x, y, x + 36, y + 40], fill=(220, 225, 235), outline=(60, 50, 45), width=3)
    image.putdata([tuple(min(255, max(0, part + chance.randint(-14, 14))) for part in pixel) for pixel in image.getdata()])
    return image


@test
def a_picture_of_a_table_or_of_text_is_told_and_stops_no_report(case):
    pictures = {"table.png": (drawn_table(), "a table"), "faint.png": (drawn_table("#888888"), "a table"),
                "text.png": (drawn_text(), "text"), "poster.png": (drawn_text(34, "white", "#12436d"), "text"),
                "small.png": (drawn_text(11), "text"), "chart.png": (drawn_chart(), None),
                "bars.png": (drawn_chart(True), None), "photo.png": (drawn_photograph(), None),
                "field.png": (gradient(), None)}
    expected = ""
    for number, (name, (image, of)) in enumerate(pictures.items()):
        photo = name.replace(".png", ".jpg")
        show(case, name, saved(image, "PNG"))
        show(case, photo, saved(image, "JPEG", quality=80))
        remedy = ("bring its numbers in as an input, so that a theme makes a table of them" if of == "a table"
                  else "write the words into the narrative")
        for offset, file in enumerate((name, photo)):
            if of:
                expected += (f'narratives/foreword.md:{3 + 4 * number + 2 * offset}: the picture "images/{file}" seems to '
                             f"be of {of}, which nobody can hear, search or enlarge\nhint: {remedy}\n")
    case.make().ends(0, expected + "nothing is missing\n")
    equal(len(case.report()["images"]), 2 * len(pictures))
    case.run("check", "run.toml").ends(3, expected)
    case.make("--final").ends(0, expected + "nothing is missing\n")


# ---- logo and colours ----

LOGO = ('<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#12436d"/>'
        "</svg>")


@test
def the_logo_stands_at_the_head_of_the_page_and_on_the_cover(case):
    case.write("logo.svg", LOGO)
    case.add("run.toml", '\n[design]\nlogo = "logo.svg"\nlogo_alternative = "Example Council"\n')
    case.make().ends(0, "nothing is missing\n")
    head = html(case).partition('<header class="top">')[2].partition("</header>")[0]
    assert '<img class="logo" src="data:image/svg+xml;base64,' in head and 'alt="Example Council"' in head, head
    equal(case.report()["design"]["logo"], 1)
    assert "Figure" in tags(case).partition("H1")[0] and b"/Alt (Example Council)" in objects(case)
    (case.folder / "logo.svg").unlink()
    case.make().ends(3)
    assert case.err.endswith("missing: Logo.\n") and 'run.toml:' in case.err, case.err


@test
def a_logo_needs_words_and_the_right_kind(case):
    case.add("run.toml", '\n[design]\nlogo = "logo.jpg"\ncolour = "navy"\n')
    case.make().ends(2).wrote_nothing()
    for message in ("a logo is no photograph", "a logo without an alternative text", '"navy" is not a colour'):
        assert message in case.err, case.err


@test
def colours_that_can_be_read_are_taken_as_they_are(case):
    case.add("run.toml", '\n[design]\ncolour = "#00703c"\ntext_colour = "#ffffff"\naccent = "#4c2c92"\n')
    case.make().ends(0, "nothing is missing\n")
    design = case.report()["design"]
    equal([design[key] for key in ("band", "on_band", "accent")], ["#00703c", "#ffffff", "#4c2c92"])
    assert ":root { --band: #00703c; --on-band: #ffffff; --accent: #4c2c92; }" in html(case)


def luminance(colour):
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@test
def colours_that_cannot_be_read_are_told_with_their_ratio_and_mended_in_a_draft(case):
    """White on #777777 is 4.48, on #767676 4.54: published examples of what just fails and just passes."""
    case.add("run.toml", '\n[design]\ncolour = "#777777"\ntext_colour = "#ffffff"\naccent = "#ffdd00"\n')
    case.make().ends(0)
    design = case.report()["design"]
    equal((design["band"], design["on_band"]), ("#767676", "#ffffff"))
    assert contrast(design["accent"], "#f3f2f1") >= 4.5 and contrast(design["dark_accent"], "#1f252c") >= 4.5, design
    line = case.read("run.toml").splitlines().index('colour = "#777777"') + 2
    assert case.err.startswith(
        f"run.toml:{line}:15: text_colour #ffffff on colour #777777 has a contrast of 4.48 to 1, and text needs 4.5 to 1\n"
        "hint: the draft takes colour #767676, which has 4.54 to 1; choose colours that are as far apart, a final report "
        "has to have them\n"), case.err
    ratio = contrast("#ffdd00", "#f3f2f1")
    assert f"accent #ffdd00 on the pale grey #f3f2f1 has a contrast of {ratio:.2f} to 1" in case.err, case.err
    case.run("check", "run.toml").ends(3)
    case.make("--final", "--out", "final").ends(1)
    assert "text_colour #ffffff on colour #777777 has a contrast of 4.48 to 1" in case.err, case.err
    assert not (case.folder / "final" / "published").exists()


@test
def text_without_a_colour_is_white_or_black(case):
    case.add("run.toml", '\n[design]\ncolour = "#ffdd00"\n')
    case.make().ends(0, "nothing is missing\n")
    design = case.report()["design"]
    equal((design["band"], design["on_band"]), ("#ffdd00", "#000000"))
    assert contrast(design["accent"], "#f3f2f1") >= 4.5
