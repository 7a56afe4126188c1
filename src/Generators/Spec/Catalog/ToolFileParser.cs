using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads one tools file.</summary>
internal sealed class ToolFileParser
{
    private readonly SpecFile _file;
    private readonly SpecObject? _spec;
    private readonly DiagnosticBag _bag;

    public ToolFileParser(SpecFile file, DiagnosticBag bag)
    {
        _file = file;
        _bag = bag;
        _spec = SpecObject.Open(file.Content!, KnownKeys.ToolFile, bag);
        ShapeMembers = _spec is null ? null : ShapeParser.Members(_spec);
    }

    /// <summary>The file's shapes as written; null when they cannot be read.</summary>
    public IReadOnlyList<JsonMember>? ShapeMembers { get; }

    /// <summary>The entries; null stands for one that cannot even be named.</summary>
    public IReadOnlyList<ToolEntry?> Parse(RootSpec root)
    {
        if (_spec?.Required("tools") is null)
        {
            return [null];
        }

        var entries = new List<ToolEntry?>();
        foreach (JsonValue item in _spec.Items("tools"))
        {
            var own = new DiagnosticBag();
            ToolEntry? entry = new ToolParser(root).Parse(item, own);
            entries.Add(entry);
            _bag.AddRange(entry is null ? own.Diagnostics : []);
        }

        CheckPlaces(entries.OfType<ToolEntry>());
        return entries;
    }

    private void CheckPlaces(IEnumerable<ToolEntry> entries)
    {
        string last = "";
        foreach (ToolEntry entry in entries)
        {
            string name = entry.Model.Name;
            if (string.CompareOrdinal(name, last) < 0)
            {
                _bag.Report(Descriptors.WrongOrder, entry.NameValue, name, last);
            }
            else
            {
                last = name;
            }

            if (entry.Model.Category.Length > 0 && entry.Model.Category != _file.Category)
            {
                _bag.Report(Descriptors.WrongFile, entry.Spec.Find("category")!, name, entry.Model.Category);
            }
        }
    }
}
