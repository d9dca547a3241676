"""Faults of a PDF, one at a time, that tests/outputs must find and veraPDF does
not (pdf_broken.py).
"""

from pdf_broken import cells, first, says, section


# What veraPDF does not see


@says("parent is not")
def element_without_parent(pdf):
    del pdf.get(pdf.add_element(section(pdf), "Div"))["/P"]


@says("ListNumbering missing")
def list_without_numbering(pdf):
    del first(pdf, "L")["/A"]


@says("ListNumbering Disc of a list")
def numbers_called_bullets(pdf):
    first(pdf, "L")["/A"]["/ListNumbering"] = "/Disc"


def make_data(cell):
    cell["/S"] = "/TD"
    del cell["/A"]


@says("no header for its row")
def headers_of_columns_alone(pdf):
    for cell in cells(pdf, "TH"):
        if cell["/A"]["/Scope"] == "/Row":
            make_data(cell)


@says("no header for its column")
def headers_of_rows_alone(pdf):
    for cell in cells(pdf, "TH"):
        if cell["/A"]["/Scope"] == "/Column":
            make_data(cell)


@says("a table for layout")
def table_without_headers(pdf):
    for cell in cells(pdf, "TH"):
        make_data(cell)


@says("a table for layout")
def table_around_a_paragraph(pdf):
    body = pdf.add_element(pdf.add_element(section(pdf), "Table"), "TBody")
    row = pdf.add_element(body, "TR")
    pdf.add_element(row, "TH", A={"/O": "/Table", "/Scope": "/Row"})


@says("in another row and column")
def headers_of_another_cell(pdf):
    corner = cells(pdf, "TH")[-1]
    corner["/ID"] = "u:corner"
    cells(pdf, "TD")[0]["/A"] = {"/O": "/Table", "/Headers": ["u:corner"]}


@says("which the table has not")
def headers_of_another_table(pdf):
    header = next(cell for cell in pdf.elements("TH")
                  if pdf.get(cell) not in cells(pdf, "TH"))
    pdf.get(header)["/ID"] = "u:elsewhere"
    cells(pdf, "TD")[0]["/A"] = {"/O": "/Table", "/Headers": ["u:elsewhere"]}


@says("says nothing: 'chart-1.png'")
def figure_with_a_file_name(pdf):
    first(pdf, "Figure")["/Alt"] = "u:chart-1.png"


@says("says nothing: 'Chart'")
def figure_with_a_word(pdf):
    first(pdf, "Figure")["/Alt"] = "u:Chart"


@says("-H3")
def heading_tagged_as_paragraph(pdf):
    first(pdf, "H3")["/S"] = "/P"


@says("-L")
def list_tagged_as_paragraphs(pdf):
    ref = pdf.element("L")
    pdf.get(ref)["/S"] = "/Sect"
    for item in pdf.child_elements(ref):
        pdf.get(item)["/S"] = "/Div"
        for part_ in pdf.child_elements(item):
            pdf.get(part_)["/S"] = "/P"
