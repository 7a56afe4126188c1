using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>Draws the layers of <see cref="LayerTable"/> and one tool call's way through them.</summary>
internal static class LayerPicture
{
    private const int Margin = 36;
    private const int Top = 84;
    private const int ColumnWidth = 252;
    private const int ColumnGap = 44;
    private const int RowHeight = 58;
    private const int BoxHeight = 36;
    private const int BoxGap = 10;
    private const int LegendWidth = 400;
    private const int StepHeight = 46;
    private const int Badge = 11;
    private const int LaneCount = 3;
    private const int LaneGap = 5;

    /// <summary>Colours carry no meaning of their own, and each pair is readable in its mode.</summary>
    private const string Style = """
        text { font-family: system-ui, "Segoe UI", "DejaVu Sans", Helvetica, Arial, sans-serif; font-size: 14px; fill: #1f2933 }
        .page { fill: #ffffff }
        .title { font-size: 18px; font-weight: 600 }
        .note { font-size: 12px; fill: #616e7c }
        .box { fill: #eef2f7; stroke: #9fb3c8 }
        .step { fill: #dbeafe; stroke: #2563eb }
        .use { fill: none; stroke: #b8c4d0 }
        .call { fill: none; stroke: #2563eb; stroke-width: 2; stroke-linejoin: round; stroke-opacity: 0.7 }
        .badge { fill: #2563eb }
        .number { font-size: 12px; font-weight: 600; fill: #ffffff }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .page { fill: #0d1117 }
          .note { fill: #9aa7b4 }
          .box { fill: #1c2530; stroke: #4b5b6b }
          .step { fill: #172a4a; stroke: #6ea8fe }
          .use { stroke: #3c4956 }
          .call { stroke: #6ea8fe }
          .badge { fill: #6ea8fe }
          .number { fill: #0d1117 }
        }
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The columns, by the first part of a namespace; the last takes the rest.</summary>
    private static readonly (string Title, string[] Parts)[] Columns =
    [
        ("Program and protocol", ["Program", "Cli", "Hosting", "Transport", "Protocol", "Observability"]),
        ("Tools", ["Tools"]),
        ("ClickUp and values", []),
    ];

    private static int Height =>
        Top
        + Math.Max(
            (LayerTable.Layers.Max(layer => LayerGraph.LevelOf(layer.Name)) + 1) * RowHeight,
            (LayerTable.Call.Length * StepHeight) + RowHeight
        )
        + Margin;

    private static int LegendLeft => Margin + (Columns.Length * (ColumnWidth + ColumnGap));

    public static string Draw()
    {
        var boxes = Place();
        var stops = Stops(boxes);
        var width = LegendLeft + LegendWidth + Margin;
        XElement svg = new(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {width} {Height}"),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", "The layers of the server and one tool call's way through them"),
            new XElement(Svg + "style", $"\n{Style}\n"),
            new XElement(
                Svg + "rect",
                Class("page"),
                new XAttribute("width", width),
                new XAttribute("height", Height),
                new XAttribute("rx", 12)
            ),
            Text(Margin, 34, "Layers: each uses only what stands below it", "title"),
            Columns.Select((column, i) => Text(Margin + (i * (ColumnWidth + ColumnGap)), 62, column.Title, "note")),
            LayerTable.Layers.SelectMany(layer =>
                LayerGraph.Nearest(layer.Name).Where(boxes.ContainsKey).Select(to => Use(boxes[layer.Name], boxes[to]))
            ),
            Way(stops, boxes),
            LayerTable.Layers.Select(layer => Box(layer.Name, boxes[layer.Name])),
            stops.SelectMany((stop, i) => NumberBadge(i + 1, stop.X, stop.Y)),
            Legend()
        );
        StringBuilder text = new();
        XmlWriterSettings settings = new()
        {
            OmitXmlDeclaration = true,
            Indent = true,
            NewLineChars = "\n",
        };
        using (var writer = XmlWriter.Create(text, settings))
        {
            svg.Save(writer);
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Where the box of each namespace stands: its level is the row, what it is about the column.</summary>
    private static Dictionary<string, (double X, double Y, double Width)> Place()
    {
        var rows = LayerTable.Layers.Max(layer => LayerGraph.LevelOf(layer.Name));
        Dictionary<string, (double, double, double)> boxes = [];
        foreach (
            var cell in LayerTable.Layers.GroupBy(layer =>
                (Column: ColumnOf(layer.Name), Level: LayerGraph.LevelOf(layer.Name))
            )
        )
        {
            var count = cell.Count();
            var width = (ColumnWidth - ((count - 1) * BoxGap)) / (double)count;
            var left = Margin + (cell.Key.Column * (ColumnWidth + ColumnGap));
            foreach (var (layer, i) in cell.Select((layer, i) => (layer, i)))
            {
                boxes[layer.Name] = (left + (i * (width + BoxGap)), Top + ((rows - cell.Key.Level) * RowHeight), width);
            }
        }

        return boxes;
    }

    private static int ColumnOf(string name)
    {
        var column = Array.FindIndex(Columns, c => c.Parts.Contains(name.Split('.')[0]));
        return column < 0 ? Columns.Length - 1 : column;
    }

    private static object[] Box(string name, (double X, double Y, double Width) box) =>
        [
            new XElement(
                Svg + "rect",
                Class(LayerTable.Call.Any(step => step.Layer == name) ? "step" : "box"),
                Number("x", box.X),
                Number("y", box.Y),
                Number("width", box.Width),
                Number("height", BoxHeight),
                Number("rx", 6)
            ),
            new XElement(
                Svg + "text",
                Number("x", box.X + (box.Width / 2)),
                Number("y", box.Y + (BoxHeight / 2) + 5),
                new XAttribute("text-anchor", "middle"),
                name
            ),
        ];

    private static XElement Use((double X, double Y, double Width) from, (double X, double Y, double Width) to)
    {
        var (x1, y1) = (from.X + (from.Width / 2), from.Y + BoxHeight);
        var (x2, y2) = (to.X + (to.Width / 2), to.Y);
        var bend = (y2 - y1) / 2;
        return Path(
            "use",
            $"M{Round(x1)} {Round(y1)} C{Round(x1)} {Round(y1 + bend)} {Round(x2)} {Round(y2 - bend)} {Round(x2)} {Round(y2)}"
        );
    }

    /// <summary>Where the steps of the call have their numbers: at the left of a box, side by side when it has several.</summary>
    private static List<(double X, double Y)> Stops(Dictionary<string, (double X, double Y, double Width)> boxes)
    {
        Dictionary<string, int> seen = [];
        List<(double X, double Y)> stops = [];
        foreach (var step in LayerTable.Call)
        {
            var box = boxes[step.Layer];
            var nth = seen[step.Layer] = seen.GetValueOrDefault(step.Layer, -1) + 1;
            stops.Add((box.X + (nth * 2.2 * Badge), box.Y + (BoxHeight / 2)));
        }

        return stops;
    }

    /// <summary>The call's way: beside the columns and between the rows, so that it crosses no box.</summary>
    private static XElement Way(
        List<(double X, double Y)> stops,
        Dictionary<string, (double X, double Y, double Width)> boxes
    )
    {
        StringBuilder way = new($"M{Round(stops[0].X)} {Round(stops[0].Y)}");
        for (var i = 1; i < stops.Count; i++)
        {
            var (x, y) = stops[i - 1];
            var (toX, toY) = stops[i];
            var from = boxes[LayerTable.Call[i - 1].Layer].X;
            var to = boxes[LayerTable.Call[i].Layer].X;
            var lane = Lane(to, i);
            if (Math.Abs(from - to) > 1)
            {
                var side = Lane(from, i);
                var gap = y + ((toY < y ? -RowHeight : RowHeight) / 2) + (((i % LaneCount) - 1) * LaneGap);
                way.Append(CultureInfo.InvariantCulture, $" H{Round(side)} V{Round(gap)}");
            }

            way.Append(CultureInfo.InvariantCulture, $" H{Round(lane)} V{Round(toY)} H{Round(toX)}");
        }

        return Path("call", way.ToString());
    }

    /// <summary>The vertical line beside a box that a step of the call takes.</summary>
    private static double Lane(double box, int step)
    {
        var isFirst = (box - Margin) % (ColumnWidth + ColumnGap) < 1;
        return isFirst ? box - Badge - 4 - (step % LaneCount * LaneGap) : box - (BoxGap / 2);
    }

    private static IEnumerable<XElement> Legend()
    {
        yield return Text(LegendLeft, 34, "One tool call", "title");
        for (var i = 0; i < LayerTable.Call.Length; i++)
        {
            var y = Top + (i * StepHeight) + 14;
            foreach (var element in NumberBadge(i + 1, LegendLeft + Badge, y))
            {
                yield return element;
            }

            yield return Text(LegendLeft + 34, y - 3, LayerTable.Call[i].Layer, null);
            yield return Text(LegendLeft + 34, y + 14, LayerTable.Call[i].What, "note");
        }

        var end = Top + (LayerTable.Call.Length * StepHeight) + 14;
        yield return Text(LegendLeft, end, "Thin lines: nearest uses; what follows from others is left out.", "note");
    }

    private static IEnumerable<XElement> NumberBadge(int number, double x, double y) =>
        [
            new XElement(Svg + "circle", Class("badge"), Number("cx", x), Number("cy", y), Number("r", Badge)),
            new XElement(
                Svg + "text",
                Class("number"),
                Number("x", x),
                Number("y", y + 4),
                new XAttribute("text-anchor", "middle"),
                number
            ),
        ];

    private static XElement Text(double x, double y, string text, string? @class) =>
        new(Svg + "text", @class is null ? null : Class(@class), Number("x", x), Number("y", y), text);

    private static XElement Path(string @class, string data) =>
        new(Svg + "path", Class(@class), new XAttribute("d", data));

    private static XAttribute Class(string name) => new("class", name);

    private static XAttribute Number(string name, double value) => new(name, Round(value));

    private static string Round(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
