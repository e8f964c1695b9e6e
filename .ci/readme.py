"""Print one of the shell commands of the README, so that what is tested is what is written."""

import re
import sys
from pathlib import Path

blocks = re.findall(r"```sh\n(python3 -m venv.*?)```", Path("README.md").read_text(encoding="utf-8"), re.DOTALL)
print(blocks[int(sys.argv[1])])
