"use strict";
/* The average beat of each class, lead by lead. */
(() => {
  const { element, byId } = Frame;
  const number = (value) => (typeof value === "number" ? value : NaN);

  const drawBeats = (place, rows, classes, hidden) => {
    place.replaceChildren();
    for (const [lead, beats] of d3.group(rows, (row) => row.Lead)) {
      const series = beats.map((beat) => {
        const at = (i) => ((i - beat["R peak"]) / beat["Sampling rate"]) * 1000;
        const known = beat.Mean.map((mean, i) => [at(i), number(mean), number(beat.Deviation[i])]).filter((point) => Number.isFinite(point[1]));
        const index = classes.indexOf(beat.Class);
        return {
          name: beat.Class || "all beats", number: index, hidden: hidden.has(index),
          summary: `${beat.Class || "all beats"}: mean of ${beat.Windows} beats`,
          points: known.map((point) => point.slice(0, 2)),
          band: hidden.has(index) ? [] : known.map(([x, y, spread]) => [x, y - spread, y + spread]),
        };
      });
      const left = d3.sum(beats, (beat) => beat["Left out"]);
      Chart.curves(place, {
        title: lead ? `Average beat, lead ${lead}` : "Average beat", series,
        x: { label: "Time from the R peak (ms)" }, y: { label: `Amplitude (${beats[0].Unit})` },
        caption: `${beats.map((beat) => `${beat.Class || "all beats"}: ${d3.format(",")(beat.Windows)}`).join(", ")} beats. Line: mean;`
          + ` band: one standard deviation.${left ? ` ${d3.format(",")(left)} windows of another length are left out.` : ""}`,
      });
    }
  };

  const draw = ([table]) => {
    const rows = table ? Rows.of(table) : [];
    if (!rows.length) {
      throw new Error("There is no average beat to show: no window was cut around a beat. Windows of fixed length begin"
        + " anywhere in the heart's cycle, so their mean is meaningless.");
    }
    // the commonest class first: it is what the others are compared with
    const classes = d3.groupSort(rows, (all) => -d3.sum(all, (row) => row.Windows), (row) => row.Class);
    const hidden = new Set();
    const legend = element("div");
    const place = element("div", { class: "charts" });
    byId("view").append(legend, place);
    Chart.legend(legend, classes.map((name) => name || "all beats"), (i, isOn) => {
      hidden[isOn ? "delete" : "add"](i);
      drawBeats(place, rows, classes, hidden);
    });
    drawBeats(place, rows, classes, hidden);
  };

  Frame.open({ name: "beats", draw, keys: Chart.KEYS });
})();
