// The network as a picture, drawn by sigma on a canvas. Where the browser cannot draw so, the table beside it says all that it would.
import { useNavigate } from "@tanstack/react-router";
import { UndirectedGraph } from "graphology";
import { useEffect, useRef, useState } from "react";
import { Sigma } from "sigma";
import type { NodeLabelDrawingFunction } from "sigma/rendering";
import { short } from "../../phrasing/index.ts";
import type { NetworkAnswer } from "./asked.ts";
import { middleWithin } from "./label.ts";
import { placesOf } from "./ring.ts";

/** The picture; a click on a party leads to it. Without a `middle` all stand around an empty one. */
export function Picture({ network, middle }: { readonly network: NetworkAnswer; readonly middle: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (place.current === null) return undefined;
    const drawn = drawnIn(place.current, network, middle);
    if (drawn === undefined) {
      setFailed(true);
      return undefined;
    }
    drawn.on("clickNode", ({ node }) => void navigate({ to: "/parties/$key", params: { key: node } }));
    return () => drawn.kill();
  }, [network, middle, navigate]);
  if (failed) return <p className="soft">This browser cannot draw the picture; the table says the same.</p>;
  return <div ref={place} className="network screen-only" aria-hidden="true" />;
}

function drawnIn(place: HTMLElement, network: NetworkAnswer, middle: string | undefined): Sigma | undefined {
  const colours = getComputedStyle(place);
  const ink = colours.getPropertyValue("--ink").trim();
  try {
    return new Sigma(graphOf(network, middle, colours), place, {
      defaultDrawNodeLabel: nameUnder(place, { font: colours.fontFamily, ink, ground: colours.getPropertyValue("--sheet").trim() }),
      labelRenderedSizeThreshold: 0,
      stagePadding: EDGE,
      // While the page is laid out anew there may be no room for a moment; that is no error.
      allowInvalidContainer: true,
      // A label on a ground of its own colour would be the library's white.
      defaultDrawNodeHover: () => undefined,
      zIndex: true,
    });
  } catch {
    return undefined;
  }
}

/** Pixels around the picture, where names of parties at its edge stand. */
const EDGE = 36;
/** Below so many pixels names are smaller, and have so many letters at most. */
const NARROW = { width: 480, letters: 14, size: 11 };
const WIDE = { letters: 40, size: 14 };
/** Pixels of ground around letters: lines behind a name do not strike it through. */
const HALO = 4;

interface Pen {
  readonly font: string;
  readonly ink: string;
  readonly ground: string;
}

type Named = Parameters<NodeLabelDrawingFunction>[1];

/** Writes a party's name below it, never beyond the edge of the picture. */
function nameUnder(place: HTMLElement, { font, ink, ground }: Pen) {
  return (context: CanvasRenderingContext2D, { x, y, size, label }: Named): void => {
    const width = place.clientWidth;
    const how = width < NARROW.width ? NARROW : WIDE;
    const text = short(label ?? "", how.letters);
    context.font = `${how.size}px ${font}`;
    const middle = middleWithin(x, context.measureText(text).width, width);
    context.textAlign = "center";
    context.lineJoin = "round";
    context.lineWidth = HALO;
    context.strokeStyle = ground;
    context.strokeText(text, middle, y + size + how.size);
    context.fillStyle = ink;
    context.fillText(text, middle, y + size + how.size);
  };
}

const SMALLEST = 4;
const LARGEST = 18;

function graphOf({ nodes, edges }: NetworkAnswer, middle: string | undefined, colours: CSSStyleDeclaration): UndirectedGraph {
  const colour = (name: string): string => colours.getPropertyValue(name).trim();
  const places = placesOf(nodes, middle);
  const most = Math.max(1, ...nodes.filter(({ id }) => id !== middle).map(({ deals }) => deals));
  const heaviest = Math.max(1, ...edges.map(({ deals }) => deals));
  const graph = new UndirectedGraph();
  for (const { id, name, deals } of nodes) {
    const size = Math.min(LARGEST, SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(deals / most));
    graph.mergeNode(id, { ...(places.get(id) ?? { x: 0, y: 0 }), size, label: name, color: colour(id === middle ? "--accent" : "--line-strong") });
  }
  for (const { a, b, deals } of edges.filter((edge) => edge.a !== edge.b && graph.hasNode(edge.a) && graph.hasNode(edge.b)))
    graph.mergeEdge(a, b, { size: 1 + 5 * (deals / heaviest), color: colour(a === middle || b === middle ? "--accent" : "--line-strong") });
  return graph;
}
