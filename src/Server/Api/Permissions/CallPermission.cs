namespace ClickUpMcp.Api;

/// <summary>What requests a call may send besides GET.</summary>
/// <param name="mayChange">Whether it may send operations that change something.</param>
/// <param name="declares">Whether an operation is among those of the tool that runs.</param>
internal sealed class CallPermission(bool mayChange, Func<string, bool> declares)
{
    /// <summary>Nothing but GET: what a call has until a tool runs, and what is sent for no call.</summary>
    public static CallPermission Get { get; } = new(false, static _ => false);

    /// <summary>Whether the call may send a request that is no GET.</summary>
    /// <param name="operation">The request's operation.</param>
    /// <param name="changes">Whether it changes something, as the table of operations says; no tool has a say in it.</param>
    public bool Allows(string operation, bool changes) => (mayChange || !changes) && declares(operation);

    /// <summary>What both allow of a tool that runs in the place of another: that one's bound, with this one's operations.</summary>
    /// <param name="inner">The permission of the tool that runs.</param>
    public CallPermission For(CallPermission inner) => new(mayChange && inner.MayChange, inner.Declares);

    /// <summary>Whether it may send what changes something.</summary>
    public bool MayChange => mayChange;

    private Func<string, bool> Declares => declares;
}
