using System.Text.Json;
using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Support;

/// <summary>What a client of the TypeScript SDK saw.</summary>
/// <param name="Server">The server's name.</param>
/// <param name="Session">Its session's id; null where there are none.</param>
/// <param name="Tools">How many tools it was shown.</param>
/// <param name="Replies">The replies to its calls, in order.</param>
internal sealed record SdkOutcome(string Server, string? Session, int Tools, IReadOnlyList<ToolCallResult> Replies)
{
    /// <summary>One outcome for each client, in their order.</summary>
    public static IReadOnlyList<SdkOutcome> Of(CompletedProcess done)
    {
        done.ExitCode.ShouldBe(0, done.Everything);
        return
        [
            .. JsonElement
                .Parse(done.Output)
                .EnumerateArray()
                .Select(outcome => new SdkOutcome(
                    outcome.GetProperty("server").GetProperty("name").GetString()!,
                    outcome.GetProperty("session").GetString(),
                    outcome.GetProperty("tools").GetArrayLength(),
                    [.. outcome.GetProperty("answers").EnumerateArray().Select(ToolCallResult.From)]
                )),
        ];
    }
}
