"""The trained network as it ships: two quantized ONNX graphs and a tokenizer, one thread each."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from sayso.attribution.confidence import Calibration, calibration
from sayso.attribution.decode import Floats, Ints

WEIGHTS = Path(__file__).with_name("weights")


class OnnxNetwork:
    """Runs ``encoder.onnx`` and ``linker.onnx`` of a folder on the CPU.

    One thread a session: several processes side by side use the cores better than threads within one.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Windows and sets of cues differ in size; with patterns, memory would be kept for each size.
        options.enable_mem_pattern = False
        self._encoder = _session(folder / "encoder.onnx", options)
        self._linker = _session(folder / "linker.onnx", options)
        self._folder = folder
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))

    @property
    def calibration(self) -> Calibration:
        """How sure an answer of this network is to be right."""
        return calibration(self._folder / "calibration.json")

    def encode(self, piece: Ints, shape: Ints, mask: Ints) -> tuple[Floats, Floats]:
        """Cue scores and linking features of windows of pieces (see `tagger.Network`)."""
        cue, features = self._encoder.run(None, {"piece": piece, "shape": shape, "mask": mask})
        return np.asarray(cue), np.asarray(features)

    def link(self, word: Floats, cue: Floats, distance: Ints) -> Floats:
        """Role scores of words towards cues (see `tagger.Network`)."""
        (role,) = self._linker.run(None, {"word": word, "cue": cue, "distance": distance})
        return np.asarray(role)


def _session(path: Path, options: ort.SessionOptions) -> ort.InferenceSession:
    # The kernel for sum and norm in one is four times slower than the two one after the other.
    return ort.InferenceSession(
        path, options, ["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


@cache
def shipped() -> OnnxNetwork:
    """The network in the package, loaded once a process."""
    return OnnxNetwork()
