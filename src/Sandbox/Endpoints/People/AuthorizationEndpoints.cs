using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>The OAuth token exchange, the one operation without a token.</summary>
internal static class AuthorizationEndpoints
{
    public static Route[] Routes { get; } = [new("POST", "/api/v2/oauth/token", Exchange) { IsOpen = true }];

    // The three come as JSON, as a form or in the query. A code works once; one that holds a member's id between
    // underscores gives that member's token.
    private static ApiResponse Exchange(Call call)
    {
        _ = Read(call, "client_id");
        _ = Read(call, "client_secret");
        var code = Read(call, "code");
        if (!call.World.UsedCodes.Add(code))
        {
            throw Refuse.BadRequest("Code already used");
        }

        var token = $"{code}_{call.World.Ids.Uuid()}";
        call.World.IssuedTokens.Add(token);
        return ApiResponse.Object(writer => writer.WriteString("access_token", token));
    }

    private static string Read(Call call, string name) =>
        (call.Body.Text(name) ?? call.Query.Text(name)) is { Length: > 0 } text
            ? text
            : throw Refuse.BadRequest($"{name} not passed");
}
