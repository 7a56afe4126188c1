namespace ClickUpMcp.Generators.Model;

/// <summary>How long results may be, by the client that gets them.</summary>
internal sealed record ClientsModel(int ResultBytes, EquatableArray<KnownClientModel> Known)
{
    /// <summary>For a spec that says nothing of clients.</summary>
    public static ClientsModel Usual { get; } = new(60_000, default);
}
