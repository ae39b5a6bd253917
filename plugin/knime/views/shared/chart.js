"use strict";
/*
 * Charts: curves, points with intervals and heat maps, all drawn alike. A chart is a figure with a picture that carries
 * its own colours, a title for screen readers, and a caption that explains it.
 */
const Chart = (() => {
  const MARGIN = { top: 34, right: 18, bottom: 44, left: 58 };
  const FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";

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

  /** On a logarithmic scale powers of ten, or more of the round numbers where the scale holds fewer than two of those. */
  const ticks = (scale, log, count) => {
    if (!log) {
      return scale.ticks(count);
    }
    const all = scale.ticks();
    return [/^1e/, /^[125]e/].map((round) => all.filter((tick) => round.test(tick.toExponential())))
      .find((some) => some.length > 1) ?? scale.ticks(count);
  };

  const axes = (svg, { x, y, left = MARGIN.left }, xAxis, yAxis, size) => {
    const colours = Theme.colours;
    const [bottom, top] = y.range();
    const [from, to] = x.range();
    const group = svg.append("g").attr("font-size", 11).attr("fill", colours.soft);
    for (const tick of (xAxis.ticks ?? ticks(x, xAxis.log, Math.max(3, (to - from) / 90))).filter((each) => !xAxis.whole || Number.isInteger(each))) {
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
   * @param chart { title, caption, x: { label, domain?, log?, ticks? }, y: {…}, series: [{ name, number, points: [[x, y]],
   *   band?: [[x, low, high]], bars?: [[x, low, high]], step?, marks?: [[x, y]], hidden?, faint? }], guide?: [[x, y], …] }
   */
  const curves = (place, chart) => {
    let zoom = d3.zoomIdentity;
    let scales;
    const shown = () => chart.series.filter((series) => !series.hidden);
    const known = (points) => points.filter(([px, py]) => Number.isFinite(px) && Number.isFinite(py));
    const made = figure(place, chart, (svg, size) => {
      const all = chart.series.flatMap((series) => known(series.points));
      const bands = chart.series.flatMap((series) => [...(series.band ?? []), ...(series.bars ?? [])]);
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
        for (const [px, low, high] of series.bars ?? []) {
          // beside each other, so that those of several curves can be read
          const at = x(px) + 5 * (series.number - (chart.series.length - 1) / 2);
          inside.append("path").attr("d", `M${at - 2} ${y(low)}h4m-2 0V${y(high)}m-2 0h4`).attr("fill", "none")
            .attr("stroke", look.colour).attr("stroke-width", 1.4).attr("opacity", 0.8);
        }
        for (const [px, py] of series.marks ?? []) {
          inside.append("path").attr("d", d3.symbol(look.symbol, 64)())
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

  const KEYS = [["+ -", "zoom the focused chart"], ["← → ↑ ↓", "move it"], ["0", "show all of it"],
    ["Ctrl", "and the mouse wheel: zoom; drag to move, double-click to show all"]];

  return { MARGIN, figure, axes, extent, curves, short, KEYS };
})();
