"use strict";
/* How a model was trained: losses and scores by epoch, the sweep over temperature and weight, the circuit, gradients. */
(() => {
  const { element, byId } = Frame;

  const find = (tables, ...names) => tables.find((table) => names.every((name) => table.columns.includes(name)));

  /** The models of a log: one for each fold, and the one of all rows. */
  const models = (rows) => {
    const byFold = d3.group(rows, (row) => row.Fold);
    return [...byFold].map(([fold, log]) => ({
      name: fold === null ? "all rows" : `fold ${fold}`, log: d3.sort(log, (row) => row.Epoch), kept: log.find((row) => row.Kept),
    }));
  };

  const NOTES = {
    "Training loss": "What the model learns by; it falls as long as it learns.",
    "Validation loss": "On rows that were kept back: when it rises while the training loss falls, the model learns by heart.",
    "Validation score": "On rows that were kept back: the mark is the epoch that was kept.",
  };

  const drawLog = (place, log, hidden) => {
    place.replaceChildren();
    const all = models(Rows.of(log));
    const columns = log.columns.filter((name, i) => !["Fold", "Epoch", "Seconds", "Kept", "Stage"].includes(name)
      && log.rows.some((row) => typeof row[i] === "number"));
    for (const column of columns) {
      const series = all.map((model, i) => {
        const points = model.log.filter((row) => typeof row[column] === "number").map((row) => [row.Epoch, row[column]]);
        const kept = typeof model.kept?.[column] === "number" ? [[model.kept.Epoch, model.kept[column]]] : [];
        return { name: model.name, number: i, points, marks: kept.concat(points.length === 1 ? points : []), hidden: hidden.has(i) };
      }).filter((one) => one.points.length);
      if (series.length) {
        Chart.curves(place, { title: column, series, x: { label: "Epoch", format: (value) => Chart.short(value) }, y: { label: column },
          caption: NOTES[column] ?? "By epoch; marks: the epochs that were kept." });
      }
    }
  };

  /** Temperature against weight; where other things were tried too, the best of them counts. */
  const drawSweep = (place, sweep) => {
    const named = (...names) => sweep.columns.find((column) => names.some((name) => column.toLowerCase().startsWith(name)));
    const temperature = named("temperature");
    const weight = named("weight", "α", "alpha");
    const score = named("score", "mean score", "validation score", "mean");
    if (!temperature || !weight || !score) {
      return;
    }
    const rows = Rows.of(sweep).filter((row) => typeof row[score] === "number");
    const steps = (name) => d3.sort(new Set(rows.map((row) => row[name])));
    const [down, across] = [steps(weight), steps(temperature)];
    const at = (a, t) => {
      const own = rows.filter((row) => row[weight] === a && row[temperature] === t).map((row) => row[score]);
      return own.length ? d3.mean(own) : NaN;
    };
    const cells = down.map((a) => across.map((t) => ({ value: at(a, t), text: Number.isFinite(at(a, t)) ? at(a, t).toFixed(3) : "–" })));
    const best = d3.greatest(d3.cross(d3.range(down.length), d3.range(across.length)), ([r, c]) => cells[r][c].value);
    Chart.heat(place, {
      title: "Sweep over temperature and weight", rows: down.map(String), columns: across.map(String), rowLabel: "weight α",
      columnLabel: "temperature T", cells, best,
      caption: `${score}, mean over the folds' inner validation; the framed pair is the best: T = ${across[best[1]]}, α = ${down[best[0]]}.`,
    });
  };

  const drawPictures = (place, pictures) => {
    for (const row of Rows.of(pictures)) {
      const figure = element("figure", { class: "wide" });
      const parsed = new DOMParser().parseFromString(row.SVG, "image/svg+xml").documentElement;
      // a picture and nothing else: no script comes with it
      parsed.querySelectorAll("script, foreignObject").forEach((part) => part.remove());
      parsed.setAttribute("role", "img");
      parsed.setAttribute("aria-label", parsed.querySelector("title")?.textContent ?? row.Name ?? "Circuit");
      parsed.setAttribute("style", "max-width: 100%; height: auto; border-radius: 6px");
      figure.append(document.importNode(parsed, true), element("figcaption", {}, row.Name ?? "The circuit that was trained."));
      place.append(figure);
    }
  };

  const drawGradients = (place, gradients) => {
    Chart.table(place, {
      caption: "Gradients compared", columns: gradients.columns,
      rows: gradients.rows.map((row) => row.map((cell) => (typeof cell === "number" ? Chart.short(cell) : cell ?? "–"))),
    });
  };

  const draw = (tables) => {
    const log = find(tables, "Epoch", "Training loss");
    if (!log?.rows.length) {
      throw new Error("There is nothing to show: nothing was trained.");
    }
    const hidden = new Set();
    const place = Object.fromEntries(["legend", "log", "more"].map((name) => [name, element("div", name === "legend" ? {} : { class: "charts" })]));
    for (const part of Object.values(place)) {
      part.style.marginBottom = "14px";
      byId("view").append(part);
    }
    Chart.legend(place.legend, models(Rows.of(log)).map((model) => model.name), (i, isOn) => {
      hidden[isOn ? "delete" : "add"](i);
      drawLog(place.log, log, hidden);
    });
    drawLog(place.log, log, hidden);
    const sweep = tables.find((table) => table !== log && table.columns.some((name) => name.startsWith("Temperature")));
    if (sweep?.rows.length) {
      drawSweep(place.more, sweep);
    }
    const pictures = find(tables, "SVG");
    if (pictures?.rows.length) {
      drawPictures(place.more, pictures);
    }
    const gradients = tables.find((table) => table !== log && table.columns.some((name) => name.startsWith("Gradient")));
    if (gradients?.rows.length) {
      drawGradients(place.more, gradients);
    }
  };

  Frame.open({ name: "training", draw, keys: Chart.KEYS });
})();
