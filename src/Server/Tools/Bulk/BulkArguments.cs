using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a bulk call was asked, for its digest: the calls that it stands for.</summary>
/// <param name="name">The argument that lists them.</param>
/// <param name="items">The calls.</param>
internal sealed class BulkArguments(string name, IReadOnlyList<ICanonicalArguments> items) : IToolArguments
{
    public OutputOptions? Output => null;

    public EntityReference? Workspace => items.Count > 0 && items[0] is IToolArguments first ? first.Workspace : null;

    public void WriteTo(CanonicalWriter writer) => writer.Write(name, items);
}
