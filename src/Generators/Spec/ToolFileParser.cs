using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads one tools file.</summary>
internal sealed class ToolFileParser(RootSpec root, DiagnosticBag bag)
{
    /// <summary>The entries; null stands for one that cannot even be named.</summary>
    public IReadOnlyList<ToolEntry?> Parse(SpecFile file)
    {
        if (SpecObject.Open(file.Content!, KnownKeys.ToolFile, bag) is not { } spec || spec.Required("tools") is null)
        {
            return [null];
        }

        var entries = new List<ToolEntry?>();
        foreach (JsonValue item in spec.Items("tools"))
        {
            var own = new DiagnosticBag();
            ToolEntry? entry = new ToolParser(root).Parse(item, own);
            entries.Add(entry);
            bag.AddRange(entry is null ? own.Diagnostics : []);
        }

        CheckPlaces(file, entries.OfType<ToolEntry>());
        return entries;
    }

    private void CheckPlaces(SpecFile file, IEnumerable<ToolEntry> entries)
    {
        string last = "";
        foreach (ToolEntry entry in entries)
        {
            string name = entry.Model.Name;
            if (string.CompareOrdinal(name, last) < 0)
            {
                bag.Report(Descriptors.WrongOrder, entry.NameValue, name, last);
            }
            else
            {
                last = name;
            }

            if (entry.Model.Category.Length > 0 && entry.Model.Category != file.Category)
            {
                bag.Report(Descriptors.WrongFile, entry.Spec.Find("category")!, name, entry.Model.Category);
            }
        }
    }
}
