"use strict";
/*
 * Draws an SVG that a table holds. A workflow may come from anywhere, so the text is only looked at: what is drawn is
 * made anew, of shapes, texts and their looks. Scripts, links, styles, animations and whatever else is left out.
 */
const Shapes = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const ELEMENTS = new Set(["svg", "g", "title", "desc", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path",
    "text", "tspan"]);
  const ATTRIBUTES = new Set(["x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height",
    "viewBox", "d", "points", "transform", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-dasharray",
    "stroke-linecap", "stroke-linejoin", "stroke-opacity", "opacity", "font-family", "font-size", "font-style", "font-weight",
    "text-anchor", "dominant-baseline"]);
  // A colour or a paint may point elsewhere, url(…); no shape of ours does.
  const isPlain = (value) => !/url|[\\:]/i.test(value);

  const copy = (from) => {
    const made = document.createElementNS(SVG, from.localName);
    for (const { name, value } of from.attributes) {
      if (ATTRIBUTES.has(name) && isPlain(value)) {
        made.setAttribute(name, value);
      }
    }
    for (const child of from.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        made.append(child.data);
      } else if (isShape(child)) {
        made.append(copy(child));
      }
    }
    return made;
  };

  const isShape = (node) => node.nodeType === Node.ELEMENT_NODE && node.namespaceURI === SVG && ELEMENTS.has(node.localName);

  /** The picture, or null where the text is not a picture. */
  const of = (text) => {
    const root = new DOMParser().parseFromString(String(text), "image/svg+xml").documentElement;
    return isShape(root) && root.localName === "svg" ? copy(root) : null;
  };

  return { of };
})();
