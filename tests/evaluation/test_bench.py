import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_without_a_bench_it_says_so(tmp_path):
    done = subprocess.run([sys.executable, "-m", "evaluation.bench", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == f"{tmp_path}: found no bench; expected score.py and annotated articles (nothing was scored)\n"
