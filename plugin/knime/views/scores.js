"use strict";
/* Models side by side, from the Scorer's own tables. */
(() => {
  const { element, byId } = Frame;
  const number = (value) => (typeof value === "number" ? value : NaN);

  /** The node's tables, distinguished by their columns. */
  const sorted = (tables) => {
    const having = (...names) => tables.find((table) => names.every((name) => table.columns.includes(name)));
    return {
      summary: having("Model", "Parameters"),
      folds: having("Model", "Fold", "Threshold"),
      curves: having("Model", "Curve", "x", "y"),
      confusions: having("Model", "Actual", "Predicted"),
    };
  };

  const metrics = (summary) => summary.columns.filter((name) => name.endsWith(" (mean)")).map((name) => name.slice(0, -7));

  const drawCurves = (place, curves, models, selected, hidden) => {
    place.replaceChildren();
    const series = (curve, options = {}) => models.map((name, i) => {
      const points = curves.filter((row) => row.Model === name && row.Class === selected && row.Curve === curve)
        .map((row) => [row.x, row.y, row.Threshold]);
      return { name, number: i, points, hidden: hidden.has(i), ...options };
    }).filter((one) => one.points.length);
    const share = { domain: [-0.02, 1.02] };
    const add = (chart) => chart.series.length && Chart.curves(place, { ...chart, third: "threshold" });
    add({
      title: "ROC", series: series("ROC"), guide: [[0, 0], [1, 1]],
      x: { label: "1 − specificity", ...share }, y: { label: "Sensitivity", ...share },
      caption: "Better towards the top left corner; the dashed line is random guessing.",
    });
    add({
      title: "Precision and recall", series: series("Precision-recall"),
      x: { label: "Recall (sensitivity)", ...share }, y: { label: "Precision", ...share },
      caption: "Better towards the top right corner; for rare classes, more informative than ROC.",
    });
    add({
      title: "Calibration", series: series("Calibration").map((one) => ({ ...one, marks: one.points })), guide: [[0, 0], [1, 1]],
      x: { label: "Predicted probability", ...share }, y: { label: "Observed share", ...share },
      caption: "On the dashed line, a probability of 0.7 is right in 7 of 10 cases; below it, the model is overconfident.",
    });
    const decision = series("Decision");
    const all = curves.filter((row) => row.Class === selected && row.Curve === "Decision" && row.Model === decision[0]?.name)
      .map((row) => [row.x, number(row["Treat all"])]).filter((point) => Number.isFinite(point[1]));
    const top = d3.max(decision.flatMap((one) => one.points.map((point) => point[1]))) ?? 1;
    add({
      title: "Decision curve", series: decision, guide: all,
      x: { label: "Threshold probability", ...share }, y: { label: "Net benefit", domain: [-0.25 * top, top * 1.08] },
      caption: "The benefit of decisions by the model over treating nobody; the dashed line is treating everybody.",
    });
  };

  const drawMetric = (place, summary, folds, metric, models) => {
    place.replaceChildren();
    const lines = models.map((name, i) => {
      const row = summary.find((one) => one.Model === name);
      return {
        name, number: i, value: number(row[metric]), low: number(row[`${metric} (low)`]), high: number(row[`${metric} (high)`]),
        parts: folds.filter((one) => one.Model === name).map((one) => number(one[metric])),
      };
    });
    const shown = lines.filter((line) => Number.isFinite(line.value) || line.parts.some(Number.isFinite));
    if (!shown.length) {
      place.append(element("p", { class: "soft" }, `No model has a value of ${metric}.`));
      return;
    }
    Chart.ranges(place, {
      title: `${metric} over folds`, x: { label: metric }, lines: shown,
      caption: "Rings: the folds. Filled mark and number: over all rows, with its interval.",
    });
    const sized = lines.map((line) => ({ ...line, x: number(summary.find((one) => one.Model === line.name).Parameters), y: line.value }))
      .filter((line) => line.x > 0 && Number.isFinite(line.y));
    if (sized.length) {
      Chart.points(place, {
        title: `${metric} against size`, x: { label: "Trainable parameters", log: true }, y: { label: metric }, points: sized,
        caption: "Best at the top left: small and accurate. Bars are intervals; the size is on a logarithmic scale.",
      });
    }
  };

  const drawConfusions = (place, rows, models) => {
    for (const name of models) {
      const own = rows.filter((row) => row.Model === name);
      const actual = [...new Set(own.map((row) => row.Actual))];
      const predicted = [...new Set(own.map((row) => row.Predicted))];
      const total = (one) => d3.sum(own.filter((row) => row.Actual === one), (row) => row.Rows);
      Chart.heat(place, {
        title: `Confusion: ${name}`, rows: actual, columns: predicted, rowLabel: "label", columnLabel: "predicted", domain: [0, 1],
        cells: actual.map((one) => predicted.map((other) => {
          const count = own.find((row) => row.Actual === one && row.Predicted === other)?.Rows ?? 0;
          const share = total(one) ? count / total(one) : 0;
          return { value: share, text: d3.format(",")(count), below: d3.format(".1%")(share) };
        })),
        caption: "Rows of each label by prediction; shares are of the label's rows.",
      });
    }
  };

  const drawTable = (place, summary, all) => {
    const figure = (row, metric) => {
      const value = row[metric];
      const deviation = row[`${metric} (sd)`];
      const mean = row[`${metric} (mean)`];
      if (typeof value !== "number" && typeof mean !== "number") {
        return "–";
      }
      return typeof mean === "number" ? `${mean.toFixed(3)}${typeof deviation === "number" ? ` ± ${deviation.toFixed(3)}` : ""}` : value.toFixed(3);
    };
    const wanted = ["AUROC", "Average precision", "Balanced accuracy", "MCC", "Sensitivity", "Specificity", "Brier score", "Calibration error"]
      .filter((metric) => all.includes(metric) && summary.some((row) => typeof (row[metric] ?? row[`${metric} (mean)`]) === "number"));
    Chart.table(place, {
      caption: "Figures: mean ± standard deviation over folds, or over all rows without folds",
      columns: ["Model", ...wanted, "Parameters"],
      rows: summary.map((row) => [row.Model, ...wanted.map((metric) => figure(row, metric)),
        typeof row.Parameters === "number" ? d3.format(",")(row.Parameters) : "–"]),
    });
  };

  const draw = (tables) => {
    const { summary, folds, curves, confusions } = sorted(tables);
    if (!summary?.rows.length) {
      throw new Error("There is nothing to show: the input table was empty.");
    }
    const all = metrics(summary);
    const rows = Rows.of(summary);
    const points = Rows.of(curves);
    const models = rows.map((row) => row.Model);
    const classes = [...new Set(points.map((row) => row.Class))];
    const hidden = new Set();
    const place = { legend: element("div"), curves: element("div", { class: "charts" }), metric: element("div", { class: "charts" }),
      confusions: element("div", { class: "charts" }), table: element("div") };
    for (const part of [place.table, place.legend, place.curves, place.metric, place.confusions]) {
      part.style.marginBottom = "14px";
      byId("view").append(part);
    }
    const redraw = () => drawCurves(place.curves, points, models, selected.value, hidden);
    const select = (id, values, label, change) => {
      const made = element("select", { id, "aria-label": label, onchange: change });
      values.forEach((value) => made.append(element("option", { value }, value)));
      return made;
    };
    const selected = select("class", classes, "Class whose curves are shown", redraw);
    const metric = select("metric", all, "Metric", () => drawMetric(place.metric, rows, Rows.of(folds), metric.value, models));
    const room = document.querySelector("header .room");
    if (classes.length > 1) {
      room.before(element("label", {}, "Class", selected));
    }
    room.before(element("label", {}, "Metric", metric));
    Chart.legend(place.legend, models, (i, isOn) => {
      hidden[isOn ? "delete" : "add"](i);
      redraw();
    });
    // no AUROC without probabilities
    const has = (name) => rows.some((row) => typeof row[name] === "number");
    metric.value = has("AUROC") ? "AUROC" : all.find(has) ?? all[0];
    redraw();
    drawMetric(place.metric, rows, Rows.of(folds), metric.value, models);
    drawConfusions(place.confusions, Rows.of(confusions), models);
    drawTable(place.table, rows, all);
  };

  Frame.open({ name: "scores", draw, keys: Chart.KEYS });
})();
