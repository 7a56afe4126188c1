namespace ClickUpMcp.Hosting.Keyring;

/// <summary>The ClickUp token that <c>login --keyring</c> has put into the keyring.</summary>
internal static class KeyringToken
{
    /// <summary>A keyring that asks its user to unlock it gets this long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The keyring of this operating system.</summary>
    public static IKeyring OfSystem() =>
        OperatingSystem.IsWindows() ? new WindowsCredentials(new NativeCredentials())
        : OperatingSystem.IsMacOS() ? new MacKeychain(new NativeKeychain())
        : new SecretService();

    /// <summary>What a token is kept under: another ClickUp has another one.</summary>
    public static string HostOf(ServerOptions options) => new Uri(options.ApiBaseUrl).Authority;

    /// <summary>Reads the token; blocks until the keyring has replied.</summary>
    /// <exception cref="UnusableException">There is none, or the keyring cannot be used.</exception>
    public static Secret Read(ServerOptions options, TimeProvider time)
    {
        using CancellationTokenSource patience = new(Patience, time);
        IKeyring keyring = OfSystem();
        try
        {
            string? token = keyring.FindAsync(HostOf(options), patience.Token).GetAwaiter().GetResult();
            return token is not null
                ? new Secret(token)
                : throw new UnusableException(
                    $"The {keyring.Name} has no ClickUp token for {HostOf(options)}. Run clickup-mcp login --keyring once."
                );
        }
        catch (OperationCanceledException)
        {
            throw new UnusableException($"The {keyring.Name} did not reply in time. Unlock it and try again.");
        }
    }
}
