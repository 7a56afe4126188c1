using System.Text;

namespace ClickUpMcp.Projection;

/// <summary>Items as a table that says once above it what all or most of them share, and leaves empty columns out.</summary>
internal sealed class TextTable
{
    private const char CellSeparator = '\t';
    private const string Most = "all, unless a row says otherwise: ";

    private readonly ShapeField[] _fields;
    private readonly string[][] _rows;

    // What of each column stands above the table; null for nothing.
    private readonly string?[] _shared;
    private readonly string?[] _usual;

    public TextTable(IReadOnlyList<ProjectedItem> items)
    {
        _fields = items[0].Fields;
        _rows = [.. items.Select(static i => Array.ConvertAll(i.Values, static v => v?.Line ?? string.Empty))];
        _shared = [.. _fields.Select((_, column) => Shared(column))];
        _usual = [.. _fields.Select((field, column) => _shared[column] is null ? Usual(field, column) : null)];
        if (_usual.Select(Saved).Sum() <= Most.Length)
        {
            Array.Clear(_usual);
        }
    }

    /// <summary>Writes the lines, each with its end.</summary>
    public void AppendTo(StringBuilder text)
    {
        AppendValues(text, "all: ", _shared);
        AppendValues(text, Most, _usual);
        int[] columns =
        [
            .. Enumerable
                .Range(0, _fields.Length)
                .Where(column => _shared[column] is null && Array.Exists(_rows, row => row[column].Length > 0)),
        ];
        if (columns.Length == 0)
        {
            return;
        }

        AppendLine(text, columns, Array.ConvertAll(_fields, static field => field.Name), new string?[_fields.Length]);
        foreach (string[] row in _rows)
        {
            AppendLine(text, columns, row, _usual);
        }
    }

    private static void AppendLine(StringBuilder text, int[] columns, string[] row, string?[] usual)
    {
        int end = text.Length;
        foreach (int column in columns)
        {
            string value = row[column] == usual[column] ? string.Empty : row[column];
            text.Append(value).Append(CellSeparator);
            end = value.Length > 0 ? text.Length - 1 : end;
        }

        text.Length = end;
        text.Append('\n');
    }

    private void AppendValues(StringBuilder text, string start, string?[] values)
    {
        string all = string.Join(
            ", ",
            _fields.Zip(values).Where(static f => f.Second is not null).Select(static f => Pair(f.First, f.Second!))
        );
        if (all.Length > 0)
        {
            text.Append(start).Append(all).Append('\n');
        }
    }

    private static string Pair(ShapeField field, string value) => $"{field.Name}={Quoted.IfItHolds(value, ",=")}";

    private string? Shared(int column)
    {
        string first = _rows[0][column];
        return _rows.Length > 1 && first.Length > 0 && Array.TrueForAll(_rows, row => row[column] == first)
            ? first
            : null;
    }

    // An empty cell then means this value, so every row must have one. What tells items apart stands in their rows.
    private string? Usual(ShapeField field, int column)
    {
        if (field.Level == DetailLevel.Names || Array.Exists(_rows, row => row[column].Length == 0))
        {
            return null;
        }

        string candidate = Majority(column);
        return Rows(column, candidate) * 2 > _rows.Length ? candidate : null;
    }

    // Boyer and Moore's vote: rows that differ cancel each other out, so what more than half of the rows share is left.
    private string Majority(int column)
    {
        string candidate = string.Empty;
        int votes = 0;
        foreach (string[] row in _rows)
        {
            candidate = votes == 0 ? row[column] : candidate;
            votes += row[column] == candidate ? 1 : -1;
        }

        return candidate;
    }

    private int Rows(int column, string value) => _rows.Count(row => row[column] == value);

    // The separators around a pair are two characters.
    private int Saved(string? value, int column) =>
        value is null ? 0 : (Rows(column, value) * value.Length) - Pair(_fields[column], value).Length - 2;
}
