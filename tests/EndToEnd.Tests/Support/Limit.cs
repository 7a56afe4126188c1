namespace EndToEnd.Tests.Support;

/// <summary>Bounds every wait of a test, so that a hanging server is a failure and not a hanging run.</summary>
internal static class Limit
{
    public static CancellationToken Of(TimeSpan time)
    {
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(time);
        return deadline.Token;
    }

    /// <summary>Enough for anything that does not build or install.</summary>
    public static CancellationToken Short => Of(TimeSpan.FromMinutes(1));

    /// <summary>Enough for a build on a slow machine.</summary>
    public static CancellationToken Long => Of(TimeSpan.FromMinutes(10));
}
