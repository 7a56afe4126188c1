namespace ClickUpMcp.Sandbox.Engine;

/// <summary>The refusals that several endpoints share; codes without a known source are left out.</summary>
internal static class Refuse
{
    public static ApiException MissingToken() => new(400, "Authorization header required", "OAUTH_017");

    public static ApiException UnknownOAuthToken() => new(401, "Oauth token not found", "OAUTH_019");

    public static ApiException InvalidPersonalToken() => new(401, "Token invalid", "OAUTH_025");

    public static ApiException UnknownRoute() => new(404, "Route not found", "APP_001");

    /// <summary>An id that does not exist looks like a lack of rights.</summary>
    public static ApiException UnknownTask() => new(401, "Team not authorized", "OAUTH_027");

    public static ApiException UnknownId() => new(401, "Team(s) not authorized", "OAUTH_023");

    public static ApiException UnknownSpace() => new(404, "Space not found", "ITEM_015");

    public static ApiException UnknownList() => new(404, "List does not exist", "OAUTH_055");

    /// <summary>What version 3 says of ids that do not exist or are hidden from the caller.</summary>
    public static ApiException NotFound(string what) => new(404, $"{what} not found");

    public static ApiException NeedsEnterprise() => new(403, "Team must be on the Enterprise plan", "TEAM_110");

    public static ApiException IdSyntax(string text) =>
        new(500, $"invalid input syntax for type bigint: \"{text}\"", "SHARD_001");

    public static ApiException BadQuery(string name) => new(500, $"Invalid value for {name}", "ITEMV2_003");

    public static ApiException BadRequest(string message, string? code = null) => new(400, message, code);

    public static ApiException BadTime(string message, string code, int status = 400) => new(status, message, code);
}
