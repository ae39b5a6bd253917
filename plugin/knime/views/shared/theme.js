"use strict";
/*
 * The colours of drawings. A picture carries its colours in its own attributes, so that it looks the same when it is
 * saved; when light changes to dark the picture is drawn again.
 */
const Theme = (() => {
  const LIGHT = {
    page: "#ffffff", card: "#f6f8f9", ink: "#17212b", soft: "#52606d", line: "#c3ccd4", grid: "#e3e8ec",
    paper: "#fffaf8", thin: "#f7dcd5", thick: "#eab3a6", trace: "#101418", before: "#74828f", residual: "#a8327a",
    series: ["#0b6e69", "#c2410c", "#1d4ed8", "#a8327a", "#7a6400", "#6d28d9", "#3f7d20", "#475569"],
    classes: { N: "#3d5a40", S: "#1d4ed8", V: "#b42318", F: "#6d28d9", Q: "#52606d", "": "#8a5a00" },
    heat: ["#f1f6f6", "#0b5d58"], heatInk: ["#17212b", "#ffffff"],
  };
  const DARK = {
    page: "#12181e", card: "#1a222a", ink: "#e8edf1", soft: "#a3b1bd", line: "#44525f", grid: "#2a353f",
    paper: "#151c22", thin: "#222d35", thick: "#35434e", trace: "#d9f2e6", before: "#7f8f9c", residual: "#f472b6",
    series: ["#4fd1c5", "#fb923c", "#8ab0ff", "#f472b6", "#eacb3c", "#c4b5fd", "#a3e635", "#cbd5e1"],
    classes: { N: "#9fc9a4", S: "#8ab0ff", V: "#ff8f87", F: "#c4b5fd", Q: "#a3b1bd", "": "#f5c469" },
    heat: ["#1f2a32", "#5fe0d3"], heatInk: ["#e8edf1", "#06201e"],
  };
  // For readers who cannot distinguish colours there are dashes and markers.
  const DASHES = ["", "7 4", "2 3", "9 3 2 3", "12 4", "4 2", "1 4", "14 3 3 3"];
  const SYMBOLS = [d3.symbolCircle, d3.symbolSquare, d3.symbolTriangle, d3.symbolDiamond, d3.symbolCross, d3.symbolStar,
    d3.symbolWye];
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];
  let still = false;

  /** The theme of the surrounding window comes first, then that of the system; pictures for paper are light. */
  const isDark = () => {
    if (still) {
      return false;
    }
    try {
      const around = getComputedStyle(window.parent.document.documentElement).colorScheme;
      if (window.parent !== window && (around === "dark" || around === "light")) {
        return around === "dark";
      }
    } catch {
      // the surrounding window cannot be asked
    }
    return system.matches;
  };

  /** One of a few, shifted when they begin anew: the colour comes back then, and the two together should not. */
  const shifted = (few, n) => few[(n + 3 * Math.floor(n / few.length)) % few.length];

  const apply = () => {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    listeners.forEach((listener) => listener());
  };
  system.addEventListener("change", apply);
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";

  return {
    get colours() {
      return isDark() ? DARK : LIGHT;
    },
    /** The style of the n-th of several curves. */
    look(n) {
      const series = this.colours.series;
      return { colour: series[n % series.length], dash: shifted(DASHES, n), symbol: shifted(SYMBOLS, n) };
    },
    /** Light for good: an image or a report. */
    forPaper() {
      still = true;
      document.documentElement.classList.add("still");
      apply();
    },
    onChange: (listener) => listeners.push(listener),
  };
})();
