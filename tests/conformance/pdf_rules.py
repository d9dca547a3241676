"""The rules of veraPDF's profiles that no PDF of ours can break, and why.

A rule is "clause-test number", as veraPDF prints it. Every other rule of
PDF/UA-1 has a proof in pdf_breaks.py.
"""

FORMS = "no form fields are written"
SIMPLE = "every font is written as a Type 0 font, never as a simple one"
LAYERS = "no optional content is written"
MEDIA = "no media are written: the only annotations are links"
XOBJECTS = "no form XObjects are written"

UA1_CANNOT = {
    "7.2-25": FORMS,
    "7.10-1": LAYERS,
    "7.10-2": LAYERS,
    "7.15-1": FORMS,
    "7.18.1-3": FORMS,
    "7.18.2-1": MEDIA,
    "7.18.4-1": FORMS,
    "7.18.4-2": FORMS,
    "7.18.6.2-1": MEDIA,
    "7.18.6.2-2": MEDIA,
    "7.18.8-1": MEDIA,
    "7.20-1": XOBJECTS,
    "7.20-2": XOBJECTS,
    "7.21.4.2-1": SIMPLE,
    "7.21.6-1": SIMPLE,
    "7.21.6-2": SIMPLE,
    "7.21.6-3": SIMPLE,
    "7.21.6-4": SIMPLE,
}

# What a PDF of ours could break and veraPDF 1.28.2 lets pass whatever is done:
# tests/outputs/tags.py sees it, and pdf_breaks.py proves that it does.
UA1_UNSEEN = {
    "7.1-12": "an element whose P is missing is looked at without complaint",
}
