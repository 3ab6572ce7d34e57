"""The network: a transformer encoder, a cue tagger on it, and a linker that reads words against one cue.

Two encoders fit: BERT's form (MiniLM, the one that ships) and MPNet's (the larger teacher).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu

from sayso.attribution.tagger import LEFT, RIGHT
from sayso.attribution.words import SHAPES

LINK = 128
"""Width of the linker."""


@dataclass(frozen=True)
class Config:
    """Sizes of an encoder."""

    vocabulary: int
    width: int
    heads: int
    inner: int
    layers: int
    positions: int
    first_position: int = 0
    buckets: int = 0
    epsilon: float = 1e-12


MINILM = Config(30522, 384, 12, 1536, 6, 512)
MPNET = Config(30527, 768, 12, 3072, 12, 514, first_position=2, buckets=32, epsilon=1e-5)


class FastDropout(nn.Module):
    """Dropout by byte noise: drawing it costs a fifth of `nn.Dropout`'s on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.keep = round(256 * (1 - rate))

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.keep == 256:
            return x
        count = x.numel()
        noise = torch.randint(-(2**62), 2**62, ((count + 7) // 8,)).view(torch.uint8)[:count]
        mask = (noise < self.keep).view_as(x).to(x.dtype)
        return x * mask * (256 / self.keep)


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float, rate: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=epsilon)
        self.drop = FastDropout(rate)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape
        parts = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = parts.unbind(0)
        query = query * (width // self.heads) ** -0.5
        with torch.autocast(x.device.type, enabled=False):  # softmax stays in the 16 bits of its input
            mixed = (query @ key.transpose(-1, -2) + bias.to(query.dtype)).softmax(-1) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces to vectors."""

    def __init__(self, config: Config, rate: float) -> None:
        super().__init__()
        self.config = config
        self.piece = nn.Embedding(config.vocabulary, config.width)
        self.position = nn.Embedding(config.positions, config.width)
        self.shape = nn.Embedding(SHAPES, config.width)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(config.width, eps=config.epsilon)
        self.drop = FastDropout(rate)
        if config.buckets:
            self.relative = nn.Embedding(config.buckets, config.heads)
        self.layers = nn.ModuleList(
            Layer(config.width, config.heads, config.inner, config.epsilon, rate)
            for _ in range(config.layers)
        )

    def forward(self, piece: Tensor, shape: Tensor, mask: Tensor) -> Tensor:
        place = torch.arange(piece.shape[1], device=piece.device)
        x = self.piece(piece) + self.position(place + self.config.first_position) + self.shape(shape)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].float()) * -30000.0
        if self.config.buckets:
            bias = bias + self.relative(_buckets(place)).permute(2, 0, 1)[None]
        for layer in self.layers:
            x = layer(x, bias)
        return x


def _buckets(place: Tensor, buckets: int = 32, farthest: int = 128) -> Tensor:
    """MPNet's buckets of relative positions (as T5 has them, both directions)."""
    distance = place[:, None] - place[None, :]
    half = buckets // 2
    result = (distance < 0).long() * half
    distance = distance.abs()
    exact = half // 2
    large = exact + (
        torch.log(distance.float().clamp(min=1) / exact)
        / torch.log(torch.tensor(farthest / exact))
        * (half - exact)
    ).long().clamp(max=half - exact - 1)
    return result + torch.where(distance < exact, distance, large)


class Linker(nn.Module):
    """Every word's role towards one cue: outside, source or content."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.distance = nn.Embedding(LEFT + RIGHT + 1, LINK)
        self.norm = nn.LayerNorm(LINK)
        self.layers = nn.ModuleList(Layer(LINK, 4, 2 * LINK, 1e-5, rate) for _ in range(2))
        self.role = nn.Linear(LINK, 5)

    def forward(self, word: Tensor, cue: Tensor, distance: Tensor) -> Tensor:
        """``word`` [C, W, 2L], ``cue`` [C, 2L], ``distance`` [C, W] from `LEFT` up; 0 is no word."""
        added, scaled = word.split(LINK, -1)
        cue_added, cue_scaled = cue[:, None, :].split(LINK, -1)
        x = self.norm(gelu(added + cue_added + scaled * cue_scaled + self.distance(distance)))
        bias = (distance == 0)[:, None, None, :].float() * -30000.0
        for layer in self.layers:
            x = layer(x, bias)
        return self.role(x)


class Network(nn.Module):
    """Encoder, cue tagger, linker, and (while learning) a tagger of the outermost attributions.

    ``rate`` is the share of values that dropout leaves out while learning.
    """

    def __init__(self, config: Config, rate: float = 0.0) -> None:
        super().__init__()
        self.encoder = Encoder(config, rate)
        self.drop = FastDropout(rate)
        self.cue = nn.Linear(config.width, 3)
        self.outer = nn.Linear(config.width, 7)
        self.features = nn.Linear(config.width, 4 * LINK)
        self.linker = Linker(rate)

    def encode(self, piece: Tensor, shape: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Cue logits [B, T, 3], linking features [B, T, 4L] and the outermost tags' logits [B, T, 7]."""
        x = self.drop(self.encoder(piece, shape, mask))
        return self.cue(x), self.features(x), self.outer(x)


def load_bert(encoder: Encoder, path: Path) -> None:
    """Fill an encoder of BERT's form from a safetensors file."""
    saved = {k.removeprefix("bert."): v.float() for k, v in load_file(path).items()}
    encoder.piece.weight.data.copy_(saved["embeddings.word_embeddings.weight"])
    encoder.position.weight.data.copy_(
        saved["embeddings.position_embeddings.weight"] + saved["embeddings.token_type_embeddings.weight"][0]
    )
    _copy(encoder.norm, saved, "embeddings.LayerNorm")
    for n, layer in enumerate(encoder.layers):
        at = f"encoder.layer.{n}"
        _fill(
            layer,
            saved,
            at,
            "attention.self.query attention.self.key attention.self.value attention.output.dense",
            "attention.output.LayerNorm",
        )


def load_mpnet(encoder: Encoder, path: Path) -> None:
    """Fill an encoder of MPNet's form from a safetensors file."""
    saved = {k.removeprefix("mpnet."): v.float() for k, v in load_file(path).items()}
    encoder.piece.weight.data.copy_(saved["embeddings.word_embeddings.weight"])
    encoder.position.weight.data.copy_(saved["embeddings.position_embeddings.weight"])
    encoder.relative.weight.data.copy_(saved["encoder.relative_attention_bias.weight"])
    _copy(encoder.norm, saved, "embeddings.LayerNorm")
    for n, layer in enumerate(encoder.layers):
        at = f"encoder.layer.{n}"
        _fill(
            layer,
            saved,
            at,
            "attention.attn.q attention.attn.k attention.attn.v attention.attn.o",
            "attention.LayerNorm",
        )


def _fill(layer: nn.Module, saved: dict[str, Tensor], at: str, attention: str, norm: str) -> None:
    query, key, value, out = attention.split()
    for part in ("weight", "bias"):
        joined = torch.cat([saved[f"{at}.{name}.{part}"] for name in (query, key, value)])
        getattr(layer.qkv, part).data.copy_(joined)
    _copy(layer.out, saved, f"{at}.{out}")
    _copy(layer.norm1, saved, f"{at}.{norm}")
    _copy(layer.up, saved, f"{at}.intermediate.dense")
    _copy(layer.down, saved, f"{at}.output.dense")
    _copy(layer.norm2, saved, f"{at}.output.LayerNorm")


def _copy(module: nn.Module, saved: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(saved[f"{name}.weight"])
    module.bias.data.copy_(saved[f"{name}.bias"])
