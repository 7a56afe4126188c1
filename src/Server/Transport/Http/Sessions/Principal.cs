using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Transport.Http;

/// <summary>Who sends a request, as far as authentication tells.</summary>
/// <param name="Id">A hash; never a name or a token.</param>
/// <param name="MaximumScope">The widest scope of the grant.</param>
internal sealed record Principal(UInt128 Id, ToolScope MaximumScope = ToolScope.Admin)
{
    /// <summary>What the operator calls it; null for everybody.</summary>
    public string? Name { get; init; }

    /// <summary>Everybody, where nobody has to authenticate.</summary>
    public static Principal Anonymous { get; } = new(UInt128.Zero);
}
