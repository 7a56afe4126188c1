using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>The arguments of one tool while it is parsed, and which of them the request has used so far.</summary>
internal sealed class ToolArguments
{
    private readonly Dictionary<string, ArgumentModel> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public ToolArguments(string tool, IReadOnlyList<ArgumentEntry> declared, IReadOnlyList<ArgumentModel> @implicit)
    {
        Tool = tool;
        Declared = declared;
        All = declared.Select(d => d.Model).Concat(@implicit).ToEquatableArray();
        foreach (ArgumentModel argument in All)
        {
            _byName[argument.Name] = argument;
        }
    }

    public string Tool { get; }
    public IReadOnlyList<ArgumentEntry> Declared { get; }

    /// <summary>Declared and implicit arguments in schema order.</summary>
    public EquatableArray<ArgumentModel> All { get; }

    public IEnumerable<string> Names => _byName.Keys;

    public ArgumentModel? Find(string name) => _byName.TryGetValue(name, out ArgumentModel? found) ? found : null;

    /// <summary>Arguments that a request may bind: the declared ones and the workspace.</summary>
    public ArgumentModel? FindBindable(string name) =>
        Find(name) is { Role: ArgumentRole.Declared or ArgumentRole.Workspace } found ? found : null;

    public IEnumerable<string> BindableNames =>
        All.Where(a => a.Role is ArgumentRole.Declared or ArgumentRole.Workspace).Select(a => a.Name);

    public void MarkUsed(string name) => _used.Add(name);

    public bool IsUsed(string name) => _used.Contains(name);
}
