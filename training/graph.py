"""The networks as ONNX graphs, written operator by operator: what runs is what is written here, on every backend.

Projections multiply whole numbers (inputs of 16 bits in two halves, weights of 7) and give floating point; the rest is single precision.
A sum of whole numbers is exact, so that it is the same whatever the batch and whichever processor adds it up. The table of
word pieces is kept in half precision, that of the network for acts in whole numbers. Operator set 18 with ONNX Runtime's own fused operators, IR version 9.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from acts import ROLES
from model import SHAPES, TAGS

OPSET, IR_VERSION = 18, 9
MICROSOFT = "com.microsoft"
EPSILON = 1e-12


class Graph:
    """Nodes and tensors in the making; every method returns the name of its result."""

    def __init__(self):
        self.nodes, self.tensors, self.count = [], [], 0

    def op(self, kind, *inputs, outputs=1, domain="", **attributes):
        self.count += 1
        names = [f"{kind}_{self.count}" + (f"_{i}" if outputs > 1 else "") for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, name=names[0], **attributes))
        return names[0] if outputs == 1 else names

    def fused(self, kind, *inputs, **attributes):
        return self.op(kind, *inputs, domain=MICROSOFT, **attributes)

    def const(self, values, dtype=np.float32):
        self.count += 1
        name = f"c_{self.count}"
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(values, dtype), name))
        return name

    def tensor(self, parameter):
        return self.const(parameter.detach().numpy())

    def halves(self, x, most):
        """x in 16 bits, bounded by `most` on either side -> ((values, scale), (values, scale)) of 8 bits around 128."""
        zero = self.const(128, np.uint8)
        scales = [self.const(most / 127), self.const(most / 127 / 254)]
        coarse = self.op("QuantizeLinear", x, scales[0], zero)
        rest = self.op("Sub", x, self.op("DequantizeLinear", coarse, scales[0], zero))
        return (coarse, scales[0]), (self.op("QuantizeLinear", rest, scales[1], zero), scales[1])

    def project(self, x, projection):
        scale = projection.weight_scale().detach()
        values = (projection.weight.detach() / scale[:, None]).round()
        weights, none, zero = self.const(values.T.numpy(), np.int8), self.const(0, np.int8), self.const(128, np.uint8)
        sums = []
        for (half, of), bias in zip(self.halves(x, projection.most.item()), ("", self.tensor(projection.bias))):
            by = self.const(scale.numpy())
            sums.append(self.fused("MatMulIntegerToFloat", half, weights, of, by, zero, none, *([bias] if bias else [])))
        return self.op("Add", *sums)

    def attend(self, x, mask, projection, heads):
        query, key, value = self.op("Split", self.project(x, projection), outputs=3, axis=2, num_outputs=3)
        return self.fused("MultiHeadAttention", query, key, value, "", mask, num_heads=heads)

    def size(self, x, axis):
        return self.op("Gather", self.op("Shape", x), self.const([axis], np.int64), axis=0)

    def join(self, *sizes):
        return self.op("Concat", *sizes, axis=0)

    def number(self, *values):
        return self.const(list(values), np.int64)


def graph_of(reader):
    g = Graph()
    hidden = encoded(g, reader.encoder)
    at = g.op("Unsqueeze", "first", g.number(2))
    words = g.op("GatherND", hidden, at, batch_dims=1)
    batch = g.size("first", 0)
    root = g.op("Expand", g.tensor(reader.root), g.join(batch, g.number(1, reader.encoder.width)))
    parts = split(g, g.project(g.op("Concat", root, words, axis=1), reader.heads), reader.widths)
    results = decisions(g, reader, parts, batch)
    for name, value in results.items():
        g.nodes.append(helper.make_node("Identity", [value], [name], name=name))
    return reader_model_of(g)


def acts_graph_of(acts):
    """Probabilities of acts at words, and of words to have a part in what another word tells (acts.py)."""
    g = Graph()
    hidden = encoded(g, acts.encoder, whole_table)
    words = g.op("GatherND", hidden, g.op("Unsqueeze", "first", g.number(2)), batch_dims=1)
    tells = g.op("Split", g.fused("Gelu", g.project(words, acts.rt)), outputs=len(ROLES), axis=2, num_outputs=len(ROLES))
    other = g.fused("Gelu", g.project(words, acts.rw))
    lean = g.op("Add", g.op("MatMul", other, g.const(acts.rb.weight.detach().numpy().T)), g.tensor(acts.rb.bias))
    leans = g.op("Split", g.op("Transpose", lean, perm=[0, 2, 1]), outputs=len(ROLES), axis=1, num_outputs=len(ROLES))
    results = {"acts": g.op("Sigmoid", g.project(words, acts.act))}
    for name, side, by in zip(ROLES, tells, leans):
        scores = g.fused("FusedMatMul", side, other, transB=1, alpha=float(acts.rw.out_features) ** -0.5)
        results[name] = g.op("Sigmoid", g.op("Add", scores, by))
    for name, value in results.items():
        g.nodes.append(helper.make_node("Identity", [value], [name], name=name))
    by_piece, by_word = ["batch", "length"], ["batch", "count"]
    inputs = [*((n, TensorProto.INT64, by_piece) for n in ("pieces", "shapes", "mask")), ("first", TensorProto.INT64, by_word)]
    last = {"acts": "act", **dict.fromkeys(ROLES, "other")}
    return model_of(g, "acts", inputs, [(n, TensorProto.FLOAT, [*by_word, last[n]]) for n in results])


def half_table(g, words):
    """Word pieces in half precision."""
    return g.op("Cast", g.op("Gather", g.const(words.weight.detach().numpy(), np.float16), "pieces"), to=TensorProto.FLOAT)


def whole_table(g, words):
    """Word pieces in whole numbers of 8 bits, a scale for each piece."""
    values = words.weight.detach().numpy()
    scale = np.maximum(np.abs(values).max(1, keepdims=True) / 127, 1e-8)
    whole = g.op("Cast", g.op("Gather", g.const((values / scale).round(), np.int8), "pieces"), to=TensorProto.FLOAT)
    return g.op("Mul", whole, g.op("Gather", g.const(scale), "pieces"))


def encoded(g, encoder, table=half_table):
    mask = g.op("Cast", "mask", to=TensorProto.INT32)
    words = table(g, encoder.words)
    places = g.op("Slice", g.tensor(encoder.positions.weight), g.number(0), g.size("pieces", 1), g.number(0))
    x = g.op("Add", g.op("Add", words, places), g.op("Gather", g.tensor(encoder.shapes.weight[:SHAPES]), "shapes"))
    x = g.op("LayerNormalization", x, *norm(g, encoder.norm), epsilon=EPSILON)
    for layer in encoder.layers:
        mixed = g.project(g.attend(x, mask, layer.qkv, encoder.heads), layer.out)
        x = g.fused("SkipLayerNormalization", mixed, x, *norm(g, layer.norm1), epsilon=EPSILON)
        inner = g.project(g.fused("Gelu", g.project(x, layer.wide)), layer.narrow)
        x = g.fused("SkipLayerNormalization", inner, x, *norm(g, layer.norm2), epsilon=EPSILON)
    return x


def norm(g, layer):
    return g.tensor(layer.weight), g.tensor(layer.bias)


def split(g, x, widths):
    return g.op("Split", x, g.number(*widths), outputs=len(widths), axis=2)


def decisions(g, reader, parts, batch):
    """Every decision but the tree and the names, which TypeScript decodes from log-probabilities."""
    behind = lambda x: g.op("Slice", x, g.number(1), g.number(2**31 - 1), g.number(1))
    tags = {name: behind(part) for name, part in zip(TAGS, parts)}
    arc_dep, arc_head, rel_dep, rel_head = (g.fused("Gelu", part) for part in parts[len(TAGS):])
    results = {name: best(g, tags[name], 2) for name in ("upos", "xpos", "lemma")}
    results["names"] = g.op("LogSoftmax", tags["names"], axis=-1)
    bilinear = g.op("Add", g.op("MatMul", behind(arc_dep), g.const(reader.arc.weight.detach().numpy().T)), g.tensor(reader.arc.bias))
    scores = g.fused("FusedMatMul", bilinear, arc_head, transB=1)
    taken = g.op("Expand", g.const([[True]], np.bool_), g.join(batch, g.number(1)))
    allowed = g.op("Unsqueeze", g.op("Concat", taken, "words", axis=1), g.number(1))
    results["arcs"] = g.op("LogSoftmax", g.op("Where", allowed, scores, g.const(-1e4)), axis=-1)
    results["relations"] = best(g, relation_scores(g, reader, behind(rel_dep), rel_head), 2)
    return results


def relation_scores(g, reader, dep, head):
    """[B, N, labels, 1+N]: of every relation to every head."""
    side = reader.widths[-1] + 1
    labels = reader.rel.out_features // side
    wide = g.op("Reshape", g.project(dep, reader.rel), g.number(0, -1, side))
    heads = g.op("Pad", head, g.number(0, 0, 0, 0, 0, 1), g.const(1.0))
    scores = g.fused("FusedMatMul", wide, heads, transB=1)
    return g.op("Reshape", scores, g.join(g.number(0, -1, labels), g.size(head, 1)))


def best(g, x, axis):
    return g.op("Cast", g.op("ArgMax", x, axis=axis, keepdims=0), to=TensorProto.INT32)


def reader_model_of(g):
    by_piece, by_word = ["batch", "length"], ["batch", "count"]
    inputs = [(n, TensorProto.INT64, by_piece) for n in ("pieces", "shapes", "mask")]
    inputs += [("first", TensorProto.INT64, by_word), ("words", TensorProto.BOOL, by_word)]
    outputs = [(n, TensorProto.INT32, by_word) for n in ("upos", "xpos", "lemma")]
    outputs += [("names", TensorProto.FLOAT, [*by_word, "label"]), ("arcs", TensorProto.FLOAT, [*by_word, "heads"])]
    outputs += [("relations", TensorProto.INT32, [*by_word, "heads"])]
    return model_of(g, "reader", inputs, outputs)


def model_of(g, name, inputs, outputs):
    """`inputs`, `outputs`: (name, type, shape) each."""
    declared = lambda values: [helper.make_tensor_value_info(*value) for value in values]
    graph = helper.make_graph(g.nodes, name, declared(inputs), declared(outputs), g.tensors)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="pacta")
