namespace ClickUpMcp.Hosting.SignIn;

/// <summary>What can be configured of signing in: the authorization server in front of ClickUp's.</summary>
internal sealed record SignInOptions
{
    /// <summary>The id of the application that the operator registered at ClickUp; null = nobody can sign in.</summary>
    public string? ClientId { get; set; }

    /// <summary>The application's secret.</summary>
    public Secret? ClientSecret { get; set; }

    /// <summary>Whether clients may register themselves.</summary>
    public bool AllowsRegistration { get; set; } = true;

    /// <summary>Whether clients may name themselves by the address of their metadata, which is then fetched.</summary>
    public bool AllowsClientDocuments { get; set; } = true;

    /// <summary>The hosts that clients may return users to, beside this machine; empty = any.</summary>
    public string[] RedirectHosts { get; set; } = [];

    /// <summary>The schemes of applications that clients may return users to.</summary>
    public string[] RedirectSchemes { get; set; } = [];

    /// <summary>What of their sender tokens are bound to; empty = nothing.</summary>
    public IReadOnlyList<string> BindTokensTo { get; set; } = [];

    /// <summary>How long access tokens live.</summary>
    public int AccessTokenMinutes { get; set; } = 60;

    /// <summary>How long a refresh token lives that is not used.</summary>
    public int RefreshTokenDays { get; set; } = 30;
}
