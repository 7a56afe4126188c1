using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads where the items of a list response are, and how they stand beside each other.</summary>
internal sealed class ListResponseParser(SpecObject spec, bool isList)
{
    /// <summary>The paths; those after the first and paths that map over something are for lists alone.</summary>
    public EquatableArray<string> ParsePaths()
    {
        if (spec.Find("path") is not { } value)
        {
            return default;
        }

        if (value.Kind == JsonKind.String)
        {
            return new([Parse(value)]);
        }

        if (!CheckList("path") || !SpecObject.Expect(value, JsonKind.Array, "'path'", spec.Bag))
        {
            return default;
        }

        if (value.Items.Count == 0)
        {
            spec.Bag.Report(Descriptors.BadFromPath, value, "[]");
        }

        return spec.Texts("path").Select(Parse).ToEquatableArray();
    }

    /// <summary>The member that holds the items below an item; empty when there is none.</summary>
    public string ParseChildren()
    {
        if (spec.Text("children") is not { } children || !CheckList("children"))
        {
            return "";
        }

        // One name: it is left out of the item it stands in.
        bool isName = !children.Text.Contains('.') && !children.Text.EndsWith("?", StringComparison.Ordinal);
        if (isName)
        {
            return FieldPath.Parse(children, allowMapping: false, spec.Bag) ?? "";
        }

        spec.Bag.Report(Descriptors.BadFromPath, children, children.Text);
        return "";
    }

    /// <summary>Whether the items are shown one after another.</summary>
    public bool ParseLayout() => CheckList("layout") && spec.Word("layout", WordSets.Layouts) == "Series";

    /// <summary>The sum beside the list; null for none.</summary>
    public TotalModel? ParseTotal(ShapeModel? shape)
    {
        if (
            !spec.Has("total")
            || !CheckList("total")
            || SpecObject.Open(spec.Find("total")!, KnownKeys.Total, spec.Bag) is not { } total
            || total.RequiredText("field") is not { } field
        )
        {
            return null;
        }

        IReadOnlyList<JsonValue> by = total.Texts("by");
        string[] known = [.. (shape?.Fields ?? default).Select(static f => f.Name)];
        foreach (JsonValue name in by.Prepend(field).Where(name => shape is not null && !known.Contains(name.Text)))
        {
            string hint = Suggestion.For(name.Text, known);
            spec.Bag.Report(Descriptors.BadListKey, name, "total", $"names the field '{name.Text}'; {hint}");
        }

        return new TotalModel(field.Text, by.Select(static name => name.Text).ToEquatableArray());
    }

    private string Parse(JsonValue path) => FieldPath.Parse(path, allowMapping: isList, spec.Bag) ?? "";

    private bool CheckList(string key)
    {
        if (!isList && spec.Find(key) is { } value)
        {
            spec.Bag.Report(Descriptors.ListKeyWithoutList, value, key);
        }

        return isList;
    }
}
