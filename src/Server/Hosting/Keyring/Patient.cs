namespace ClickUpMcp.Hosting.Keyring;

/// <summary>Calls a system that may ask its user something before it returns.</summary>
internal static class Patient
{
    /// <summary>Waits for a call that cannot be cancelled, and no longer than it may take; it then ends when its user replies.</summary>
    public static Task<T> RunAsync<T>(Func<T> call, CancellationToken cancellationToken) =>
        Task.Run(call, cancellationToken).WaitAsync(cancellationToken);
}
