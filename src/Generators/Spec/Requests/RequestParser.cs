using ClickUpMcp.Api;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads one request.</summary>
internal sealed class RequestParser(
    RootSpec root,
    ToolArguments arguments,
    PaginationModel? pagination,
    DiagnosticBag bag
)
{
    private static readonly string[] Methods =
    [
        .. Enum.GetNames(typeof(ClickUpMethod)).Select(static name => name.ToUpperInvariant()),
    ];

    private readonly BindingParser _bindings = new(arguments, bag);

    /// <param name="spec">The request.</param>
    /// <param name="when">What chooses it; null for the last or only one.</param>
    /// <param name="isGiven">Whether an optional argument is there whenever the request is sent.</param>
    public RequestModel Parse(SpecObject spec, RequestCondition? when, Func<string, bool> isGiven)
    {
        string operation = ParseOperation(spec);
        string method = ParseMethod(spec);
        EquatableArray<PathPartModel> path = ParsePath(spec, isGiven);
        EquatableArray<QueryModel> query = ParseQuery(spec);
        EquatableArray<HeaderModel> headers = ParseHeaders(spec);
        BodyNodeModel? body = null;
        if (spec.Find("body") is { } bodyValue)
        {
            body = new BodyParser(arguments, bag).ParseRoot(bodyValue);
            if (method == "GET")
            {
                bag.Report(Descriptors.BodyOnGet, bodyValue);
            }
        }

        EquatableArray<FormPartModel> form = new FormParser(arguments, _bindings).Parse(spec, method);
        var request = new RequestModel(operation, method, path, query, body, ParseCustomTaskIds(spec))
        {
            When = when?.Argument,
            WhenValue = when?.Value,
            Headers = headers,
            Form = form,
            Invalidates = ParseInvalidates(spec, method),
            Errors = RequestErrorParser.Parse(spec),
            Existing = spec.Text("existing")?.Text,
            HasEmptyResponse = spec.Flag("emptyResponse") ?? false,
        };
        request = request with { ReadBack = new ReadBackParser(arguments, bag).Parse(spec, request) };
        return new ExcuseParser(bag).Parse(spec, request, arguments, pagination);
    }

    private string ParseOperation(SpecObject spec)
    {
        if (spec.RequiredText("operation") is not { } operation)
        {
            return "";
        }

        if (operation.Text.Trim().Length == 0)
        {
            spec.ReportMissing("operation");
        }
        else if (
            spec.Find("api") is { } api
            && root.Operations.TryGetValue(api.Text, out IReadOnlyList<string>? known)
            && !known.Contains(operation.Text)
        )
        {
            string hint = Suggestion.For(operation.Text, known);
            bag.Report(Descriptors.UnknownOperation, operation, operation.Text, api.Text, hint);
            return "";
        }

        return operation.Text;
    }

    private string ParseMethod(SpecObject spec)
    {
        if (spec.RequiredText("method") is not { } method)
        {
            return "";
        }

        if (!Methods.Contains(method.Text))
        {
            bag.Report(Descriptors.UnknownMethod, method, method.Text);
            return "";
        }

        return method.Text;
    }

    private EquatableArray<PathPartModel> ParsePath(SpecObject spec, Func<string, bool> isGiven)
    {
        JsonValue? api = spec.RequiredText("api");
        string? prefix = null;
        if (api is not null && !root.Api.TryGetValue(api.Text, out prefix))
        {
            bag.Report(Descriptors.UnknownApi, api, api.Text, Suggestion.For(api.Text, root.Api.Keys));
        }

        if (spec.RequiredText("path") is not { } path)
        {
            return default;
        }

        if (PathParser.FindProblem(path.Text) is { } problem)
        {
            bag.Report(Descriptors.BadPath, path, path.Text, problem);
            return default;
        }

        EquatableArray<PathPartModel> parts = PathParser.Parse(prefix + path.Text, path, arguments, isGiven, bag);
        return prefix is null ? default : parts;
    }

    private EquatableArray<QueryModel> ParseQuery(SpecObject spec)
    {
        var query = new List<QueryModel>();
        foreach (JsonMember member in spec.Members("query"))
        {
            if (member.Value.Kind is JsonKind.Object or JsonKind.Array or JsonKind.Null)
            {
                string kind = member.Value.KindName;
                bag.Report(Descriptors.WrongJsonType, member.Value, $"'{member.Name}'", "a single value", kind);
            }
            else if (_bindings.Parse(member.Value) is { } binding)
            {
                CheckQueryType(binding, member.Value);
                query.Add(new QueryModel(member.Name, binding));
            }
        }

        return query.ToEquatableArray();
    }

    private void CheckQueryType(BindingModel binding, JsonValue where)
    {
        if (binding.Argument is not { } name || binding.Property is not null)
        {
            return;
        }

        TypeModel type = arguments.Find(name)!.Type;
        TypeKind kind = type.Kind == TypeKind.Array ? type.Items?.Kind ?? TypeKind.String : type.Kind;
        bool single = type.Kind != TypeKind.Array;
        if (
            kind is TypeKind.Object or TypeKind.Array or TypeKind.Comment or TypeKind.File
            || (kind == TypeKind.Json && !single)
        )
        {
            string what = type.Kind.ToString().ToLowerInvariant();
            bag.Report(Descriptors.NotAQueryValue, where, name, what);
        }
    }

    private EquatableArray<HeaderModel> ParseHeaders(SpecObject spec)
    {
        var headers = new List<HeaderModel>();
        foreach (JsonMember member in spec.Members("headers"))
        {
            if (member.Value.Kind != JsonKind.String || member.Value.Text.StartsWith("$", StringComparison.Ordinal))
            {
                bag.Report(Descriptors.BoundHeader, member.Value, member.Name);
                continue;
            }

            headers.Add(new HeaderModel(member.Name, member.Value.Text));
        }

        return headers.ToEquatableArray();
    }

    private EquatableArray<string> ParseInvalidates(SpecObject spec, string method)
    {
        if (method == "GET")
        {
            if (spec.Has("invalidates"))
            {
                bag.Report(Descriptors.InvalidatingGet, spec.Key("invalidates"));
            }

            return default;
        }

        if (method.Length > 0 && !spec.Has("invalidates"))
        {
            spec.ReportMissing("invalidates");
        }

        var kinds = new List<string>();
        foreach (JsonValue name in spec.Texts("invalidates"))
        {
            if (root.Entities.TryGetValue(name.Text, out EntitySpec? entity))
            {
                kinds.Add(entity.Kind);
            }
            else if (root.IsUsable)
            {
                bag.Report(Descriptors.UnknownEntity, name, name.Text, Suggestion.For(name.Text, root.Entities.Keys));
            }
        }

        return kinds.Distinct().ToEquatableArray();
    }

    private string? ParseCustomTaskIds(SpecObject spec)
    {
        if (spec.Text("customTaskIds") is not { } name)
        {
            return null;
        }

        if (arguments.FindBindable(name.Text)?.Type is not { Kind: TypeKind.Entity, Entity: "Task" })
        {
            bag.Report(Descriptors.BadCustomTaskIds, name, name.Text, arguments.Tool);
            return null;
        }

        return name.Text;
    }
}
