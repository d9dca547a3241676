"""Every fault that is put into a sound PDF (pdf_broken.py): what each file of
them notes, in one place.
"""

import pdf_breaks_structure  # noqa: F401
import pdf_breaks_file  # noqa: F401
import pdf_breaks_tags  # noqa: F401
from pdf_broken import A3A, OURS, UA1  # noqa: F401
