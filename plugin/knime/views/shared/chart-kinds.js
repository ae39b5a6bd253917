"use strict";
/* More charts, besides curves: heat maps, ranges, points, and the legends and tables that go with them. */
Object.assign(Chart, (() => {
  const { MARGIN, figure, axes, extent, short } = Chart;

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
    const left = Math.min(240, 20 + 6.8 * (d3.max(chart.lines, (line) => line.name.length) ?? 0));
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
          svg.append("path").attr("d", d3.symbol(look.symbol, 90)())
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
        svg.append("path").attr("d", d3.symbol(look.symbol, 110)())
          .attr("transform", `translate(${x(point.x)} ${y(point.y)})`).attr("fill", look.colour).attr("stroke", colours.card);
      }
      // names that would lie over each other stand below each other
      const placed = [];
      for (const point of d3.sort(chart.points, (each) => y(each.y))) {
        const isRight = x(point.x) > size.width * 0.7;
        const length = 7 * point.name.length + 11;
        const from = x(point.x) - (isRight ? length : 0);
        let top = y(point.y) - 8;
        for (const other of placed.filter((each) => each.from < from + length && from < each.from + each.length)) {
          top = top < other.top + 14 ? Math.max(top, other.top + 14) : top;
        }
        placed.push({ from, length, top });
        svg.append("text").attr("x", x(point.x) + (isRight ? -11 : 11)).attr("y", top)
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

  return { heat, ranges, points, legend, table };
})());

/** A table as KNIME's side gives it: the names of its columns and its rows. */
const Rows = {
  of: (table) => table.rows.map((row) => Object.fromEntries(table.columns.map((name, i) => [name, row[i]]))),
};
