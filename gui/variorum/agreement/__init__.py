"""How far annotators agree: kappas and alphas over words and units, and where they differ.

Pure: it is given what each annotator marked and returns figures and places. It knows no
library, no window, and no sentence for the reader.
"""
