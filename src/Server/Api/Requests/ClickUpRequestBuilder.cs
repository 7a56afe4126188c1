using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Api;

/// <summary>Builds one request; the emitted operations are its main callers.</summary>
/// <remarks>Absent (null) values add nothing. Every path segment and query value is escaped.</remarks>
internal sealed class ClickUpRequestBuilder(string operation, ClickUpMethod method)
{
    private readonly StringBuilder _path = new();
    private readonly StringBuilder _query = new();
    private List<KeyValuePair<string, string>>? _headers;
    private List<RequestError>? _errors;
    private List<ExpectedValue>? _expected;
    private List<string>? _unseen;
    private ClickUpRequest? _readBack;
    private List<RemovedThing>? _removed;
    private bool _mayBeEmpty;
    private string? _whenIgnored;
    private bool _isAlike;
    private string? _existing;
    private JsonBodyWriter? _body;
    private MultipartForm? _form;
    private EntityKindSet _invalidates;
    private uint _valueSegments;
    private int _segment;

    /// <summary>The body's writer; touching it makes the request carry a body, <c>{}</c> when nothing is written.</summary>
    public JsonBodyWriter Body => _body ??= new JsonBodyWriter();

    /// <summary>Appends literal path text from the spec, such as <c>/api/v2/list/</c>.</summary>
    public ClickUpRequestBuilder Path(string literal)
    {
        _path.Append(literal);
        _segment += literal.AsSpan().Count('/');
        return this;
    }

    /// <summary>Appends one escaped path segment; refuses one that is empty, <c>.</c> or <c>..</c>, or is escaped already.</summary>
    /// <exception cref="ActionableException">The text cannot stand in a path.</exception>
    public ClickUpRequestBuilder Segment(string value)
    {
        if (!IsSegment(value))
        {
            throw new ActionableException(
                "A value that belongs into the request's path is empty or is not an id or name.",
                "It has no text, contains control characters or an escape such as %2F, or reads as a relative path.",
                "Give the id, or the plain name, as ClickUp shows it."
            );
        }

        _path.Append(Uri.EscapeDataString(value));
        _valueSegments |= 1u << _segment;
        return this;
    }

    public ClickUpRequestBuilder Segment(long value) => Segment(value.ToString(CultureInfo.InvariantCulture));

    public ClickUpRequestBuilder Query(string name, string? value)
    {
        if (value is not null)
        {
            if (_query.Length > 0)
            {
                _query.Append('&');
            }

            _query.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    public ClickUpRequestBuilder Query(string name, bool? value) =>
        value is { } flag ? Query(name, flag ? "true" : "false") : this;

    public ClickUpRequestBuilder Query(string name, long? value) =>
        Query(name, value?.ToString(CultureInfo.InvariantCulture));

    public ClickUpRequestBuilder Query(string name, double? value) =>
        Query(name, value?.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Adds JSON text.</summary>
    public ClickUpRequestBuilder Query(string name, JsonElement? value) => Query(name, value?.GetRawText());

    /// <summary>The values as one text, separated by commas; null when there are none.</summary>
    public static string? Join(IReadOnlyList<string>? values) =>
        values is { Count: > 0 } ? string.Join(',', values) : null;

    /// <inheritdoc cref="Join(IReadOnlyList{string})"/>
    public static string? Join(IReadOnlyList<long>? values) =>
        values is { Count: > 0 } ? string.Join(',', values) : null;

    /// <summary>The ids as one text, separated by commas; null when there are none.</summary>
    public static string? Join<TId>(IReadOnlyList<TId>? ids, Func<TId, string> text) =>
        ids is { Count: > 0 } ? string.Join(',', ids.Select(text)) : null;

    /// <summary>Repeats the parameter for each value.</summary>
    public ClickUpRequestBuilder Query(string name, IReadOnlyList<string>? values)
    {
        foreach (string value in values ?? [])
        {
            Query(name, value);
        }

        return this;
    }

    public ClickUpRequestBuilder Query(string name, IReadOnlyList<long>? values)
    {
        foreach (long value in values ?? [])
        {
            Query(name, value);
        }

        return this;
    }

    /// <summary>Says that a task's id is a custom one; adds nothing when <paramref name="workspaceId"/> is null.</summary>
    public ClickUpRequestBuilder CustomTaskIds(string? workspaceId) =>
        workspaceId is null ? this : Query("custom_task_ids", true).Query("team_id", workspaceId);

    /// <summary>Adds a constant header from the spec.</summary>
    public ClickUpRequestBuilder Header(string name, string value)
    {
        (_headers ??= []).Add(new(name, value));
        return this;
    }

    /// <summary>Names the kinds of things whose cached listings the request makes stale.</summary>
    public ClickUpRequestBuilder Invalidates(params ReadOnlySpan<EntityKind> kinds)
    {
        _invalidates = new EntityKindSet(kinds);
        return this;
    }

    /// <summary>Adds a text to a multipart body.</summary>
    public ClickUpRequestBuilder FormText(string name, string? value)
    {
        if (value is not null)
        {
            (_form ??= new MultipartForm()).AddText(name, value);
        }

        return this;
    }

    /// <summary>Adds a file to a multipart body.</summary>
    /// <exception cref="ActionableException">The file's name cannot be used.</exception>
    public ClickUpRequestBuilder FormFile(string name, string? fileName, FileSource? content)
    {
        if (content is not null)
        {
            (_form ??= new MultipartForm()).AddFile(name, fileName ?? name, content);
        }

        return this;
    }

    /// <summary>Says what an error code or status means for this request.</summary>
    public ClickUpRequestBuilder Error(string on, string what, string? why, string next)
    {
        (_errors ??= []).Add(new RequestError(on, what, why, next));
        return this;
    }

    /// <summary>Expects that the response shows what the body has.</summary>
    /// <param name="argument">The argument it comes from.</param>
    /// <param name="sent">Its path in the body.</param>
    /// <param name="shown">Its path in the thing that comes back.</param>
    /// <param name="kind">How the two are compared.</param>
    /// <param name="item">The id of the item that the path goes through; null when it goes through all or none.</param>
    /// <param name="itemFrom">Instead of it, the path in the response to the id.</param>
    /// <param name="words">What some things show in place of values, as in <c>1=urgent|2=high</c>.</param>
    public ClickUpRequestBuilder Shows(
        string argument,
        string sent,
        string shown,
        ReadBackKind kind,
        string? item = null,
        string? itemFrom = null,
        string? words = null
    )
    {
        (_expected ??= []).Add(
            new ExpectedValue(argument, sent, null, shown, kind)
            {
                Item = item,
                ItemFrom = itemFrom,
                Words = words,
            }
        );
        return this;
    }

    /// <summary>Expects that the response shows what does not stand in the body; null expects nothing.</summary>
    public ClickUpRequestBuilder ShowsValue(
        string argument,
        string? value,
        string shown,
        ReadBackKind kind,
        string? item = null,
        string? itemFrom = null,
        string? words = null
    )
    {
        if (value is not null)
        {
            (_expected ??= []).Add(
                new ExpectedValue(argument, null, value, shown, kind)
                {
                    Item = item,
                    ItemFrom = itemFrom,
                    Words = words,
                }
            );
        }

        return this;
    }

    /// <summary>Names an argument whose value nothing shows.</summary>
    public ClickUpRequestBuilder Unseen(string argument)
    {
        (_unseen ??= []).Add(argument);
        return this;
    }

    /// <summary>Names the request that reads what was written, for where the response does not show all.</summary>
    public ClickUpRequestBuilder ReadBackBy(ClickUpRequest request)
    {
        _readBack = request;
        return this;
    }

    /// <summary>Names a request that must find nothing any more, and the thing where there are several.</summary>
    public ClickUpRequestBuilder Removes(ClickUpRequest read, string? name = null)
    {
        (_removed ??= []).Add(new RemovedThing(name, read));
        return this;
    }

    /// <summary>Says that a success has no body.</summary>
    public ClickUpRequestBuilder HasEmptyResponse()
    {
        _mayBeEmpty = true;
        return this;
    }

    /// <summary>Says that of things in which a bulk call writes the same one is read back for all.</summary>
    public ClickUpRequestBuilder IsAlike()
    {
        _isAlike = true;
        return this;
    }

    /// <summary>Says what to do when the write was ignored.</summary>
    public ClickUpRequestBuilder WhenIgnored(string next)
    {
        _whenIgnored = next;
        return this;
    }

    /// <summary>Says what the caller is told when the thing was there before, which status 200 in place of 201 says.</summary>
    public ClickUpRequestBuilder Existing(string sentence)
    {
        _existing = sentence;
        return this;
    }

    /// <summary>The finished request.</summary>
    public ClickUpRequest Build()
    {
        string path = _path.ToString();
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
        {
            // Two slashes would make the next segment a host name (RFC 3986, 4.2).
            throw new InvalidOperationException($"The path of {operation} does not start with one slash.");
        }

        StreamedBody? streamed = null;
        ReadOnlyMemory<byte> body = _form?.Finish(out streamed) ?? _body?.Finish() ?? default;
        return new ClickUpRequest(operation, method, path, _query.ToString(), body)
        {
            ContentType = _form?.ContentType,
            Streamed = streamed,
            Headers = _headers ?? [],
            Invalidates = _invalidates,
            Errors = _errors ?? [],
            Expected = _expected ?? [],
            Unseen = _unseen ?? [],
            ReadBack = _readBack,
            IsAlike = _isAlike,
            Removed = _removed ?? [],
            WhenIgnored = _whenIgnored,
            MayBeEmpty = _mayBeEmpty,
            Existing = _existing,
            ValueSegments = _valueSegments,
        };
    }

    /// <remarks>
    /// Escaping alone keeps one segment one segment here; the pieces are looked at as well because gateways exist
    /// that decode <c>%2F</c> before they resolve <c>..</c>.
    /// </remarks>
    private static bool IsSegment(string value)
    {
        // A gateway that decodes twice would find in an escape what is looked for here: %2e%2e, %252f.
        if (string.IsNullOrWhiteSpace(value) || value.Any(char.IsControl) || HasEscape(value))
        {
            return false;
        }

        // Some servers cut a segment at a semicolon before they look at it: ..;x
        foreach (Range piece in value.AsSpan().SplitAny('/', '\\', ';'))
        {
            if (value.AsSpan()[piece].Trim() is "." or "..")
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasEscape(string value)
    {
        for (int i = value.IndexOf('%'); i >= 0; i = value.IndexOf('%', i + 1))
        {
            if (i + 2 < value.Length && char.IsAsciiHexDigit(value[i + 1]) && char.IsAsciiHexDigit(value[i + 2]))
            {
                return true;
            }
        }

        return false;
    }
}
