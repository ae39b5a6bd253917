"use strict";
/*
 * Draws ECG paper: the grid of millimetres, rows of curves with their pulse, the marks above, the time below, and the whole
 * recording as a strip. What is shown, and where, is the business of paper.js.
 */
const PaperDrawing = (container, svg, strip, state, options) => {
  const MM = 96 / 25.4;
  const LEFT = 114;
  const TOP = 30;
  const BOTTOM = 22;
  const TIME_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800];

  const width = () => Math.max(360, Math.floor(container.clientWidth));
  /** Whole boxes of 5 mm: as tall as the window allows, but never so low that neighbours run into each other. */
  const rowHeight = () => {
    const room = (window.innerHeight - 250) / Math.max(1, state.rows.length) / (5 * MM);
    return Math.max(state.rows.length > 3 ? 5 : 7, Math.min(12, Math.floor(room))) * 5 * MM;
  };
  const height = () => TOP + state.rows.length * rowHeight() + BOTTOM;
  const perSecond = () => state.speed * MM;
  const span = () => (width() - LEFT) / perSecond();
  const x = (time) => LEFT + (time - state.start) * perSecond();
  const timeAt = (px) => state.start + (px - LEFT) / perSecond();
  const middle = (row) => TOP + (row + 0.5) * rowHeight();
  const number = (value) => (typeof value === "number" ? value : NaN);
  const duration = (value) => (value < 60 ? `${Number(value.toFixed(value < 10 ? 2 : 1))} s`
    : `${Math.floor(value / 60)}:${String(Math.floor(value % 60)).padStart(2, "0")} min`);

  /** The points of a trace; each column of lowest and highest is one stroke, joined to the next. */
  const path = (trace, rate, toX, toY) => {
    const line = d3.line().defined((point) => Number.isFinite(point[1]));
    const points = [];
    trace.low.forEach((low, i) => {
      const at = toX((trace.first + (i + (trace.high.length ? 0.5 : 0)) * trace.step) / rate);
      if (trace.high.length) {
        const pair = [[at, toY(number(low))], [at, toY(number(trace.high[i]))]];
        points.push(...(i % 2 ? pair.reverse() : pair));
      } else {
        points.push([at, toY(number(low))]);
      }
    });
    return line(points);
  };

  /** An electrode's offset has no meaning: a row far from zero is moved to the middle. */
  const offset = (curves) => {
    const values = curves.flatMap((trace) => trace.low.filter((value) => typeof value === "number"));
    const half = values.length ? d3.quantileSorted(d3.sort(values), 0.5) : 0;
    return Math.abs(half) * state.gain * MM > rowHeight() / 4 ? half : 0;
  };

  const grid = () => {
    const colours = Theme.colours;
    const shift = LEFT - ((state.start * perSecond()) % (5 * MM));
    const defs = svg.append("defs");
    for (const [id, size, colour, weight] of [["thin", MM, colours.thin, 0.7], ["thick", 5 * MM, colours.thick, 1]]) {
      defs.append("pattern").attr("id", `paper-${id}`).attr("width", size).attr("height", size)
        .attr("patternUnits", "userSpaceOnUse").attr("x", shift).attr("y", TOP)
        .append("path").attr("d", `M${size} 0H0V${size}`).attr("fill", "none").attr("stroke", colour).attr("stroke-width", weight);
    }
    defs.append("clipPath").attr("id", "paper-inside").append("rect").attr("x", LEFT).attr("y", 0)
      .attr("width", width() - LEFT).attr("height", height());
    svg.append("rect").attr("width", width()).attr("height", height()).attr("fill", colours.paper);
    for (const id of state.speed * MM < 2 ? ["thick"] : ["thin", "thick"]) {
      svg.append("rect").attr("x", LEFT).attr("y", TOP).attr("width", width() - LEFT)
        .attr("height", height() - TOP - BOTTOM).attr("fill", `url(#paper-${id})`);
    }
  };

  const axis = () => {
    const step = TIME_STEPS.find((each) => each * perSecond() >= 76) ?? 3600;
    const end = Math.min(state.duration, state.start + span());
    for (let k = Math.ceil(state.start / step - 1e-9); k * step <= end + 1e-9; k++) {
      const isLast = x(k * step) > width() - 26;
      svg.append("text").attr("x", x(k * step)).attr("y", height() - 6).attr("text-anchor", isLast ? "end" : "middle")
        .attr("font-size", 11).attr("fill", Theme.colours.soft).text(duration(k * step));
      svg.append("line").attr("x1", x(k * step)).attr("x2", x(k * step)).attr("y1", height() - BOTTOM)
        .attr("y2", height() - BOTTOM + 5).attr("stroke", Theme.colours.soft);
    }
    svg.append("text").attr("x", 6).attr("y", height() - 6).attr("font-size", 11).attr("fill", Theme.colours.soft)
      .text(`${state.speed} mm/s`);
  };

  const labels = () => {
    const colours = Theme.colours;
    state.rows.forEach((row, i) => {
      const base = middle(i);
      svg.append("text").attr("x", 8).attr("y", base + 4).attr("font-size", row.label.length > 5 ? 12.5 : 14).attr("font-weight", 600)
        .attr("fill", colours.ink).text(row.label);
      // the calibration pulse of one millivolt and 200 ms, as a recorder draws it
      const high = state.gain * MM;
      const wide = Math.min(20, Math.max(6, 0.2 * perSecond()));
      if (high <= rowHeight()) {
        svg.append("path").attr("d", `M77 ${base}h6v${-high}h${wide}v${high}h6`).attr("fill", "none")
          .attr("stroke", colours.trace).attr("stroke-width", 1.1);
      }
      svg.append("text").attr("x", 77).attr("y", base + 14).attr("font-size", 10).attr("fill", colours.soft)
        .text(`1 ${options.unit ?? "mV"}`);
    });
  };

  const curves = () => {
    const inside = svg.append("g").attr("clip-path", "url(#paper-inside)").attr("data-part", "curves");
    state.rows.forEach((row, i) => {
      const traces = state.loaded?.traces[i];
      if (!traces) {
        return;
      }
      const shift = offset(traces.slice(0, 1));
      row.curves.forEach((curve, c) => {
        const move = curve.centred ? offset([traces[c]]) : shift;
        const y = (value) => middle(i) - (value - move) * state.gain * MM;
        inside.append("path").attr("d", path(traces[c], row.rate, x, y)).attr("fill", "none")
          .attr("stroke", curve.colour()).attr("stroke-width", curve.width ?? 1.25).attr("stroke-linejoin", "round")
          .attr("stroke-dasharray", curve.dash ?? null).attr("opacity", curve.opacity ?? 1);
      });
    });
  };

  const visibleMarks = () => {
    const marks = state.marks;
    if (!marks) {
      return [];
    }
    const from = d3.bisectLeft(marks.times, state.start);
    const to = d3.bisectRight(marks.times, state.start + span());
    return d3.range(from, to);
  };

  const marks = () => {
    const seen = visibleMarks();
    const room = (width() - LEFT) / Math.max(1, seen.length);
    const part = svg.append("g").attr("data-part", "marks");
    for (const i of seen) {
      const type = state.marks.classes[i];
      const colour = Theme.colours.classes[type] ?? Theme.colours.classes[""];
      const isPlain = type === "N";
      if (room > 3 || !isPlain) {
        part.append("line").attr("x1", x(state.marks.times[i])).attr("x2", x(state.marks.times[i])).attr("y1", TOP - 9)
          .attr("y2", isPlain || room < 14 ? TOP : height() - BOTTOM).attr("stroke", colour).attr("stroke-width", isPlain ? 1 : 1.2)
          .attr("stroke-dasharray", isPlain || room < 14 ? null : "2 4");
      }
      if (room > 9 || (!isPlain && room > 3)) {
        const text = part.append("text").attr("x", x(state.marks.times[i])).attr("y", TOP - 13).attr("text-anchor", "middle")
          .attr("font-size", 12).attr("font-weight", isPlain ? 400 : 700).attr("fill", colour)
          // the note of a change of rhythm names the rhythm
          .text(state.marks.symbols[i] === "+" ? state.marks.notes[i] || "+" : state.marks.symbols[i]);
        if (state.marks.notes[i]) {
          text.append("title").text(state.marks.notes[i]);
        }
      }
    }
  };

  /** Draws all, and describes it in words. */
  const draw = () => {
    const size = [width(), height()];
    svg.attr("viewBox", `0 0 ${size[0]} ${size[1]}`).attr("width", size[0]).attr("height", size[1])
      .attr("font-family", "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif");
    svg.selectAll("*").remove();
    grid();
    axis();
    labels();
    curves();
    marks();
    svg.append("g").attr("data-screen-only", "").attr("class", "ruler");
    drawStrip();
    const end = Math.min(state.duration, state.start + span());
    const seen = visibleMarks();
    const counted = d3.rollups(seen, (all) => all.length, (i) => state.marks.symbols[i])
      .map(([symbol, count]) => `${count} ${symbol}`).join(", ");
    const position = `${duration(state.start)} to ${duration(end)} of ${duration(state.duration)}`
      + ` at ${state.speed} mm/s and ${state.gain} mm/${options.unit ?? "mV"}${state.marks && seen.length ? `; marked: ${counted}` : ""}`;
    const words = `${options.title()}: ${position}`;
    svg.attr("aria-label", words);
    Frame.say(words);
    options.onMove?.(position);
  };

  const drawStrip = () => {
    const tall = 44;
    const wide = width();
    strip.attr("viewBox", `0 0 ${wide} ${tall}`).attr("width", wide).attr("height", tall);
    strip.selectAll("*").remove();
    strip.append("rect").attr("width", wide).attr("height", tall).attr("fill", Theme.colours.card).attr("rx", 6);
    if (!(state.duration > 0)) {
      return;
    }
    if (state.overview?.low.length) {
      const values = [...state.overview.low, ...state.overview.high].filter((value) => typeof value === "number");
      const y = d3.scaleLinear().domain(d3.extent(values)).range([tall - 5, 5]);
      const toX = (time) => (time / state.duration) * wide;
      strip.append("path").attr("d", path(state.overview, state.rows[0].rate, toX, y)).attr("fill", "none")
        .attr("stroke", Theme.colours.soft).attr("stroke-width", 0.8);
    }
    state.marks?.times.forEach((time, i) => {
      if (state.marks.classes[i] !== "N") {
        strip.append("rect").attr("x", (time / state.duration) * wide - 0.6).attr("y", 0).attr("width", 1.2).attr("height", 7)
          .attr("fill", Theme.colours.classes[state.marks.classes[i]] ?? Theme.colours.classes[""]);
      }
    });
    strip.append("rect").attr("x", (state.start / state.duration) * wide).attr("y", 0.75)
      .attr("width", Math.max(3, Math.min(1, span() / state.duration) * wide)).attr("height", tall - 1.5)
      .attr("fill", Theme.colours.series[0]).attr("fill-opacity", 0.2).attr("stroke", Theme.colours.series[0]);
  };

  return { MM, LEFT, width, height, perSecond, span, timeAt, draw, drawStrip };
};
