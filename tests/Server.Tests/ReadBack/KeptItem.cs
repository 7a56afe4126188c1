using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.ReadBack;

/// <summary>A ClickUp that keeps what an earlier call set: from its first write on, a later call is shown what that one led to.</summary>
internal sealed class KeptItem
{
    private readonly Dictionary<(string Method, string Path), string> _responses = [];

    private KeptItem() { }

    /// <summary>Makes the call that sets more.</summary>
    public static async Task<KeptItem> AfterAsync(string tool, string arguments)
    {
        KeptItem kept = new();
        SandboxSession session = new();
        ToolResult result = await session.CallAsync(tool, arguments);
        result.IsError.ShouldBeFalse($"{tool} {arguments}: {result.Text}");
        foreach ((SentRequest request, string body) in session.Responses)
        {
            kept._responses[(request.Method, request.Path)] = body;
        }

        return kept;
    }

    /// <summary>Makes the call that sets less, of which nothing is taken out.</summary>
    public async Task<ToolResult> CallAsync(string tool, string arguments)
    {
        SandboxSession session = new();
        bool hasWritten = false;
        session.Replace(request =>
        {
            hasWritten |= request.Method is "POST" or "PUT" or "PATCH" or "DELETE";
            return hasWritten ? _responses.GetValueOrDefault((request.Method, request.Path)) : null;
        });
        return await session.CallAsync(tool, arguments);
    }
}
