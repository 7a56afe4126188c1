using System.Text.Json.Nodes;
using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Support;

/// <summary>A client of the official TypeScript SDK.</summary>
/// <param name="Kind">Which one: old, new or modern, as <c>sdk-client.mjs</c> says.</param>
/// <param name="Target">An executable, or the URL of a server.</param>
/// <param name="More">Arguments of the executable, or headers as "Name: value".</param>
/// <param name="Calls">What it calls, one after the other.</param>
internal sealed record SdkClient(
    string Kind,
    string Target,
    IReadOnlyList<string> More,
    params IReadOnlyList<(string Tool, JsonObject Arguments)> Calls
)
{
    /// <summary>Runs clients in one Node process, all connected at once.</summary>
    public static Task<CompletedProcess> RunAsync(params IEnumerable<SdkClient> clients) =>
        NpmTools.RunScriptAsync(
            "sdk-client.mjs",
            [new JsonArray([.. clients.Select(client => client.ToJson())]).ToJsonString()],
            null,
            Limit.Long
        );

    private JsonObject ToJson() =>
        new()
        {
            ["kind"] = Kind,
            ["target"] = Target,
            ["more"] = new JsonArray([.. More.Select(value => JsonValue.Create(value))]),
            ["calls"] = new JsonArray([
                .. Calls.Select(call => new JsonObject
                {
                    ["name"] = call.Tool,
                    ["arguments"] = call.Arguments.DeepClone(),
                }),
            ]),
        };
}
