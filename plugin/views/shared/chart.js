"use strict";
/*
 * Charts: curves, points with intervals and heat maps, all drawn alike. A chart is a figure with a picture that carries
 * its own colours, a title that a screen reader reads, and a caption that says how to read it.
 */
const Chart = (() => {
  const MARGIN = { top: 34, right: 18, bottom: 44, left: 58 };
  const FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
  const SYMBOLS = [d3.symbolCircle, d3.symbolSquare, d3.symbolTriangle, d3.symbolDiamond, d3.symbolCross, d3.symbolStar,
    d3.symbolWye, d3.symbolAsterisk];

  const short = (value) => {
    if (value === 0) {
      return "0";
    }
    const size = Math.abs(value);
    return size >= 1e6 ? d3.format(".3~s")(value) : size < 1e-3 ? d3.format(".2~e")(value) : size >= 1000 ? d3.format(",")(Number(value.toPrecision(4)))
      : String(Number(value.toPrecision(3)));
  };

  /** A figure that draws itself again when its place or the light changes. */
  const figure = (place, { title, caption, wide, height }, draw) => {
    const made = Frame.element("figure", wide ? { class: "wide" } : {});
    place.append(made);
    const svg = d3.select(made).append("svg").attr("role", "img").attr("aria-label", title);
    if (caption) {
      made.append(Frame.element("figcaption", {}, caption));
    }
    const size = { width: 0, height: 0 };
    const redraw = () => {
      if (!made.isConnected) {
        return; // another took its place
      }
      const style = getComputedStyle(made);
      size.width = Math.max(280, made.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight));
      size.height = height?.(size.width) ?? Math.max(260, Math.min(420, size.width * 0.66));
      svg.attr("viewBox", `0 0 ${size.width} ${size.height}`).attr("width", size.width).attr("height", size.height)
        .attr("font-family", FONT);
      svg.selectAll("*").remove();
      svg.append("rect").attr("width", size.width).attr("height", size.height).attr("fill", Theme.colours.card);
      svg.append("text").attr("x", 2).attr("y", 16).attr("font-size", 14).attr("font-weight", 600)
        .attr("fill", Theme.colours.ink).text(title);
      draw(svg, size);
    };
    let before = 0;
    new ResizeObserver(() => {
      if (made.clientWidth !== before) {
        before = made.clientWidth;
        redraw();
      }
    }).observe(made);
    Theme.onChange(redraw);
    redraw();
    before = made.clientWidth;
    return { element: made, svg, redraw };
  };

  const ticks = (scale, log, count) => (log ? scale.ticks(count).filter((t) => scale.ticks().length < 8 || Number.isInteger(Math.log10(t))) : scale.ticks(count));

  const axes = (svg, { x, y, left = MARGIN.left }, xAxis, yAxis, size) => {
    const colours = Theme.colours;
    const [bottom, top] = y.range();
    const [from, to] = x.range();
    const group = svg.append("g").attr("font-size", 11).attr("fill", colours.soft);
    for (const tick of ticks(x, xAxis.log, Math.max(3, (to - from) / 90))) {
      group.append("line").attr("x1", x(tick)).attr("x2", x(tick)).attr("y1", top).attr("y2", bottom).attr("stroke", colours.grid);
      group.append("text").attr("x", x(tick)).attr("y", bottom + 15).attr("text-anchor", "middle").text((xAxis.format ?? short)(tick));
    }
    for (const tick of ticks(y, yAxis.log, Math.max(3, (bottom - top) / 55))) {
      group.append("line").attr("x1", from).attr("x2", to).attr("y1", y(tick)).attr("y2", y(tick)).attr("stroke", colours.grid);
      group.append("text").attr("x", from - 7).attr("y", y(tick) + 4).attr("text-anchor", "end").text((yAxis.format ?? short)(tick));
    }
    group.append("path").attr("d", `M${from} ${top}V${bottom}H${to}`).attr("fill", "none").attr("stroke", colours.soft);
    group.append("text").attr("x", (from + to) / 2).attr("y", bottom + 34).attr("text-anchor", "middle").attr("font-size", 12)
      .attr("fill", colours.ink).text(xAxis.label);
    if (yAxis.label) {
      group.append("text").attr("transform", `translate(${left - 44} ${(top + bottom) / 2}) rotate(-90)`)
        .attr("text-anchor", "middle").attr("font-size", 12).attr("fill", colours.ink).text(yAxis.label);
    }
  };

  const extent = (values, axis) => {
    if (axis.domain) {
      return axis.domain;
    }
    const [low, high] = d3.extent(values.filter((value) => Number.isFinite(value) && (!axis.log || value > 0)));
    if (low === undefined) {
      return axis.log ? [1, 10] : [0, 1];
    }
    if (axis.log) {
      return [low / 1.6, high * 1.6];
    }
    const room = (high - low) * 0.05 || Math.abs(high) * 0.1 || 1;
    return [axis.zero ? Math.min(0, low) : low - room, high + room];
  };

  /**
   * Curves over a common axis, to zoom with the wheel and Control, to move by dragging, with the figures under the mouse.
   *
   * @param chart { title, caption, x: { label, domain?, log? }, y: {…}, series: [{ name, number, points: [[x, y]],
   *   band?: [[x, low, high]], step?, marks?: [[x, y]], hidden?, faint? }], guide?: [[x, y], …] }
   */
  const curves = (place, chart) => {
    let zoom = d3.zoomIdentity;
    let scales;
    const shown = () => chart.series.filter((series) => !series.hidden);
    const known = (points) => points.filter(([px, py]) => Number.isFinite(px) && Number.isFinite(py));
    const made = figure(place, chart, (svg, size) => {
      const all = chart.series.flatMap((series) => known(series.points));
      const bands = chart.series.flatMap((series) => series.band ?? []);
      const scale = (axis, values, range) => (axis.log ? d3.scaleLog() : d3.scaleLinear()).domain(extent(values, axis)).range(range);
      const x0 = scale(chart.x, all.map((point) => point[0]), [MARGIN.left, size.width - MARGIN.right]);
      const y0 = scale(chart.y, [...all.map((point) => point[1]), ...bands.flatMap((band) => [band[1], band[2]])],
        [size.height - MARGIN.bottom, MARGIN.top]);
      const x = zoom.rescaleX(x0);
      const y = zoom.rescaleY(y0);
      axes(svg, { x, y }, chart.x, chart.y, size);
      const id = `inside-${Math.random().toString(36).slice(2)}`;
      svg.append("clipPath").attr("id", id).append("rect").attr("x", MARGIN.left).attr("y", MARGIN.top - 4)
        .attr("width", size.width - MARGIN.left - MARGIN.right + 4).attr("height", size.height - MARGIN.top - MARGIN.bottom + 4);
      const inside = svg.append("g").attr("clip-path", `url(#${id})`).attr("data-part", "curves");
      if (chart.guide) {
        inside.append("path").attr("d", d3.line((p) => x(p[0]), (p) => y(p[1]))(chart.guide)).attr("fill", "none")
          .attr("stroke", Theme.colours.soft).attr("stroke-dasharray", "4 4");
      }
      for (const series of shown()) {
        const look = Theme.look(series.number);
        if (series.band) {
          inside.append("path").attr("d", d3.area((p) => x(p[0]), (p) => y(p[1]), (p) => y(p[2]))(series.band))
            .attr("fill", look.colour).attr("fill-opacity", 0.16);
        }
        const line = d3.line((p) => x(p[0]), (p) => y(p[1])).curve(series.step ? d3.curveStepBefore : d3.curveLinear);
        inside.append("path").attr("d", line(known(series.points))).attr("fill", "none").attr("stroke", look.colour)
          .attr("stroke-width", series.faint ? 1.3 : 2.1).attr("opacity", series.faint ? 0.75 : 1)
          .attr("stroke-linejoin", "round").attr("stroke-dasharray", series.dash ?? look.dash).attr("data-series", series.name);
        for (const [px, py] of series.marks ?? []) {
          inside.append("path").attr("d", d3.symbol(SYMBOLS[series.number % SYMBOLS.length], 64)())
            .attr("transform", `translate(${x(px)} ${y(py)})`).attr("fill", look.colour).attr("stroke", Theme.colours.card);
        }
      }
      svg.append("g").attr("data-screen-only", "").attr("class", "reading");
      scales = { x, y, size };
    });
    const svg = made.svg;
    svg.attr("tabindex", 0).attr("class", "zoomable")
      .attr("aria-label", `${chart.title}. ${chart.x.label} across, ${chart.y.label ?? ""} up. ${shown().map((series) => series.summary ?? series.name).join("; ")}.`);
    const behaviour = d3.zoom().scaleExtent([1, 60])
      .filter((event) => (event.type === "wheel" ? event.ctrlKey : event.type === "dblclick" || !event.button))
      .on("zoom", (event) => {
        zoom = event.transform;
        made.redraw();
      });
    const bounds = () => {
      const { width, height } = svg.node().viewBox.baseVal;
      behaviour.extent([[MARGIN.left, MARGIN.top], [width - MARGIN.right, height - MARGIN.bottom]])
        .translateExtent([[MARGIN.left, MARGIN.top], [width - MARGIN.right, height - MARGIN.bottom]]);
    };
    bounds();
    svg.call(behaviour).on("dblclick.zoom", () => svg.call(behaviour.transform, d3.zoomIdentity));
    svg.on("keydown", (event) => {
      const by = { "+": 1.4, "=": 1.4, "-": 1 / 1.4 }[event.key];
      const move = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[event.key];
      bounds();
      if (by) {
        svg.call(behaviour.scaleBy, by);
      } else if (event.key === "0") {
        svg.call(behaviour.transform, d3.zoomIdentity);
      } else if (move && zoom.k > 1) {
        svg.call(behaviour.translateBy, move[0] / zoom.k, move[1] / zoom.k);
      } else {
        return;
      }
      event.preventDefault();
    });
    svg.on("pointermove", (event) => {
      const { x, y, size } = scales;
      const [px, py] = d3.pointer(event, svg.node());
      const near = shown().flatMap((series) => known(series.points).map((point) => ({ series, point })))
        .map((each) => ({ ...each, far: Math.hypot(x(each.point[0]) - px, y(each.point[1]) - py) }));
      const best = d3.least(near, (each) => each.far);
      const reading = svg.select(".reading");
      reading.selectAll("*").remove();
      if (!best || best.far > 40) {
        return;
      }
      const [bx, by] = [x(best.point[0]), y(best.point[1])];
      const words = `${best.series.name}: ${(chart.x.format ?? short)(best.point[0])}, ${(chart.y.format ?? short)(best.point[1])}`
        + (best.point[2] !== undefined && best.point[2] !== null ? `, ${chart.third ?? ""} ${short(best.point[2])}` : "");
      reading.append("circle").attr("cx", bx).attr("cy", by).attr("r", 4.5).attr("fill", Theme.look(best.series.number).colour);
      reading.append("text").attr("x", bx > size.width / 2 ? bx - 9 : bx + 9).attr("y", by < 60 ? by + 18 : by - 9)
        .attr("text-anchor", bx > size.width / 2 ? "end" : "start").attr("font-size", 12).attr("font-weight", 600)
        .attr("fill", Theme.colours.ink).attr("stroke", Theme.colours.card).attr("stroke-width", 4)
        .attr("paint-order", "stroke").text(words);
    }).on("pointerleave", () => svg.select(".reading").selectAll("*").remove());
    return made;
  };

  /**
   * A field of numbers: rows down, columns across.
   *
   * @param map { title, caption, rows: [name], columns: [name], rowLabel, columnLabel, cells: [[{ value, text, below? }]],
   *   best?: [row, column] }
   */
  const heat = (place, map) => {
    const left = Math.min(150, 34 + 7 * d3.max(map.rows, (name) => name.length));
    const made = figure(place, { ...map, height: () => 74 + map.rows.length * 46 }, (svg, size) => {
      const colours = Theme.colours;
      const wide = Math.min(120, (size.width - left - 10) / map.columns.length);
      const values = map.cells.flat().map((cell) => cell.value).filter(Number.isFinite);
      const domain = map.domain ?? d3.extent(values);
      const colour = d3.scaleLinear().domain(domain[0] === domain[1] ? [domain[0] - 1, domain[1]] : domain)
        .range(colours.heat).interpolate(d3.interpolateRgb);
      svg.append("text").attr("x", left + (wide * map.columns.length) / 2).attr("y", 40).attr("text-anchor", "middle")
        .attr("font-size", 12).attr("fill", colours.soft).text(map.columnLabel);
      map.columns.forEach((name, c) => svg.append("text").attr("x", left + (c + 0.5) * wide).attr("y", 57)
        .attr("text-anchor", "middle").attr("font-size", 12).attr("fill", colours.ink).text(name));
      svg.append("text").attr("transform", `translate(12 ${64 + map.rows.length * 23}) rotate(-90)`).attr("text-anchor", "middle")
        .attr("font-size", 12).attr("fill", colours.soft).text(map.rowLabel);
      map.rows.forEach((name, r) => {
        svg.append("text").attr("x", left - 8).attr("y", 64 + r * 46 + 27).attr("text-anchor", "end").attr("font-size", 12)
          .attr("fill", colours.ink).text(name);
        map.cells[r].forEach((cell, c) => {
          const share = (cell.value - colour.domain()[0]) / (colour.domain()[1] - colour.domain()[0]);
          const ink = colours.heatInk[share > 0.55 ? 1 : 0];
          svg.append("path").attr("d", `M${left + c * wide + 1.5} ${65.5 + r * 46}h${wide - 3}v43h${3 - wide}z`)
            .attr("fill", Number.isFinite(cell.value) ? colour(cell.value) : colours.page)
            .attr("stroke", map.best && map.best[0] === r && map.best[1] === c ? colours.ink : colours.line)
            .attr("stroke-width", map.best && map.best[0] === r && map.best[1] === c ? 2.5 : 1);
          svg.append("text").attr("x", left + (c + 0.5) * wide).attr("y", 64 + r * 46 + (cell.below ? 21 : 27))
            .attr("text-anchor", "middle").attr("font-size", 13).attr("font-weight", 600).attr("fill", ink).text(cell.text);
          if (cell.below) {
            svg.append("text").attr("x", left + (c + 0.5) * wide).attr("y", 64 + r * 46 + 36).attr("text-anchor", "middle")
              .attr("font-size", 11).attr("fill", ink).text(cell.below);
          }
        });
      });
    });
    made.svg.attr("aria-label", `${map.title}. ${map.rows.map((row, r) => `${map.rowLabel} ${row}: `
      + map.cells[r].map((cell, c) => `${map.columns[c]} ${cell.text}`).join(", ")).join("; ")}.`);
    return made;
  };

  /**
   * One line for each name: its parts as small marks, its figure as a large one, its interval as a bar.
   *
   * @param chart { title, caption, x: { label, domain? }, lines: [{ name, number, parts: [value], value, low, high }] }
   */
  const ranges = (place, chart) => {
    const left = Math.min(180, 20 + 7.2 * (d3.max(chart.lines, (line) => line.name.length) ?? 0));
    const made = figure(place, { ...chart, height: () => MARGIN.top + MARGIN.bottom + chart.lines.length * 38 }, (svg, size) => {
      const colours = Theme.colours;
      const values = chart.lines.flatMap((line) => [...line.parts, line.value, line.low, line.high]).filter(Number.isFinite);
      const x = d3.scaleLinear().domain(extent(values, chart.x)).range([left, size.width - 56]);
      const y = d3.scaleLinear().domain([0, chart.lines.length]).range([size.height - MARGIN.bottom, MARGIN.top]);
      axes(svg, { x, y: Object.assign((v) => y(v), { range: y.range, ticks: () => [] }), left }, chart.x, {}, size);
      chart.lines.forEach((line, i) => {
        const middle = MARGIN.top + (i + 0.5) * 38;
        const look = Theme.look(line.number);
        svg.append("text").attr("x", left - 8).attr("y", middle + 4).attr("text-anchor", "end").attr("font-size", 12)
          .attr("fill", colours.ink).text(line.name);
        for (const part of line.parts.filter(Number.isFinite)) {
          svg.append("circle").attr("cx", x(part)).attr("cy", middle).attr("r", 3.5).attr("fill", "none")
            .attr("stroke", look.colour).attr("opacity", 0.8);
        }
        if (Number.isFinite(line.low) && Number.isFinite(line.high)) {
          svg.append("path").attr("d", `M${x(line.low)} ${middle - 6}v12m0 -6H${x(line.high)}m0 -6v12`).attr("fill", "none")
            .attr("stroke", look.colour).attr("stroke-width", 1.6);
        }
        if (Number.isFinite(line.value)) {
          svg.append("path").attr("d", d3.symbol(SYMBOLS[line.number % SYMBOLS.length], 90)())
            .attr("transform", `translate(${x(line.value)} ${middle})`).attr("fill", look.colour).attr("stroke", colours.card);
          svg.append("text").attr("x", size.width - 4).attr("y", middle + 4).attr("text-anchor", "end").attr("font-size", 12)
            .attr("font-weight", 600).attr("fill", colours.ink).text(line.value.toFixed(3));
        }
      });
    });
    made.svg.attr("aria-label", `${chart.title}. ${chart.lines.map((line) => `${line.name} ${Number.isFinite(line.value) ? line.value.toFixed(3) : "no figure"}`
      + (Number.isFinite(line.low) ? `, interval ${line.low.toFixed(3)} to ${line.high.toFixed(3)}` : "")).join("; ")}.`);
    return made;
  };

  /**
   * Single points, named.
   *
   * @param chart { title, caption, x, y, points: [{ name, number, x, y, low, high }] }
   */
  const points = (place, chart) => {
    const made = figure(place, chart, (svg, size) => {
      const colours = Theme.colours;
      const x = (chart.x.log ? d3.scaleLog() : d3.scaleLinear()).domain(extent(chart.points.map((p) => p.x), chart.x))
        .range([MARGIN.left, size.width - MARGIN.right]);
      const y = d3.scaleLinear().domain(extent(chart.points.flatMap((p) => [p.y, p.low, p.high]), chart.y))
        .range([size.height - MARGIN.bottom, MARGIN.top]);
      axes(svg, { x, y }, chart.x, chart.y, size);
      for (const point of chart.points) {
        const look = Theme.look(point.number);
        if (Number.isFinite(point.low) && Number.isFinite(point.high)) {
          svg.append("path").attr("d", `M${x(point.x)} ${y(point.low)}V${y(point.high)}m-5 0h10M${x(point.x) - 5} ${y(point.low)}h10`)
            .attr("fill", "none").attr("stroke", look.colour).attr("stroke-width", 1.5);
        }
        svg.append("path").attr("d", d3.symbol(SYMBOLS[point.number % SYMBOLS.length], 110)())
          .attr("transform", `translate(${x(point.x)} ${y(point.y)})`).attr("fill", look.colour).attr("stroke", colours.card);
        const isRight = x(point.x) > size.width * 0.7;
        svg.append("text").attr("x", x(point.x) + (isRight ? -11 : 11)).attr("y", y(point.y) - 8)
          .attr("text-anchor", isRight ? "end" : "start").attr("font-size", 12).attr("fill", colours.ink)
          .attr("stroke", colours.card).attr("stroke-width", 4).attr("paint-order", "stroke").text(point.name);
      }
    });
    made.svg.attr("aria-label", `${chart.title}. ${chart.points.map((p) => `${p.name}: ${short(p.x)}, ${short(p.y)}`).join("; ")}.`);
    return made;
  };

  /** Names with their looks; a press hides a curve everywhere or brings it back. */
  const legend = (place, names, toggle) => {
    const list = Frame.element("ul", { class: "legend", "aria-label": "Curves shown" });
    const draw = () => {
      list.querySelectorAll("svg").forEach((svg, i) => {
        const look = Theme.look(i);
        d3.select(svg).select("line").attr("stroke", look.colour).attr("stroke-dasharray", look.dash);
      });
    };
    names.forEach((name, i) => {
      const button = Frame.element("button", { "aria-pressed": "true", onclick: () => {
        const isOn = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(isOn));
        toggle(i, isOn);
      } }, name);
      const line = d3.create("svg").attr("width", 36).attr("height", 14).attr("aria-hidden", "true");
      line.append("line").attr("x1", 1).attr("x2", 35).attr("y1", 7).attr("y2", 7).attr("stroke-width", 2.4);
      list.append(Frame.element("li", {}, line.node(), button));
    });
    Theme.onChange(draw);
    place.append(list);
    draw();
  };

  /** A table that reads well aloud: each row begins with its name. */
  const table = (place, { caption, columns, rows }) => {
    const head = Frame.element("tr");
    columns.forEach((name) => head.append(Frame.element("th", { scope: "col" }, name)));
    const body = Frame.element("tbody");
    for (const row of rows) {
      const line = Frame.element("tr");
      row.forEach((cell, i) => line.append(Frame.element(i ? "td" : "th", i ? {} : { scope: "row" }, cell)));
      body.append(line);
    }
    place.append(Frame.element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
      Frame.element("table", {}, Frame.element("caption", {}, caption), Frame.element("thead", {}, head), body)));
  };

  const KEYS = [["+ -", "zoom the chart that has the focus"], ["← → ↑ ↓", "move it"], ["0", "all of it again"],
    ["Ctrl", "and the mouse wheel: zoom; drag to move, double click for all"]];

  return { curves, heat, ranges, points, legend, table, short, KEYS };
})();

/** A table as KNIME's side gives it: the names of its columns and its rows. */
const Rows = {
  of: (table) => table.rows.map((row) => Object.fromEntries(table.columns.map((name, i) => [name, row[i]]))),
};
