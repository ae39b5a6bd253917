"use strict";
/* How a model was trained: losses and scores by epoch, the sweep over temperature and weight, the circuit, gradients. */
(() => {
  const { element, byId } = Frame;

  const find = (tables, start) => tables.find((table) => table.columns.some((name) => name.startsWith(start)));
  const foldName = (fold) => (fold === null ? "all rows" : `fold ${fold}`);
  const isNumber = (value) => typeof value === "number";

  /** A log of several models or stages is several logs. */
  const parts = (rows) => d3.groups(rows, (row) => [...new Set([row.Model, row.Stage])].filter((name) => name && name !== "Student").join(", "));

  const NOTES = {
    "Training loss": "The loss that training minimises; it falls as long as the model learns.",
    "Validation loss": "On rows that were kept back: if it rises while the training loss falls, the model overfits.",
    "Validation score": "On rows that were kept back: the higher, the better.",
  };

  /** Reasons as parts of a sentence, each with its rows. */
  const byReason = (rows) => d3.groups(rows.filter((row) => row.Reason), (row) => row.Reason[0].toLowerCase() + row.Reason.slice(1));

  /** Which epochs were kept and why, a sentence for each reason; a log of an older version has none. */
  const keptSentences = (rows) => {
    const sentences = byReason(rows).map(([reason, own]) =>
      `Kept (marked): ${own.map((row) => `epoch ${row.Epoch} of ${foldName(row.Fold)}`).join(", ")} – ${reason}.`);
    return sentences.length ? sentences : ["Marked: the epochs that were kept."];
  };

  const drawLog = (place, title, rows, folds, hidden) => {
    const charts = element("div", { class: "charts three", style: "margin-bottom: 14px" });
    if (title) {
      place.append(element("h2", {}, title));
    }
    keptSentences(rows).forEach((sentence) => place.append(element("p", { class: "soft kept", style: "margin: 0 0 6px" }, sentence)));
    const unlabelled = d3.groups(rows.filter((row) => row["Unlabelled rows"]), (row) => row.Fold)
      .map(([fold, own]) => `${d3.format(",")(own[0]["Unlabelled rows"])} (${foldName(fold)})`);
    if (unlabelled.length) {
      place.append(element("p", { class: "soft unlabelled", style: "margin: 0 0 6px" },
        `Rows without a label, learnt from by the teacher's predictions alone: ${unlabelled.join(", ")}.`));
    }
    place.append(charts);
    for (const column of Object.keys(NOTES)) {
      const series = d3.groups(rows, (row) => row.Fold).map(([fold, log]) => {
        const points = d3.sort(log, (row) => row.Epoch).filter((row) => isNumber(row[column])).map((row) => [row.Epoch, row[column]]);
        const kept = log.filter((row) => row.Kept && isNumber(row[column])).map((row) => [row.Epoch, row[column]]);
        const number = folds.indexOf(fold);
        return { name: foldName(fold), number, points, marks: hidden.has(number) ? [] : kept, hidden: hidden.has(number),
          summary: `${foldName(fold)}${kept.length ? `, epoch ${kept[0][0]} was kept` : ""}` };
      }).filter((one) => one.points.length);
      if (series.length) {
        Chart.curves(charts, { title: column, series, x: { label: "Epoch", whole: true }, y: { label: column }, caption: NOTES[column] });
      }
    }
  };

  /** Temperature against weight, by a score: its mean over the folds. */
  const drawSweep = (place, sweep) => {
    const rows = Rows.of(sweep).filter((row) => row.Fold !== null || !sweep.rows.some((each) => each[sweep.columns.indexOf("Fold")] !== null));
    const scores = sweep.columns.filter((name, i) => !["Fold", "Temperature", "Weight", "Epoch", "Seconds", "Chosen", "Reason"].includes(name)
      && sweep.rows.some((row) => isNumber(row[i])));
    if (!scores.length) {
      return;
    }
    const steps = (name) => d3.sort([...new Set(rows.map((row) => row[name]))]);
    const [down, across] = [steps("Weight"), steps("Temperature")];
    if (down.length * across.length < 2) {
      return; // nothing was swept
    }
    const name = (value) => (isNumber(value) ? Chart.short(value) : "–");
    const charts = element("div", { class: "charts" });
    const why = byReason(rows)
      .map(([reason, own]) => ` Reason in ${own.length} ${own.length === 1 ? "fold" : "folds"}: ${reason}.`).join("");
    const draw = (score) => {
      charts.replaceChildren();
      const mean = (name, a, t) => d3.mean(rows.filter((row) => row.Weight === a && row.Temperature === t && isNumber(row[name])), (row) => row[name]) ?? NaN;
      const at = (a, t) => mean(score, a, t);
      const chosen = (a, t) => rows.filter((row) => row.Weight === a && row.Temperature === t && row.Chosen).length;
      const cells = down.map((a) => across.map((t) => ({ value: at(a, t), text: Number.isFinite(at(a, t)) ? at(a, t).toFixed(3) : "–",
        below: chosen(a, t) ? `chosen in ${chosen(a, t)} ${chosen(a, t) === 1 ? "fold" : "folds"}` : " " })));
      const isLow = /loss|brier|error/i.test(score);
      const all = d3.cross(d3.range(down.length), d3.range(across.length)).filter(([r, c]) => Number.isFinite(cells[r][c].value));
      // of equals the one with the smaller loss of the same rows, as the learner chooses
      const height = ([r, c]) => (isLow ? 1 : -1) * cells[r][c].value;
      const loss = ([r, c]) => mean(score.startsWith("Inner ") ? "Inner Log loss" : "Log loss", down[r], across[c]);
      const best = d3.least(all, (one, other) => height(one) - height(other) || loss(one) - loss(other) || 0);
      const isShared = best && all.filter((each) => height(each) === height(best)).length > 1;
      Chart.heat(charts, {
        title: `Temperature and weight: ${score}`, rows: down.map(name), columns: across.map(name), rowLabel: "weight α",
        columnLabel: "temperature T", cells, best,
        caption: `Mean of ${score} over the folds, and in how many folds a pair was chosen by its inner validation.${why}`
          + (best ? ` Framed: the ${isLow ? "lowest" : "highest"}${isShared ? ", with the smallest log loss among equals" : ""}, T = ${name(across[best[1]])}, α = ${name(down[best[0]])}.` : ""),
      });
    };
    const select = element("select", { id: "score", "aria-label": "Score of the sweep", onchange: () => draw(select.value) });
    scores.forEach((score) => select.append(element("option", { value: score }, score)));
    document.querySelector("header .room").before(element("label", {}, "Sweep by", select));
    place.append(charts);
    draw(scores[0]);
  };

  /** The picture has a white ground of its own, as in papers. */
  const drawCircuits = (place, circuits) => {
    const column = circuits.columns.find((name) => name.includes("SVG"));
    for (const row of Rows.of(circuits).filter((each) => each[column])) {
      const picture = Shapes.of(row[column]);
      if (!picture) {
        continue;
      }
      picture.setAttribute("role", "img");
      picture.setAttribute("aria-label", picture.querySelector("title")?.textContent ?? "Circuit");
      picture.setAttribute("style", "max-width: 100%; height: auto; border-radius: 6px");
      const facts = ["Qubits", "Gates", "Depth", "Two-qubit gates", "Parameters"].filter((name) => isNumber(row[name]))
        .map((name) => `${name.toLowerCase()}: ${row[name]}`).join(", ");
      place.append(element("figure", { class: "wide", style: "margin-bottom: 14px" }, picture,
        element("figcaption", {}, `${row.Part ? `Part: ${row.Part}; ` : ""}${facts}.`)));
    }
  };

  const drawGradients = (place, gradients) => {
    const rows = Rows.of(gradients);
    const name = (row) => `${row.Gradient}${isNumber(row.Shots) ? `, ${d3.format(",")(row.Shots)} shots` : ""}`;
    const cosine = gradients.columns.find((column) => column.startsWith("Cosine"));
    const lines = rows.filter((row) => isNumber(row[cosine])).map((row, i) => ({
      name: name(row), number: i, value: row[cosine], parts: [], low: NaN, high: NaN,
    }));
    const charts = element("div", { class: "charts" });
    place.append(charts);
    if (lines.length) {
      Chart.ranges(charts, {
        title: "Accuracy of each gradient", x: { label: cosine, domain: [Math.min(0, d3.min(lines, (line) => line.value)), 1.02] }, lines,
        caption: "1 is the direction of the exact gradient, 0 a random direction. The table gives the cost of each.",
      });
    }
    const figure = element("figure", { class: "wide" });
    charts.append(figure);
    const columns = gradients.columns.filter((column) => column !== "Shots" && column !== "Gradient");
    Chart.table(figure, {
      caption: "Gradients compared", columns: ["Gradient", ...columns],
      rows: rows.map((row) => [name(row), ...columns.map((column) => (isNumber(row[column]) ? Chart.short(row[column]) : "–"))]),
    });
  };

  /** Score against the share of labelled subjects, a curve for each method; a teacher alone needs no labels and is a level. */
  const drawLearningCurve = (place, curve) => {
    const share = "Share of labelled subjects";
    const rows = Rows.of(curve).filter((row) => row.Fold === null);
    const methods = [...new Set(rows.map((row) => row.Method))];
    const shares = d3.extent(rows.map((row) => row[share]).filter((value) => value > 0));
    const hidden = new Set();
    const charts = element("div", { class: "charts" });
    const legend = element("div");
    place.append(element("h2", {}, "Learning curve"), legend, charts);
    const percent = (value) => `${Chart.short(100 * value)} %`;
    const redraw = () => {
      charts.replaceChildren();
      for (const score of ["AUROC", "Average precision", "MCC"].filter((name) => rows.some((row) => isNumber(row[name])))) {
        const series = methods.map((method, number) => {
          const own = d3.sort(rows.filter((row) => row.Method === method && isNumber(row[score])), (row) => row[share]);
          // a level from the smallest share to the largest
          const wide = own.flatMap((row) => (row[share] > 0 ? [row] : shares.map((value) => ({ ...row, [share]: value }))));
          const points = wide.map((row) => [row[share], row[score]]);
          const bars = wide.filter((row) => isNumber(row[`${score} low`])).map((row) => [row[share], row[`${score} low`], row[`${score} high`]]);
          return { name: method, number, points, bars, marks: own.some((row) => row[share] > 0) ? points : [], hidden: hidden.has(number),
            summary: `${method}: ${own.map((row) => `${row[share] > 0 ? `${percent(row[share])} labelled ` : ""}${row[score].toFixed(3)}`
              + (isNumber(row[`${score} low`]) ? ` (${row[`${score} low`].toFixed(3)} to ${row[`${score} high`].toFixed(3)})` : "")).join(", ")}` };
        }).filter((one) => one.points.length);
        Chart.curves(charts, { title: `${score} with few labels`, series,
          x: { label: share, log: true, format: percent, domain: [shares[0] / 1.15, shares[1] * 1.15],
            ticks: [...new Set(rows.map((row) => row[share]).filter((value) => value > 0))] },
          y: { label: score },
          caption: `Mean of ${score} over the folds; bars: 95 % intervals by a bootstrap over subjects. The labels of all other subjects are hidden.` });
      }
    };
    Chart.legend(legend, methods, (i, isOn) => {
      hidden[isOn ? "delete" : "add"](i);
      redraw();
    });
    redraw();
    const figure = element("figure", { class: "wide" });
    place.append(element("div", { class: "charts" }, figure));
    const counts = ["Labelled subjects", "Labelled rows", "Unlabelled rows"];
    const number = (row, name) => (isNumber(row[name]) ? row[name].toFixed(3) : "–");
    Chart.table(figure, {
      caption: "Learning curve", columns: ["Method", share, ...counts, "AUROC", "95 % interval", "Average precision", "MCC"],
      rows: rows.map((row) => [row.Method, row[share] > 0 ? percent(row[share]) : "none", ...counts.map((name) => d3.format(",")(row[name])),
        number(row, "AUROC"), isNumber(row["AUROC low"]) ? `${number(row, "AUROC low")} to ${number(row, "AUROC high")}` : "–", number(row, "Average precision"), number(row, "MCC")]),
    });
  };

  const draw = (tables) => {
    const log = tables.find((table) => ["Epoch", "Training loss"].every((name) => table.columns.includes(name)));
    if (!log?.rows.length) {
      throw new Error("There is nothing to show: nothing was trained.");
    }
    const rows = Rows.of(log);
    const folds = d3.sort([...new Set(rows.map((row) => row.Fold))], (fold) => fold ?? Infinity);
    const hidden = new Set();
    const place = Object.fromEntries(["legend", "log", "more"].map((name) => [name, element("div")]));
    byId("view").append(...Object.values(place));
    const redraw = () => {
      place.log.replaceChildren();
      parts(rows).forEach(([title, part]) => drawLog(place.log, title, part, folds, hidden));
    };
    Chart.legend(place.legend, folds.map(foldName), (i, isOn) => {
      hidden[isOn ? "delete" : "add"](i);
      redraw();
    });
    redraw();
    for (const [start, drawing] of [["Temperature", drawSweep], ["Picture (SVG)", drawCircuits], ["Gradient", drawGradients], ["Share of labelled subjects", drawLearningCurve]]) {
      const table = find(tables.filter((each) => each !== log), start);
      if (table?.rows.length) {
        drawing(place.more, table);
      }
    }
  };

  Frame.open({ name: "training", draw, keys: Chart.KEYS });
})();
