"use strict";
/*
 * ECG paper: rows of curves over time at a true scale (1 mm is 96/25.4 points of the screen), to scroll, zoom and measure.
 * Asks for the stretch that is seen, and a bit around it.
 */
const Paper = (container, options) => {
  const SPEEDS = [0.05, 0.1, 0.25, 0.5, 1.25, 2.5, 5, 12.5, 25, 50, 100, 200];
  const GAINS = [1.25, 2.5, 5, 10, 20, 40, 80];

  const state = { start: 0, speed: 25, gain: options.gain ?? 10, duration: 0, rows: [], marks: null, loaded: null, overview: null };
  let asked = 0;
  let pending = null;

  const svg = d3.select(container).append("svg").attr("tabindex", 0).attr("role", "img").attr("class", "zoomable")
    .attr("aria-roledescription", "ECG paper");
  const strip = d3.select(container).append("svg").attr("aria-hidden", "true").attr("class", "only-live")
    .style("margin-top", "8px").style("cursor", "pointer");

  const { MM, LEFT, width, perSecond, span, timeAt, draw, drawStrip } = PaperDrawing(container, svg, strip, state, options);

  let frame = 0;
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };

  const need = async () => {
    const from = state.start;
    const to = Math.min(state.duration, from + span());
    if (state.loaded && state.loaded.speed === state.speed && state.loaded.from <= from && state.loaded.to >= to) {
      return;
    }
    if (pending && pending.speed === state.speed && pending.from <= from && pending.to >= to) {
      return pending.promise;
    }
    const around = Math.min(span(), 600);
    const wanted = { from: Math.max(0, from - around), to: Math.min(state.duration, to + around), speed: state.speed };
    if (!(wanted.to > wanted.from)) {
      return;
    }
    pending = { ...wanted, promise: fetchTraces(wanted) };
    await pending.promise;
  };

  const fetchTraces = async (wanted) => {
    const mine = ++asked;
    // two columns for each point of the screen: fine screens have them
    const columns = Math.max(1, Math.ceil((wanted.to - wanted.from) * perSecond() * 2));
    try {
      const traces = await options.load(wanted.from, wanted.to, columns);
      if (mine === asked) {
        state.loaded = { ...wanted, traces };
        draw();
      }
    } catch (error) {
      Frame.fail(error);
    } finally {
      if (mine === asked) {
        pending = null;
      }
    }
  };

  const moveTo = (start) => {
    state.start = Math.max(0, Math.min(start, Math.max(0, state.duration - span())));
    later();
    return need();
  };

  /** Changes speed or gain to the next of a row of usual ones, about a moment that stays where it is. */
  const next = (list, value, by) => list[Math.max(0, Math.min(list.length - 1, list.indexOf(value) + by))];
  const setSpeed = (speed, about = state.start + span() / 2) => {
    const share = (about - state.start) / span();
    state.speed = speed;
    return moveTo(about - share * span());
  };
  const setGain = (gain) => {
    state.gain = gain;
    later();
  };
  const faster = (by, about) => setSpeed(next(SPEEDS, state.speed, by), about);
  const taller = (by) => setGain(next(GAINS, state.gain, by));
  const whole = () => {
    state.speed = [...SPEEDS].reverse().find((speed) => (width() - LEFT) / (speed * MM) >= state.duration) ?? SPEEDS[0];
    return moveTo(0);
  };

  /** To the next or previous beat that is not normal. */
  const jump = (direction) => {
    const from = state.start + span() / 2;
    const all = d3.range(state.marks?.times.length ?? 0).filter((i) => state.marks.classes[i] !== "N"
      && direction * (state.marks.times[i] - from) > 1e-6);
    if (!all.length) {
      Frame.say("There is no other mark in this direction.");
      return;
    }
    moveTo(state.marks.times[direction > 0 ? all[0] : all[all.length - 1]] - span() / 2);
  };

  const KEYS = {
    ArrowLeft: (e) => moveTo(state.start - span() * (e.shiftKey ? 0.9 : 0.1)),
    ArrowRight: (e) => moveTo(state.start + span() * (e.shiftKey ? 0.9 : 0.1)),
    ArrowUp: () => taller(1),
    ArrowDown: () => taller(-1),
    Home: () => moveTo(0),
    End: () => moveTo(state.duration),
    "+": () => faster(1),
    "=": () => faster(1),
    "-": () => faster(-1),
    0: () => whole(),
    n: () => jump(1),
    p: () => jump(-1),
  };
  document.addEventListener("keydown", (event) => {
    const action = KEYS[event.key];
    if (action && !event.ctrlKey && !event.metaKey && !event.target.closest("select, input, dialog, [role=tablist]")) {
      action(event);
      event.preventDefault();
    }
  });

  svg.node().addEventListener("wheel", (event) => {
    const fits = document.documentElement.scrollHeight <= window.innerHeight + 4;
    if (event.ctrlKey) {
      faster(event.deltaY < 0 ? 1 : -1, timeAt(d3.pointer(event, svg.node())[0]));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY) || fits) {
      moveTo(state.start + (event.deltaX || event.deltaY) / perSecond());
    } else {
      return;
    }
    event.preventDefault();
  }, { passive: false });

  /** Drag moves the paper; drag with Shift measures time and height between two points. */
  svg.node().addEventListener("pointerdown", (event) => {
    const [x0, y0] = d3.pointer(event, svg.node());
    const start = state.start;
    svg.node().setPointerCapture(event.pointerId);
    const onMove = (moved) => {
      const [x1, y1] = d3.pointer(moved, svg.node());
      if (event.shiftKey) {
        measure(x0, y0, x1, y1);
      } else {
        moveTo(start - (x1 - x0) / perSecond());
      }
    };
    const onUp = () => {
      svg.node().removeEventListener("pointermove", onMove);
      svg.node().removeEventListener("pointerup", onUp);
    };
    svg.node().addEventListener("pointermove", onMove);
    svg.node().addEventListener("pointerup", onUp);
  });

  const measure = (x0, y0, x1, y1) => {
    const seconds = Math.abs(x1 - x0) / perSecond();
    const millivolts = Math.abs(y1 - y0) / (state.gain * MM);
    const words = `${Math.round(seconds * 1000)} ms, ${millivolts.toFixed(2)} ${options.unit ?? "mV"}`
      + (seconds > 0.2 ? `, ${Math.round(60 / seconds)}/min` : "");
    const ruler = svg.select(".ruler");
    ruler.selectAll("*").remove();
    ruler.append("rect").attr("x", Math.min(x0, x1)).attr("y", Math.min(y0, y1)).attr("width", Math.abs(x1 - x0))
      .attr("height", Math.abs(y1 - y0)).attr("fill", Theme.colours.series[2]).attr("fill-opacity", 0.12)
      .attr("stroke", Theme.colours.series[2]);
    ruler.append("text").attr("x", (x0 + x1) / 2).attr("y", Math.min(y0, y1) - 6).attr("text-anchor", "middle")
      .attr("font-size", 13).attr("font-weight", 600).attr("fill", Theme.colours.ink).attr("stroke", Theme.colours.paper)
      .attr("stroke-width", 4).attr("paint-order", "stroke").text(words);
    Frame.say(words);
  };

  const toStrip = (event) => moveTo((d3.pointer(event, strip.node())[0] / width()) * state.duration - span() / 2);
  strip.node().addEventListener("pointerdown", (event) => {
    toStrip(event);
    strip.node().setPointerCapture(event.pointerId);
    strip.node().onpointermove = toStrip;
  });
  strip.node().addEventListener("pointerup", () => (strip.node().onpointermove = null));

  Theme.onChange(() => state.rows.length && later());
  new ResizeObserver(() => state.rows.length && moveTo(state.start)).observe(container);

  return {
    /** Shows other rows from their start: [{ label, rate, curves: [{ colour() }] }]. */
    async show(rows, duration, marks) {
      Object.assign(state, { rows, duration, marks, start: 0 });
      state.loaded = null;
      pending = null;
      state.overview = null;
      await need();
      draw();
      performance.mark("first picture");
      const mine = rows;
      if (!(duration > 0)) {
        return;
      }
      options.load(0, duration, Math.min(1200, width())).then((traces) => {
        if (state.rows === mine) {
          state.overview = traces[0]?.[0];
          drawStrip();
        }
      }, Frame.fail);
    },
    setMarks(marks) {
      state.marks = marks;
      draw();
    },
    redraw: later,
    setSpeed, setGain, faster, taller, jump, whole, moveTo,
    get speed() { return state.speed; },
    get gain() { return state.gain; },
    svg: svg.node(),
    speeds: SPEEDS, gains: GAINS,
    KEYS: [["← →", "scroll; with Shift by a page"], ["Home End", "to the start, to the end"],
      ["+ -", "paper speed"], ["↑ ↓", "gain"], ["0", "the whole recording"],
      ["n p", "to the next, the previous beat that is not normal"],
      ["Shift", "and drag with the mouse: measures time, voltage and rate"]],
  };
};

/** The controls of a paper, for the header: speed and gain. */
const paperControls = (paper) => {
  const choice = (id, title, values, unit, current, set) => {
    const select = Frame.element("select", { id, "aria-label": title, onchange: (event) => set(Number(event.target.value)) });
    for (const value of values) {
      select.append(Frame.element("option", { value, selected: value === current }, `${value} ${unit}`));
    }
    return select;
  };
  const speed = choice("speed", "Paper speed", paper.speeds, "mm/s", paper.speed, paper.setSpeed);
  const gain = choice("gain", "Gain", paper.gains, "mm/mV", paper.gain, paper.setGain);
  return {
    elements: [Frame.element("label", {}, "Speed", speed), Frame.element("label", {}, "Gain", gain)],
    follow() {
      speed.value = paper.speed;
      gain.value = paper.gain;
    },
  };
};
