namespace ClickUpMcp.Transport.Http;

/// <summary>What a page leaves with its request when it refused a good token: for the audit.</summary>
/// <param name="Principal">Whose the token is.</param>
/// <param name="Reason">Why, out of few words.</param>
internal sealed record RefusalNote(UInt128 Principal, string Reason);
