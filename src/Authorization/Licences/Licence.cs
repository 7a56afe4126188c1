using ClickUpMcp.Authorization.Senders;

namespace ClickUpMcp.Authorization.Licences;

/// <summary>A licence key that an operator gave out, without the key.</summary>
/// <param name="Id">Its id, which is no secret.</param>
/// <param name="Name">What the operator calls it.</param>
/// <param name="Created">When it was given out.</param>
/// <param name="Expires">From when on it lets nobody in.</param>
/// <param name="State">Whether it lets anybody in before that.</param>
/// <param name="Limits">What its holder may do.</param>
/// <param name="Devices">Where it is used, if that is limited.</param>
public sealed record Licence(
    string Id,
    string Name,
    DateTimeOffset Created,
    DateTimeOffset Expires,
    LicenceState State,
    LicenceLimits Limits,
    IReadOnlyList<LicenceDevice> Devices
)
{
    /// <summary>To whom its key belongs; null for who has it.</summary>
    public SenderBinding? Binding { get; init; }

    /// <summary>Whether it lets its holder in at an instant.</summary>
    public bool IsGood(DateTimeOffset now) => State == LicenceState.Active && now < Expires;
}
