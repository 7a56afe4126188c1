using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClickUpMcp.Tests.Runtime;

namespace ClickUpMcp.Tests.Parity;

/// <summary>The whole list of what may differ between a reply over stdio and the same one over HTTP.</summary>
/// <remarks>Status, headers and framing are not in it: they are no part of a message, so they are never compared.</remarks>
internal static partial class AllowedDifferences
{
    /// <summary>The largest message over HTTP.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private const int SealLength = 23;
    private const string NullId = """{"jsonrpc":"2.0","id":null,""";
    private const string NoId = """{"jsonrpc":"2.0",""";
    private const string Digest = "arguments";
    private static readonly string[] FileArguments = ["file_path", "save_to"];
    private const string NoSession = "Mcp-Session-Id";

    /// <summary>The list; an entry that no sequence needs is to go.</summary>
    public static IReadOnlyList<AllowedDifference> All { get; } =
    [
        new(
            "An error to a message without a readable id has \"id\":null over stdio, and no id over HTTP.",
            "JSON-RPC wants null; MCP over HTTP leaves it out, since the reply cannot be taken for another one's.",
            replies =>
                replies.Stdio.Any(static message => message.StartsWith(NullId, StringComparison.Ordinal))
                    ? replies with
                    {
                        Stdio = [.. replies.Stdio.Select(WithoutNullId)],
                    }
                    : replies
        ),
        new(
            "A legacy message before initialize is served over stdio and refused over HTTP.",
            "Over HTTP a legacy message belongs to a session, and initialize opens it; stdio is one session.",
            replies =>
                !replies.HasSession
                && replies.Http is [{ } reply]
                && reply.Contains(NoSession, StringComparison.Ordinal)
                    ? replies with
                    {
                        Stdio = [],
                        Http = [],
                    }
                    : replies
        ),
        new(
            "A notification that is refused is silence over stdio and an error without an id over HTTP.",
            "JSON-RPC never replies to a notification; an HTTP request always gets a status, and 400 may say why.",
            replies =>
                replies is { Step.Message: { Method: not null, Id: null }, Stdio: [], Http: [{ } reply] }
                && reply.StartsWith(NoId + "\"error\"", StringComparison.Ordinal)
                    ? replies with
                    {
                        Http = [],
                    }
                    : replies
        ),
        new(
            "A blank line is nothing over stdio; an empty body is malformed over HTTP.",
            "A line that holds no message is only framing.",
            replies =>
                replies.Step.Bytes.AsSpan().Trim(" \t\r"u8).IsEmpty && replies is { Stdio: [], Http: [_] }
                    ? replies with
                    {
                        Http = [],
                    }
                    : replies
        ),
        new(
            "The longest message has 15 MiB over stdio and 4 MiB over HTTP, and the refusal says so.",
            "Over HTTP many clients share the memory.",
            replies =>
                replies.Step.Bytes.Length > MostBytes
                    ? replies with
                    {
                        Stdio = [.. replies.Stdio.Select(CodeOf)],
                        Http = [.. replies.Http.Select(CodeOf)],
                    }
                    : replies
        ),
        new(
            "Lists over stdio have the arguments for files of the machine.",
            "Over HTTP the machine is not that of who calls.",
            replies =>
                replies.Stdio.Concat(replies.Http).Any(HasTools)
                    ? replies with
                    {
                        Stdio = [.. replies.Stdio.Select(WithoutFiles)],
                        Http = [.. replies.Http.Select(WithoutFiles)],
                    }
                    : replies
        ),
        new(
            "Changes that can be undone have ids of their own.",
            "They are random, so that nobody guesses one.",
            replies =>
                replies.Stdio.Concat(replies.Http).Any(static message => ChangeId().IsMatch(message))
                    ? replies with
                    {
                        Stdio = [.. replies.Stdio.Select(static message => ChangeId().Replace(message, "change"))],
                        Http = [.. replies.Http.Select(static message => ChangeId().Replace(message, "change"))],
                    }
                    : replies
        ),
        new(
            "Of a cursor the position is the same, and the seal is not.",
            "Each process seals with a key of its own, and for the principals that it knows.",
            replies =>
                replies.Stdio.Concat(replies.Http).Any(static message => TestCursors.In(message) is not null)
                    ? replies with
                    {
                        Stdio = [.. replies.Stdio.Select(WithoutSeal)],
                        Http = [.. replies.Http.Select(WithoutSeal)],
                    }
                    : replies
        ),
    ];

    /// <summary>
    /// What an audit line says over one transport only: a random id, the session that only HTTP opens, and the place in a chain that is
    /// sealed with a key of its own. The clock stands still, so that times are the same.
    /// </summary>
    private static readonly string[] AuditMembers = ["request", "session", "run", "n", "prev", "chain"];

    /// <summary>The same replies without what may differ.</summary>
    /// <param name="replies">What came back.</param>
    /// <param name="needed">Takes the entries that were needed.</param>
    public static StepReplies Remove(StepReplies replies, ISet<AllowedDifference> needed)
    {
        foreach (AllowedDifference difference in All)
        {
            StepReplies rest = difference.Remove(replies);
            if (!ReferenceEquals(rest, replies))
            {
                needed.Add(difference);
                replies = rest;
            }
        }

        return replies;
    }

    /// <summary>The same audit without what may differ, in any order: calls that overlap end as they like.</summary>
    /// <remarks>Each log has a key of its own for digests, so they are compared by which of its lines have the same one.</remarks>
    public static IReadOnlyList<string> RemoveFromAudit(IEnumerable<string> lines)
    {
        Dictionary<string, int> digests = [];
        List<string> rest = [];
        foreach (JsonObject line in lines.Select(static line => JsonNode.Parse(line)!.AsObject()))
        {
            foreach (string member in AuditMembers)
            {
                line.Remove(member);
            }

            if ((string?)line[Digest] is { } digest)
            {
                digests.TryAdd(digest, digests.Count);
                line[Digest] = digests[digest];
            }

            rest.Add(line.ToJsonString());
        }

        rest.Sort(StringComparer.Ordinal);
        return rest;
    }

    private static bool HasTools(string message) =>
        IsList(message)
        && Array.Exists(FileArguments, name => message.Contains($"\"{name}\"", StringComparison.Ordinal));

    private static bool IsList(string message) => message.Contains("\"tools\":[", StringComparison.Ordinal);

    private static string WithoutFiles(string message)
    {
        if (!IsList(message))
        {
            return message;
        }

        JsonNode root = JsonNode.Parse(message)!;
        foreach (JsonNode? tool in root["result"]?["tools"]?.AsArray() ?? [])
        {
            foreach (string name in FileArguments)
            {
                tool!["inputSchema"]?["properties"]?.AsObject().Remove(name);
            }
        }

        return root.ToJsonString();
    }

    [GeneratedRegex(@"(?:[Cc]hange |\\n)[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex ChangeId();

    private static string WithoutNullId(string message) =>
        message.StartsWith(NullId, StringComparison.Ordinal) ? NoId + message[NullId.Length..] : message;

    private static string WithoutSeal(string message) =>
        TestCursors.In(message) is { Length: > SealLength } cursor
            ? message.Replace(cursor, cursor[..^SealLength], StringComparison.Ordinal)
            : message;

    private static string CodeOf(string message) =>
        JsonElement.Parse(message).GetProperty("error").GetProperty("code").GetRawText();
}
