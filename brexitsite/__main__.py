"""Run the command line as `python -m brexitsite`."""

import sys

from brexitsite.cli import main

sys.exit(main())
