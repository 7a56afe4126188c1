using ClickUpMcp.Resolution;

namespace ClickUpMcp.Api;

/// <summary>One HTTP request to ClickUp, complete but for host and credentials.</summary>
/// <param name="Operation">The official operation id, for telemetry; a constant, never user data.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Absolute path with escaped segments, without query.</param>
/// <param name="Query">Escaped query string without the question mark; empty when there is none.</param>
/// <param name="Body">The body, UTF-8 JSON unless <see cref="ContentType"/> says otherwise; empty when there is none.</param>
internal sealed record ClickUpRequest(
    string Operation,
    ClickUpMethod Method,
    string Path,
    string Query,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>What the body is; null means JSON.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body in place of <see cref="Body"/>, when it is read while it is sent; null when there is none.</summary>
    public StreamedBody? Streamed { get; init; }

    /// <summary>The bytes of the body; null when that is not known before it is sent.</summary>
    public long? BodyLength => Streamed is null ? Body.Length : Streamed.Length;

    /// <summary>Constant headers from the spec, besides those that every request has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What errors mean for this request, where the general table would mislead.</summary>
    public IReadOnlyList<RequestError> Errors { get; init; } = [];

    /// <summary>Which segments of the path are values and not part of the spec, one bit each; unless told, all are.</summary>
    public uint ValueSegments { get; init; } = uint.MaxValue;

    /// <summary>The path with <c>{id}</c> in place of each value: a constant of the spec, never user data.</summary>
    public string PathTemplate =>
        string.Join(
            '/',
            Path.Split('/')
                .Select(
                    (segment, i) =>
                        i < 32 && (segment.Length == 0 || (ValueSegments & (1u << i)) == 0) ? segment : "{id}"
                )
        );

    /// <summary>The members of its response that are read; null for all. A client that reads other members clears it.</summary>
    public WantedMembers? Wanted { get; init; }

    /// <summary>The kinds of things whose cached listings are stale once it was sent.</summary>
    public EntityKindSet Invalidates { get; init; }

    /// <summary>What the response to a write is expected to show.</summary>
    public IReadOnlyList<ExpectedValue> Expected { get; init; } = [];

    /// <summary>The arguments whose values nothing shows.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];

    /// <summary>The request that reads what was written, for where the response does not show all; null when there is none.</summary>
    public ClickUpRequest? ReadBack { get; init; }

    /// <summary>Whether of things in which a bulk call writes the same one is read back for all.</summary>
    public bool IsAlike { get; init; }

    /// <summary>What must not be found any more.</summary>
    public IReadOnlyList<RemovedThing> Removed { get; init; } = [];

    /// <summary>The members that the response must have for what it is compared with; none when any will do.</summary>
    public IReadOnlyList<string> Needed { get; init; } = [];

    /// <summary>Whether a success has no body.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>What to do when the write was ignored; null for the general advice.</summary>
    public string? WhenIgnored { get; init; }

    /// <summary>What the caller is told when the thing that was to be created was there before; null when nothing tells.</summary>
    public string? Existing { get; init; }

    /// <summary>The tool call it is sent for; null when there is none.</summary>
    public IUpstreamCall? Call { get; init; }

    /// <summary>Path and query as they go on the wire.</summary>
    public string PathAndQuery => Query.Length == 0 ? Path : $"{Path}?{Query}";

    /// <summary>Whether it changes nothing by its nature.</summary>
    public bool IsRead => Method == ClickUpMethod.Get;

    /// <summary>Whether it is a change without any member, which ClickUp accepts and does nothing about.</summary>
    /// <remarks>A change that is wholly in the path is one too.</remarks>
    public bool ChangesNothing =>
        Method is ClickUpMethod.Put or ClickUpMethod.Patch
        && Body.Span.SequenceEqual("{}"u8)
        && !Expected.Any(static value => value.Value is not null);

    /// <summary>The same request with one more query parameter, replacing any of that name.</summary>
    public ClickUpRequest WithQuery(string name, string value)
    {
        string key = Uri.EscapeDataString(name) + "=";
        string added = key + Uri.EscapeDataString(value);
        IEnumerable<string> kept = Query
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith(key, StringComparison.Ordinal));
        return this with { Query = string.Join('&', kept.Append(added)) };
    }
}
