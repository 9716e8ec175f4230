// Makes the drawn figures answer to pointer, touch and keyboard. Without it the drawing stays.
(function () {
  "use strict";
  if (!window.echarts) { return; }
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function colours(element) {
    const style = getComputedStyle(element);
    const read = name => style.getPropertyValue(name).trim();
    return {
      ink: read("--ink"), soft: read("--soft"), hair: read("--hair"), ground: read("--ground"), raised: read("--raised"),
      accent: read("--accent"), accentSoft: read("--accent-soft"), warning: read("--warning"), warningSoft: read("--warning-soft"),
      series: [read("--accent"), read("--warning"), read("--series-3"), read("--series-4")], font: style.fontFamily
    };
  }

  const range = (low, high) => low == null || high == null ? "" : " (" + low + "–" + high + ")";
  const cut = (text, most) => { const all = Array.from(text); return all.length > most ? all.slice(0, most - 1).join("") + "…" : text; };

  function base(figure, c) {
    return {
      animation: false,
      aria: { enabled: true, label: { description: figure.title } },
      textStyle: { color: c.ink, fontFamily: c.font },
      tooltip: { renderMode: "richText", confine: true, backgroundColor: c.ground, borderColor: c.hair, textStyle: { color: c.ink, fontSize: 13 } }
    };
  }

  function scale(c, name, top) {
    return {
      type: "value", min: 0, max: top || 100, interval: (top || 100) / 4, name: name, nameLocation: "middle", nameGap: 30,
      nameTextStyle: { color: c.soft }, axisLabel: { color: c.soft }, axisLine: { show: false },
      splitLine: { lineStyle: { color: c.hair } }
    };
  }

  function names(c, list, width) {
    return {
      type: "category", inverse: true, data: list, axisTick: { show: false }, axisLine: { lineStyle: { color: c.hair } },
      axisLabel: { color: c.ink, width: width, overflow: "truncate", interval: 0 }
    };
  }

  // A line across all rows, named above them.
  function line(figure, c) {
    return {
      type: "custom", silent: true, z: 6, tooltip: { show: false }, data: figure.line == null ? [] : [figure.line],
      encode: { x: 0, y: -1 },
      renderItem: function (params, api) {
        const box = params.coordSys, x = api.coord([figure.line, 0])[0];
        return { type: "group", children: [
          { type: "line", shape: { x1: x, y1: box.y - 4, x2: x, y2: box.y + box.height }, style: { stroke: c.ink, lineWidth: 2 } },
          { type: "text", style: { text: figure.lineLabel, x: x, y: box.y - 6, align: "center", verticalAlign: "bottom", fill: c.ink, fontSize: 12, fontFamily: c.font } }
        ] };
      }
    };
  }

  // A whisker from low to high, moved off the middle of its row or column by a share of its size.
  function whiskers(rows, colour, upright, shift) {
    return {
      type: "custom", silent: true, z: 4, data: rows, tooltip: { show: false },
      renderItem: function (params, api) {
        const at = upright ? [api.value(0), api.value(1)] : [api.value(1), api.value(0)];
        const to = upright ? [api.value(0), api.value(2)] : [api.value(2), api.value(0)];
        const a = api.coord(at), b = api.coord(to);
        const off = shift * (upright ? api.size([1, 0])[0] : api.size([0, 1])[1]);
        const d = upright ? [off, 0] : [0, off];
        return { type: "line", shape: { x1: a[0] + d[0], y1: a[1] + d[1], x2: b[0] + d[0], y2: b[1] + d[1] }, style: { stroke: colour, lineWidth: 1.5 } };
      }
    };
  }

  // Marks at one place share the label of the first of them.
  function together(marks, index) {
    const same = marks.map((m, i) => [m, i]).filter(([m]) => m.x === marks[index].x && m.y === marks[index].y);
    return same[0][1] === index ? same.map(([m]) => m.name).join(", ") : "";
  }

  // Finds a side for each name where it lies over no mark and no other name; a name without one is left to the table.
  function places(marks, wide, high, most) {
    const at = m => [m.x / 100 * wide, (100 - m.y) / 100 * high];
    const taken = marks.map(m => { const [x, y] = at(m); return [x - 8, y - 8, x + 8, y + 8]; });
    return marks.map((m, i) => {
      const name = cut(together(marks, i), most);
      if (!name) { return null; }
      const [x, y] = at(m), gap = 12;
      const long = Array.from(name).reduce((sum, letter) => sum + (letter >= "\u1100" ? 13 : 7.4), 0);
      const sides = {
        right: [x + gap, y - 8, x + gap + long, y + 8], left: [x - gap - long, y - 8, x - gap, y + 8],
        top: [x - long / 2, y - gap - 16, x + long / 2, y - gap], bottom: [x - long / 2, y + gap, x + long / 2, y + gap + 16]
      };
      const side = Object.keys(sides).find(key => {
        const [a, b, d, e] = sides[key];
        return a >= 0 && d <= wide && b >= 0 && e <= high && taken.every(t => d <= t[0] || a >= t[2] || e <= t[1] || b >= t[3]);
      });
      if (side) { taken.push(sides[side]); }
      return side ? { position: side, name: name } : null;
    });
  }

  function plane(figure, c, width) {
    const option = base(figure, c);
    const marks = figure.marks;
    const height = Math.min(520, Math.max(360, width * 0.62));
    const labels = places(marks, width - 66, height - 58, width < 600 ? 16 : 30);
    option.grid = { left: 50, right: 16, top: 12, bottom: 46 };
    option.xAxis = scale(c, figure.xLabel);
    option.yAxis = scale(c, figure.yLabel);
    option.yAxis.nameGap = 34;
    option.tooltip.formatter = p => {
      const m = marks[p.dataIndex];
      return m.name + "\n" + figure.xLabel.replace(/ \(.*/, "") + ": " + m.x + range(m.xLow, m.xHigh)
        + "\n" + figure.yLabel.replace(/ \(.*/, "") + ": " + m.y + range(m.yLow, m.yHigh);
    };
    option.series = [
      {
        type: "custom", silent: true, z: 2, tooltip: { show: false }, data: marks.map(m => [m.xLow, m.yLow, m.xHigh, m.yHigh]),
        renderItem: function (params, api) {
          const a = api.coord([api.value(0), api.value(3)]), b = api.coord([api.value(2), api.value(1)]);
          const large = marks[params.dataIndex].large;
          return {
            type: "ellipse", shape: { cx: (a[0] + b[0]) / 2, cy: (a[1] + b[1]) / 2, rx: (b[0] - a[0]) / 2, ry: (b[1] - a[1]) / 2 },
            style: { fill: large ? c.warning : "transparent", fillOpacity: large ? 0.12 : 0, stroke: large ? c.warning : c.accent, strokeOpacity: large ? 1 : 0.45 }
          };
        }
      },
      {
        type: "scatter", z: 3,
        data: marks.map((m, i) => ({
          name: m.name, value: [m.x, m.y], symbol: m.large ? "diamond" : "circle", symbolSize: m.large ? 20 : 13, cursor: m.href ? "pointer" : "default",
          itemStyle: { color: m.large ? c.warning : c.accent, borderColor: c.ground }, label: { show: labels[i] !== null, fontWeight: m.large ? "bold" : "normal", position: labels[i] ? labels[i].position : "right" }
        })),
        label: { color: c.ink, formatter: p => labels[p.dataIndex] ? labels[p.dataIndex].name : "" },
        emphasis: { scale: 1.6 },
        markArea: {
          silent: true, z: 1, itemStyle: { color: c.raised, borderColor: c.hair, borderWidth: 1 },
          label: { color: c.soft, position: "insideTopLeft" },
          data: figure.regions.map(r => [{ name: r.name, coord: [r.xFrom, r.yFrom] }, { coord: [r.xTo, r.yTo] }])
        }
      }
    ];
    return { option: option, series: 1, hrefs: marks.map(m => m.href), height: height };
  }

  function bars(figure, c, width) {
    const option = base(figure, c);
    const rows = figure.bars;
    option.grid = { left: width < 600 ? 116 : 200, right: 24, top: 26, bottom: 46 };
    option.xAxis = scale(c, figure.unit);
    option.yAxis = names(c, rows.map(b => b.name), width < 600 ? 104 : 184);
    option.tooltip.formatter = p => { const b = rows[p.dataIndex]; return b.name + ": " + (b.value == null ? b.note : b.value + range(b.low, b.high)); };
    option.series = [
      {
        type: "bar", barWidth: "60%", z: 2,
        data: rows.map(b => ({
          value: b.value == null ? 0 : b.value, cursor: b.href ? "pointer" : "default",
          label: { show: b.value == null, position: "right", color: c.soft, formatter: () => b.note || "" },
          itemStyle: b.value >= figure.line
            ? { color: c.warningSoft, borderColor: c.warning, borderWidth: 1 }
            : { color: c.accentSoft, borderColor: c.accent, borderWidth: 1 }
        }))
      },
      whiskers(rows.map((b, i) => [i, b.low, b.high]).filter(r => r[1] != null), c.ink, false, 0),
      line(figure, c)
    ];
    return { option: option, series: 0, hrefs: rows.map(b => b.href), height: 76 + rows.length * 30 };
  }

  function pairs(figure, c, width) {
    const option = base(figure, c);
    const rows = figure.pairs;
    const small = width < 600;
    option.grid = { left: small ? 148 : 350, right: small ? 12 : 24, top: 52, bottom: 46 };
    option.legend = { top: 0, left: 0, textStyle: { color: c.ink }, data: [figure.firstLabel, figure.secondLabel] };
    option.xAxis = scale(c, figure.unit);
    option.yAxis = names(c, rows.map(r => (r.apart ? "≠ " : "") + r.name), small ? 140 : 336);
    if (small) { option.yAxis.axisLabel.overflow = "break"; option.yAxis.axisLabel.fontSize = 11; }
    option.tooltip.formatter = p => {
      const r = rows[p.dataIndex], say = point => point ? point.value + range(point.low, point.high) : "–";
      return r.name + "\n" + figure.firstLabel + ": " + say(r.first) + "\n" + figure.secondLabel + ": " + say(r.second);
    };
    const side = (key, label, symbol, size, colour, shift) => ({
      name: label, type: "scatter", symbol: symbol, symbolSize: size, symbolOffset: [0, shift + "%"], z: 5, itemStyle: { color: colour },
      data: rows.map((r, i) => r[key] ? [r[key].value, i] : [null, i])
    });
    const ends = key => rows.map((r, i) => r[key] && r[key].low != null ? [i, r[key].low, r[key].high] : null).filter(r => r);
    option.series = [
      side("first", figure.firstLabel, "circle", 12, c.accent, -50),
      side("second", figure.secondLabel, "diamond", 14, c.warning, 50),
      whiskers(ends("first"), c.accent, false, 0), whiskers(ends("second"), c.warning, false, 0), line(figure, c)
    ];
    // The symbols are moved by half their own size, and their whiskers with them.
    option.series[2].renderItem = moved(option.series[2].renderItem, -6);
    option.series[3].renderItem = moved(option.series[3].renderItem, 7);
    return { option: option, series: 0, hrefs: rows.map(r => r.href), height: 108 + rows.length * (small ? 50 : 36) };
  }

  function moved(render, by) {
    return function (params, api) { const made = render(params, api); made.shape.y1 += by; made.shape.y2 += by; return made; };
  }

  function trend(figure, c, width) {
    const option = base(figure, c);
    const list = figure.series;
    option.grid = { left: 40, right: 24, top: width < 600 ? 26 * list.length + 8 : 60, bottom: 30 };
    option.legend = { top: 0, left: 0, orient: width < 600 ? "vertical" : "horizontal", textStyle: { color: c.ink } };
    option.xAxis = { type: "category", data: figure.times, axisLabel: { color: c.soft }, axisTick: { show: false }, axisLine: { lineStyle: { color: c.hair } } };
    option.yAxis = scale(c, null, figure.top);
    option.tooltip.formatter = p => {
      const point = list[p.seriesIndex].points[p.dataIndex];
      return p.seriesName + ", " + p.name + ": " + (point ? point.value + range(point.low, point.high) : "–");
    };
    option.series = list.map((s, i) => ({
      name: s.name, type: "line", symbol: i % 2 ? "diamond" : "circle", symbolSize: 10, connectNulls: false, z: 3,
      itemStyle: { color: c.series[i % 4] }, lineStyle: { type: ["solid", "dashed", "dotted", "solid"][i % 4] },
      data: s.points.map(p => p ? p.value : null)
    })).concat(list.map((s, i) =>
      whiskers(s.points.map((p, t) => p && p.low != null ? [t, p.low, p.high] : null).filter(p => p), c.series[i % 4], true, 0)))
      .concat([whiskers(figure.breaks.map(b => [b.at, 0, figure.top]), c.soft, true, -0.5)]);
    return { option: option, series: 0, hrefs: [], height: 380 };
  }

  // The same shapes as on paper; the room for the rest is a pale ring.
  const shapes = ["circle", "diamond", "rect", "triangle", "path://M0 20L-19 -15L19 -15z", "path://M-4 -12h8v8h8v8h-8v8h-8v-8h-8v-8h8z",
    "path://M-23 0L-12 -20L12 -20L23 0L12 20L-12 20z", "path://M-13 -5h26v11h-26z", "path://M12 0L-9 11L-9 -11z", "path://M-12 0L9 -11L9 11z", "path://M-5 -13h11v26h-11z"];

  function field(figure, c, width) {
    const option = base(figure, c);
    const rest = shapes.length, columns = width < 600 ? 2 : 4;
    const legend = 26 * Math.ceil(figure.kinds.length / columns) + 12;
    const inner = (width - 48) * figure.height / 100;
    const size = spot => spot.count === 1 ? 12 : Math.min(36, 14 + 3 * Math.sqrt(spot.count));
    const colour = kind => kind >= rest ? c.soft : c.series[kind % 4];
    option.grid = { left: 24, right: 24, top: 24, height: inner };
    option.xAxis = { type: "value", min: 0, max: 100, show: false };
    option.yAxis = { type: "value", min: 0, max: figure.height, show: false };
    option.legend = { bottom: 0, left: 0, width: width, itemGap: 10, textStyle: { color: c.ink, width: width / columns - 50, overflow: "truncate" }, data: figure.kinds };
    option.tooltip.formatter = p => p.data.name;
    // One series for each kind, so that the legend can hide it; indexes of spots are kept for the links.
    option.series = figure.kinds.map((name, kind) => ({
      name: name, type: "scatter", symbol: kind >= rest ? "circle" : shapes[kind], symbolKeepAspect: true, cursor: "pointer", itemStyle: { color: colour(kind), borderColor: c.ground, opacity: kind >= rest ? 0.55 : 1 },
      label: { show: true, color: c.ground, fontSize: 11, formatter: p => p.data.count > 1 ? String(p.data.count) : "" },
      emphasis: { scale: 1.5, itemStyle: { borderColor: c.ink } },
      data: figure.spots.filter(s => s.kind === kind).map(s => ({ name: s.name, value: [s.x, s.y], count: s.count, href: s.href, symbolSize: size(s) }))
    }));
    if (figure.tenth) {
      const long = figure.tenth * (width - 48) / 100;
      option.graphic = [
        { type: "line", right: 24, top: inner + 40, shape: { x1: 0, y1: 0, x2: long, y2: 0 }, style: { stroke: c.soft, lineWidth: 2 } },
        { type: "text", right: 32 + long, top: inner + 33, style: { text: "a distance of 0.1", fill: c.soft, font: "12px " + c.font } }
      ];
    }
    const places = figure.spots.map(s => [s.kind, figure.spots.filter(o => o.kind === s.kind).indexOf(s)]);
    return { option: option, places: places, hrefs: [], height: inner + 60 + legend };
  }

  const kinds = { field: field, plane: plane, bars: bars, pairs: pairs, trend: trend };

  function live(box) {
    const source = box.parentElement.querySelector("script[type='application/json']");
    const figure = JSON.parse(source.textContent);
    const place = document.createElement("div");
    box.append(place);
    box.classList.add("live");
    const chart = echarts.init(place, null, { renderer: "svg", height: 300 });
    let made = null;
    function draw() {
      const width = box.clientWidth;
      made = kinds[figure.kind](figure, colours(box), width);
      place.style.height = made.height + "px";
      chart.resize({ width: width, height: made.height });
      chart.setOption(made.option, true);
    }
    draw();
    let last = box.clientWidth;
    new ResizeObserver(() => { if (box.clientWidth !== last) { last = box.clientWidth; draw(); } }).observe(box);
    dark.addEventListener("change", draw);
    chart.on("click", p => { const href = p.data && p.data.href || made.hrefs[p.dataIndex]; if (href) { location.href = href; } });
    box.parentElement.querySelectorAll(".openers a").forEach(link => {
      const index = Number(link.dataset.index), place = made.places ? made.places[index] : [made.series, index];
      const at = { seriesIndex: place[0], dataIndex: place[1] };
      link.addEventListener("focus", () => { chart.dispatchAction(Object.assign({ type: "highlight" }, at)); chart.dispatchAction(Object.assign({ type: "showTip" }, at)); });
      link.addEventListener("blur", () => { chart.dispatchAction(Object.assign({ type: "downplay" }, at)); chart.dispatchAction({ type: "hideTip" }); });
    });
  }

  document.querySelectorAll(".chart").forEach(live);
})();
