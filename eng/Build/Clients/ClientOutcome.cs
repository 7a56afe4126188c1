namespace ClickUpMcp.Build.Clients;

/// <summary>What came of one client over one transport, as its script says it.</summary>
/// <param name="Client">What it is called.</param>
/// <param name="Transport">How it reached the server.</param>
/// <param name="Version">Its version.</param>
/// <param name="Tools">How many tools it took over; null where it does not say.</param>
/// <param name="Called">Whether a call's result came back; null where none could be made.</param>
/// <param name="Connected">Whether it says that it connected; null where it is asked for more.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record ClientOutcome(
    string Client,
    string Transport,
    string? Version,
    int? Tools,
    bool? Called,
    bool? Connected,
    string? Error
)
{
    /// <summary>What the client calls itself to the server; null where it said nothing.</summary>
    public string? SaysName { get; init; }

    /// <summary>Whether it did all that it can be asked for.</summary>
    public bool Worked => Error is null && (Called ?? Connected) == true;
}
