using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.ReadBack;

/// <summary>One call of a tool that writes, to a fresh sandbox that may ignore some of it in silence.</summary>
internal sealed class WriteCall
{
    public const string Ignored = "did not apply";

    private static readonly string[] Acceptances = ["ClickUp accepted ", "The request was accepted, but "];
    private static readonly string[] Methods = ["POST", "PUT", "PATCH", "DELETE"];

    private readonly ToolResult _result;
    private readonly IReadOnlyList<ClickUpRequest> _requests;

    private WriteCall(SandboxSession session, ToolResult result)
    {
        _result = result;
        _requests = [.. session.Requests.Where(static request => !request.IsRead)];
        LastResponse = session.LastResult;
    }

    public string Text => _result.Text;

    public bool IsError => _result.IsError;

    /// <summary>The last that ClickUp said.</summary>
    private string LastResponse { get; }

    /// <summary>Whether the caller learns that not all was done, or that it is not known.</summary>
    public bool IsTold => IsError || IsUnclaimed(_result);

    /// <summary>Whether ClickUp showed the same at the end of both calls.</summary>
    public bool ShowsTheSameAs(WriteCall other) =>
        LastResponse == other.LastResponse
        || (
            LastResponse.StartsWith('{')
            && other.LastResponse.StartsWith('{')
            && JsonElement.DeepEquals(JsonElement.Parse(LastResponse), JsonElement.Parse(other.LastResponse))
        );

    /// <summary>Whether a result says that not all was done, or that it is not known.</summary>
    public static bool IsUnclaimed(ToolResult result) =>
        result.Text.Contains(Ignored, StringComparison.Ordinal)
        || Acceptances.Any(start => result.Text.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The arguments that bodies had, each with its members there; none of a call that failed.</summary>
    public IEnumerable<(string Argument, string[] Members)> Sent =>
        IsError
            ? []
            : _requests
                .SelectMany(static request =>
                    request.Expected.Where(value => Has(request, MemberOf(value))).Select(static value => value)
                )
                .GroupBy(static value => value.Argument)
                .Select(static group => (group.Key, group.Select(value => MemberOf(value)!).Distinct().ToArray()));

    /// <param name="write">The tool.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="ignored">The members of bodies that the sandbox ignores; none for none.</param>
    /// <param name="isWhole">Whether it ignores whole writes.</param>
    public static async Task<WriteCall> MakeAsync(
        WriteCase write,
        string arguments,
        string[]? ignored = null,
        bool isWhole = false
    )
    {
        SandboxSession session = new();
        if (isWhole || ignored is not null)
        {
            session.Sandbox.Inject([
                .. Methods.Select(method => new SandboxFault
                {
                    Kind = SandboxFaultKind.Ignore,
                    Method = method,
                    Members = ignored ?? [],
                }),
            ]);
        }

        return new WriteCall(session, await session.CallAsync(write.Tool, arguments));
    }

    private static string? MemberOf(ExpectedValue value) => value.Sent?.Split('[')[0];

    private static bool Has(ClickUpRequest request, string? member) =>
        member is { Length: > 0 }
        && request is { Body.IsEmpty: false, ContentType: null }
        && JsonPath.TryFind(JsonElement.Parse(request.Body.Span), member, out _);
}
