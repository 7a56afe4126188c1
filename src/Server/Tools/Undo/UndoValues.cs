using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The values that the undo table names: of a write, of what was there before it, and of its response.</summary>
/// <remarks><c>0</c> is the first value in the path; all others begin with where they are from, as in <c>before.list.id</c>. What stands after <c>|</c> is taken where the first is not there.</remarks>
internal sealed class UndoValues
{
    private readonly string[] _segments;
    private readonly Dictionary<string, JsonElement> _sources = [];

    /// <param name="request">The write.</param>
    /// <param name="before">What was read before it; undefined for nothing.</param>
    /// <param name="response">What came back; undefined before it did.</param>
    public UndoValues(ClickUpRequest request, JsonElement before, JsonElement response = default)
    {
        Request = request;
        _segments =
        [
            .. request.Path.Split('/').Where((segment, i) => i < 32 && (request.ValueSegments & (1u << i)) != 0),
        ];
        _sources["body"] = BodyOf(request);
        _sources["query"] = QueryOf(request);
        _sources["path"] = PathOf(request);
        _sources["before"] = before;
        _sources["response"] = response;
    }

    /// <summary>The write.</summary>
    public ClickUpRequest Request { get; }

    /// <summary>What is changed, as it was.</summary>
    public JsonElement Thing
    {
        get => _sources.GetValueOrDefault("thing");
        set => _sources["thing"] = value;
    }

    public JsonElement Body => _sources["body"];

    public JsonElement Before => _sources["before"];

    public JsonElement Response => _sources["response"];

    /// <summary>The values of an expression; none where there are none.</summary>
    public List<JsonElement> Select(string expression)
    {
        foreach (string one in expression.Split('|'))
        {
            List<JsonElement> found = SelectOne(one);
            if (found.Exists(static value => value.ValueKind != JsonValueKind.Null))
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>The first value of an expression as text; null for none.</summary>
    public string? Text(string expression)
    {
        foreach (JsonElement value in Select(expression))
        {
            if (value.ValueKind is JsonValueKind.True or JsonValueKind.False || value.Text() is not null)
            {
                return value.Text() ?? (value.ValueKind == JsonValueKind.True ? "true" : "false");
            }
        }

        return null;
    }

    /// <summary>A path within what was read, with its holes filled.</summary>
    public string Fill(string path) => UndoTemplate.Fill(path, Text, static text => text) ?? path;

    private List<JsonElement> SelectOne(string expression)
    {
        int end = expression.IndexOfAny(['.', '[']);
        string source = end < 0 ? expression : expression[..end];
        if (int.TryParse(source, out int segment))
        {
            return segment < _segments.Length ? [Json(Uri.UnescapeDataString(_segments[segment]))] : [];
        }

        string path = end < 0 ? string.Empty : expression[(expression[end] == '.' ? end + 1 : end)..];
        JsonElement root = _sources.GetValueOrDefault(source);
        return root.ValueKind == JsonValueKind.Undefined ? [] : UndoPath.Select(root, Fill(path));
    }

    private static JsonElement BodyOf(ClickUpRequest request)
    {
        if (request.ContentType is not null || request.Body.IsEmpty)
        {
            return default;
        }

        using JsonDocument document = JsonDocument.Parse(request.Body);
        return document.RootElement.Clone();
    }

    private static JsonElement QueryOf(ClickUpRequest request)
    {
        JsonObject query = [];
        foreach (string part in request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = Uri.UnescapeDataString(equals < 0 ? part : part[..equals]);
            query[name] = equals < 0 ? string.Empty : Uri.UnescapeDataString(part[(equals + 1)..]);
        }

        return JsonElement.Parse(query.ToJsonString());
    }

    // What follows a constant of the path, by that constant: a task by "task".
    private static JsonElement PathOf(ClickUpRequest request)
    {
        string[] segments = request.Path.Split('/');
        JsonObject path = [];
        for (int i = 1; i < segments.Length; i++)
        {
            if (IsValue(i) && !IsValue(i - 1))
            {
                path[segments[i - 1]] = Uri.UnescapeDataString(segments[i]);
            }
        }

        return JsonElement.Parse(path.ToJsonString());

        bool IsValue(int i) => i < 32 && (request.ValueSegments & (1u << i)) != 0;
    }

    private static JsonElement Json(string text) => JsonElement.Parse(JsonValue.Create(text).ToJsonString());
}
