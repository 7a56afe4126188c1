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

    /// <summary>Enough for anything that does not build or install, on a machine that is busy with other work too.</summary>
    public static CancellationToken Short => Of(TimeSpan.FromMinutes(3));

    /// <summary>For an end that must not wait for a request: far above what it takes, far below the request's own timeout of 30 s.</summary>
    public static CancellationToken Prompt => Of(TimeSpan.FromSeconds(10));

    /// <summary>Enough for a build on a slow machine.</summary>
    public static CancellationToken Long => Of(TimeSpan.FromMinutes(10));
}
