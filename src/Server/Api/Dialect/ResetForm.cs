namespace ClickUpMcp.Api;

/// <summary>How an API says when a budget begins anew.</summary>
internal enum ResetForm
{
    /// <summary>As seconds from now.</summary>
    Seconds,

    /// <summary>As Unix time in seconds.</summary>
    UnixSeconds,
}
