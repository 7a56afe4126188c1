using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Spec;

/// <summary>One spec file, read as JSON; equal to another of the same path and text.</summary>
internal sealed class SpecFile : IEquatable<SpecFile>
{
    private const string RootEnd = "-tools.json";
    private const string ToolsFolder = "tools";

    private readonly JsonSource _source;

    private SpecFile(JsonSource source)
    {
        _source = source;
        var bag = new DiagnosticBag();
        Content = JsonReader.Read(source, bag);
        Diagnostics = bag.Diagnostics.ToEquatableArray();
    }

    public string Path => _source.Path;

    /// <summary>The whole content; null when it is not valid JSON.</summary>
    public JsonValue? Content { get; }

    /// <summary>What is wrong with it as JSON.</summary>
    public EquatableArray<DiagnosticInfo> Diagnostics { get; }

    public bool IsRoot => IsRootPath(Path);

    /// <summary>For a tools file: its name without extension, which is the category of its tools.</summary>
    public string Category
    {
        get
        {
            string name = NameParts(Path).Name;
            return name.Substring(0, name.Length - ".json".Length);
        }
    }

    /// <summary>Whether an additional file belongs to the spec.</summary>
    public static bool IsSpec(AdditionalText file)
    {
        (string folder, string name) = NameParts(file.Path);
        return IsRootPath(file.Path) || (folder == ToolsFolder && name.EndsWith(".json", StringComparison.Ordinal));
    }

    public static SpecFile Read(AdditionalText file, CancellationToken cancellationToken) =>
        Read(file.Path, file.GetText(cancellationToken)?.ToString() ?? "");

    public static SpecFile Read(string path, string text) => new(new JsonSource(path, text));

    public bool Equals(SpecFile? other) =>
        other is not null && Path == other.Path && _source.Text == other._source.Text;

    public override bool Equals(object? obj) => Equals(obj as SpecFile);

    public override int GetHashCode() =>
        StringComparer.Ordinal.GetHashCode(Path) ^ StringComparer.Ordinal.GetHashCode(_source.Text);

    private static bool IsRootPath(string path)
    {
        (string folder, string name) = NameParts(path);
        return folder != ToolsFolder && name.EndsWith(RootEnd, StringComparison.Ordinal);
    }

    private static (string Folder, string Name) NameParts(string path)
    {
        string[] parts = path.Split('/', '\\');
        return (parts.Length > 1 ? parts[parts.Length - 2] : "", parts[parts.Length - 1]);
    }
}
