namespace ClickUpMcp.Tools.Runtime;

/// <summary>Lets something be said once, whichever call comes first.</summary>
internal sealed class OneTimeNotice
{
    private int _taken;

    /// <summary>Whether this is the first time.</summary>
    public bool Take() => Interlocked.Exchange(ref _taken, 1) == 0;
}
