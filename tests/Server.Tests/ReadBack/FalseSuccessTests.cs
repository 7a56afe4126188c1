using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.ReadBack;

/// <summary>A 200 whose body is an error or says nothing is no success, whichever tool wrote.</summary>
public sealed class FalseSuccessTests
{
    private static readonly string[] Bodies =
    [
        "",
        " ",
        "null",
        "\"\"",
        """{"err":"Team not authorized","ECODE":"OAUTH_027"}""",
        """{"err":"Something went wrong"}""",
        """{"error":"Internal","status":500}""",
        """{"status":403,"message":"Forbidden","trace_id":null,"timestamp":1795176000000}""",
    ];

    public static TheoryData<WriteCase> Writes => [.. WriteCase.All];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_success_without_content_is_an_error(WriteCase write)
    {
        foreach (string arguments in write.Spec.Examples.Select(static call => call.ToJsonString()))
        {
            foreach (string body in Bodies)
            {
                SandboxSession session = new();
                session.Replace(request => request.Method == "GET" ? null : body);

                ToolResult result = await session.CallAsync(write.Tool, arguments);

                bool hasWritten = session.Sent.Any(static request => request.Method != "GET");
                bool isUnclaimed = MayBeEmpty(session, body) && WriteCall.IsUnclaimed(result);
                (result.IsError || !hasWritten || isUnclaimed).ShouldBeTrue($"{arguments} with {body}: {result.Text}");
            }
        }
    }

    // Of a few writes ClickUp's document says that a success has no body.
    private static bool MayBeEmpty(SandboxSession session, string body) =>
        !body.StartsWith('{') && session.Requests.Any(static request => request.MayBeEmpty);
}
