"""Write a trained network as two quantized ONNX graphs: `encoder.onnx` and `linker.onnx`.

The graphs are put together node by node from onnxruntime's fused transformer operators, since these
are what its int8 kernels are made for; exporting the traced network would leave dozens of small ones.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.network import LINK, MINILM, Linker, Network

FUSED = "com.microsoft"
BATCHED = ["batch", "length"]


class Graph:
    """A growing ONNX graph; every method adds a node and returns the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: Tensor | np.ndarray) -> str:
        array = value.detach().float().numpy() if isinstance(value, Tensor) else value
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(array, order="C"), name))
        return name

    def add(self, kind: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name, domain=domain, **attributes))
        return name

    def linear(self, x: str, module: nn.Linear) -> str:
        return self.add(
            "Add", self.add("MatMul", x, self.constant(module.weight.T)), self.constant(module.bias)
        )

    def norm(self, x: str, module: nn.LayerNorm) -> str:
        weight, bias = self.constant(module.weight), self.constant(module.bias)
        return self.add("LayerNormalization", x, weight, bias, axis=-1, epsilon=module.eps)

    def layer(self, x: str, mask: str, module: nn.Module) -> str:
        """One post-norm transformer layer.

        Sum and norm stay apart: the kernel that fuses the two is four times slower than one after the other.
        """
        qkv = self.constant(module.qkv.weight.T), self.constant(module.qkv.bias)
        mixed = self.add("Attention", x, *qkv, mask, domain=FUSED, num_heads=module.heads)
        x = self.norm(self.add("Add", x, self.linear(mixed, module.out)), module.norm1)
        up = self.add("MatMul", x, self.constant(module.up.weight.T))
        up = self.add("BiasGelu", up, self.constant(module.up.bias), domain=FUSED)
        return self.norm(self.add("Add", x, self.linear(up, module.down)), module.norm2)

    def model(
        self, inputs: list[onnx.ValueInfoProto], outputs: dict[str, tuple[str, int]]
    ) -> onnx.ModelProto:
        """The whole graph; ``outputs`` gives each public name its node and the width of its last axis."""
        made = []
        for public, (name, width) in outputs.items():
            self.nodes.append(helper.make_node("Identity", [name], [public]))
            made.append(_value(public, ["rows", "columns", width], TensorProto.FLOAT))
        graph = helper.make_graph(self.nodes, "sayso", inputs, made, self.constants)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="sayso")


def _value(name: str, shape: list[str | int], kind: int = TensorProto.INT64) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def encoder_graph(net: Network) -> onnx.ModelProto:
    """``piece``, ``shape``, ``mask`` [batch, length] to ``cue`` and ``features``."""
    graph, encoder = Graph(), net.encoder
    length = graph.add("Gather", graph.add("Shape", "piece"), graph.constant(np.asarray(1)), axis=0)
    place = graph.add("Range", graph.constant(np.asarray(0)), length, graph.constant(np.asarray(1)))
    x = graph.add("Gather", graph.constant(encoder.piece.weight), "piece")
    x = graph.add("Add", x, graph.add("Gather", graph.constant(encoder.shape.weight), "shape"))
    x = graph.add("Add", x, graph.add("Gather", graph.constant(encoder.position.weight), place))
    x = graph.norm(x, encoder.norm)
    mask = graph.add("Cast", "mask", to=TensorProto.INT32)
    for layer in encoder.layers:
        x = graph.layer(x, mask, layer)
    outputs = {"cue": (graph.linear(x, net.cue), 3), "features": (graph.linear(x, net.features), 4 * LINK)}
    return graph.model([_value(name, BATCHED) for name in ("piece", "shape", "mask")], outputs)


def linker_graph(linker: Linker) -> onnx.ModelProto:
    """``word`` [C, W, 2L], ``cue`` [C, 2L], ``distance`` [C, W] to ``role`` [C, W, 5]."""
    graph = Graph()
    halves = graph.constant(np.asarray([LINK, LINK]))
    names = []
    for whole in ("word", graph.add("Unsqueeze", "cue", graph.constant(np.asarray([1])))):
        pair = [f"{whole}.added", f"{whole}.scaled"]
        graph.nodes.append(helper.make_node("Split", [whole, halves], pair, axis=-1))
        names.append(pair)
    (added, scaled), (cue_added, cue_scaled) = names
    x = graph.add("Add", graph.add("Add", added, cue_added), graph.add("Mul", scaled, cue_scaled))
    x = graph.add("Add", x, graph.add("Gather", graph.constant(linker.distance.weight), "distance"))
    x = graph.norm(graph.add("Gelu", x, domain=FUSED), linker.norm)
    mask = graph.add("Cast", graph.add("Cast", "distance", to=TensorProto.BOOL), to=TensorProto.INT32)
    for layer in linker.layers:
        x = graph.layer(x, mask, layer)
    inputs = [
        _value("word", ["cues", "words", 2 * LINK], TensorProto.FLOAT),
        _value("cue", ["cues", 2 * LINK], TensorProto.FLOAT),
        _value("distance", ["cues", "words"]),
    ]
    return graph.model(inputs, {"role": (graph.linear(x, linker.role), 5)})


def save(model: onnx.ModelProto, path: Path, *, quantize: bool) -> None:
    """Write a graph, its weights in int8 where ``quantize`` says so."""
    onnx.checker.check_model(model)
    if not quantize:
        onnx.save(model, path)
        return
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        onnx.save(model, plain)
        kinds = ["MatMul", "Attention", "Gather"]
        # 7-bit weights: older processors without VNNI would overflow on 8.
        quantize_dynamic(
            plain,
            path,
            kinds,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


def save_tokenizer(source: Path, path: Path) -> None:
    """BERT's tokenizer without padding, truncation, and marks that a page's own text could hold."""
    saved = json.loads(source.read_text(encoding="utf-8"))
    saved.update(padding=None, truncation=None, added_tokens=[], post_processor=None)
    path.write_text(json.dumps(saved, ensure_ascii=False), encoding="utf-8")
    Tokenizer.from_file(str(path))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--float",
        action="store_true",
        help="leave the weights as they are (to measure what quantizing costs)",
    )
    args = parser.parse_args()
    net = Network(MINILM)
    net.load_state_dict(torch.load(args.checkpoint))
    net.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    save(encoder_graph(net), args.out / "encoder.onnx", quantize=not args.float)
    save(linker_graph(net.linker), args.out / "linker.onnx", quantize=not args.float)
    save_tokenizer(args.base / "tokenizer.json", args.out / "tokenizer.json")


if __name__ == "__main__":
    main()
