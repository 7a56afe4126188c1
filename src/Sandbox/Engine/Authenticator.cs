using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Engine;

/// <summary>Checks the Authorization header: personal tokens come raw, all others behind "Bearer".</summary>
internal sealed class Authenticator(IReadOnlyList<string> tokens)
{
    private const string Bearer = "Bearer ";

    /// <summary>The person whom the token stands for; the owner unless the token names a member.</summary>
    public Member Identify(string? header, World world)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            throw Refuse.MissingToken();
        }

        var isBearer = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);
        var token = (isBearer ? header[Bearer.Length..] : header).Trim();
        var isPersonal = token.StartsWith("pk_", StringComparison.Ordinal);
        if (isPersonal == isBearer)
        {
            throw Refuse.UnknownOAuthToken();
        }

        var isKnown = tokens.Contains(token, StringComparer.Ordinal) || world.IssuedTokens.Contains(token);
        if (tokens.Count > 0 && !isKnown)
        {
            throw isPersonal ? Refuse.InvalidPersonalToken() : Refuse.UnknownOAuthToken();
        }

        var members = world.Workspaces.GetAt(0).Value.Members;
        return members.Find(member => token.Split('_').Contains(member.Id.ToString(), StringComparer.Ordinal))
            ?? members[0];
    }
}
