"""Characters, lines and rectangles of the pages of PDF files, with their places.

Prints: pages, CPU seconds, peak memory in KiB.
"""

import resource
import sys
import time

import pdfplumber

began = time.process_time()
pages = 0
things = 0
for path in sys.argv[1:]:
    with pdfplumber.open(path) as file:
        for page in file.pages:
            things += len(page.chars) + len(page.lines) + len(page.rects)
            pages += 1
            page.close()
seconds = time.process_time() - began
if not things:
    sys.exit("nothing was found on the pages")
print(pages, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
