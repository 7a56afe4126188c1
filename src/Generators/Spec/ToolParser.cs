using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads one entry of a tools file.</summary>
internal sealed class ToolParser(RootSpec root)
{
    private static readonly string[] HandlerKeys = ["handlerReason", "needsWorkspace", "uses"];

    /// <summary>Null when the entry has no usable name, so that nothing can be emitted for it.</summary>
    /// <param name="value">The entry.</param>
    /// <param name="bag">A bag of its own, into which everything about the entry goes.</param>
    public ToolEntry? Parse(JsonValue value, DiagnosticBag bag)
    {
        if (
            SpecObject.Open(value, KnownKeys.Tool, bag) is not { } spec
            || spec.RequiredText("name") is not { } name
            || !NameRules.Check(name, "tool name", NameRules.Name, bag)
        )
        {
            return null;
        }

        ToolModel model = ParseHead(spec, name.Text);
        (List<ArgumentEntry> declared, bool isPoisoned) = ParseArguments(spec);
        ResponseModel? response = ParseResponse(spec, model);
        IReadOnlyList<ArgumentModel> @implicit = ImplicitArguments.For(declared, response, model, root.Workspace);
        ArgumentNames.Check(declared, @implicit, CSharpNames.Pascal(name.Text) + "Arguments", bag);
        var arguments = new ToolArguments(name.Text, declared, @implicit);
        EquatableArray<RuleModel> rules = new RuleParser(arguments, bag).Parse(spec);
        int before = bag.Diagnostics.Count;
        if (response is not null && spec.Find("response") is { } responseSpec)
        {
            response = new FilterParser(arguments, bag).Parse(responseSpec, response);
            response = new LeftOutParser(arguments, bag).Parse(responseSpec, response);
        }

        new WithinChecker(declared, root.Entities, bag).Check();
        EquatableArray<RequestModel> requests = new RequestListParser(
            root,
            arguments,
            rules,
            response?.Pagination,
            bag
        ).Parse(spec);
        // A mistyped reference also leaves its argument unused; that is one mistake, not two.
        if (requests.Count > 0 && bag.Diagnostics.Count == before)
        {
            RequestUsage.Check(arguments, requests, spec.Has("unboundReason"), bag);
        }

        if (spec.Find("response") is { } responseValue)
        {
            ResponseParser.CheckOutcome(responseValue, arguments, bag);
        }

        model = model with
        {
            Arguments = arguments.All,
            Rules = rules,
            Bulk = BulkParser.Parse(spec, root, declared),
            Requests = requests,
            Response = response,
            ArgumentSets = spec.Texts("argumentSets").Select(n => n.Text).Distinct().ToEquatableArray(),
            Operations = requests.Select(r => r.Operation).Distinct().ToEquatableArray(),
            Examples = new ExampleParser(arguments, requests, bag).Parse(spec),
        };
        DistinctUsage.Check(model, declared, bag);
        ToolPolicy.Check(spec, model, root);
        bool lacksShape = response?.Shape is { } shape && !root.Shapes.ContainsKey(shape);
        return new ToolEntry(model, spec, declared) { IsPoisoned = isPoisoned || lacksShape || !root.IsUsable };
    }

    private ToolModel ParseHead(SpecObject spec, string name)
    {
        bool isInternal = spec.Flag("internal") ?? false;
        string title = char.ToUpperInvariant(name[0]) + name.Substring(1).Replace('_', ' ');
        spec.Text("unboundReason");
        spec.Word("plan", WordSets.Plans);
        var model = new ToolModel
        {
            Name = name,
            Title = spec.Text("title")?.Text ?? title,
            Description = spec.Description($"the tool '{name}'", required: !isInternal) ?? "",
            Internal = isInternal,
            Since = spec.Text("since")?.Text,
            Aliases = spec.Texts("aliases").Select(a => a.Text).ToEquatableArray(),
            Keywords = SearchParser.Texts(spec, "keywords"),
            Handler = ParseHandler(spec, name, isInternal),
            NeedsWorkspace = spec.Flag("needsWorkspace"),
        };
        return ToolPolicy.Parse(spec, model, root);
    }

    private static string? ParseHandler(SpecObject spec, string name, bool isInternal)
    {
        bool hasRequest = RequestListParser.IsIn(spec);
        if (spec.Has("request") && spec.Has("requests"))
        {
            spec.Bag.Report(Descriptors.RequestAndRequests, spec.Key("requests"), name);
        }
        else if (spec.Find("handler") is { } value && hasRequest)
        {
            spec.Bag.Report(Descriptors.RequestAndHandler, value, name);
        }
        else if (!spec.Has("handler") && !hasRequest)
        {
            spec.Bag.Report(Descriptors.NoRequest, spec.Find("name")!, name);
        }
        else if (spec.Has("handler") && isInternal)
        {
            spec.Bag.Report(Descriptors.InternalHandler, spec.Find("handler")!, name);
        }

        foreach (string key in spec.Has("handler") ? [] : HandlerKeys.Where(spec.Has))
        {
            spec.Bag.Report(Descriptors.KeyWithoutHandler, spec.Key(key), name, key);
        }

        if (spec.Text("handler") is not { } handler)
        {
            return null;
        }

        spec.RequiredText("handlerReason");

        if (!CSharpNames.IsTypeName(handler.Text))
        {
            spec.Bag.Report(Descriptors.BadIdentifier, handler, handler.Text, "a handler");
            return null;
        }

        return handler.Text;
    }

    private (List<ArgumentEntry> Declared, bool IsPoisoned) ParseArguments(SpecObject spec)
    {
        var parser = new ArgumentParser(root.Entities, spec.Bag);
        List<ArgumentEntry> declared = [];
        bool isPoisoned = false;
        foreach (JsonValue name in spec.Texts("argumentSets"))
        {
            if (root.ArgumentSets.TryGetValue(name.Text, out ArgumentSet? set))
            {
                declared.AddRange(set.Arguments);
                isPoisoned |= set.HasErrors;
            }
            else
            {
                string hint = Suggestion.For(name.Text, root.ArgumentSets.Keys);
                spec.Bag.Report(Descriptors.UnknownArgumentSet, name, name.Text, hint);
            }
        }

        declared.AddRange(parser.ParseAll(spec.Members("arguments"), KnownKeys.Argument));
        string? unseen = spec.Text("unseenReason")?.Text;
        return ([.. declared.Select(e => e with { UnseenReason = e.UnseenReason ?? unseen })], isPoisoned);
    }

    private ResponseModel? ParseResponse(SpecObject spec, ToolModel model)
    {
        bool isHandler = spec.Has("handler");
        bool isNeeded = RequestListParser.IsIn(spec) && !isHandler && !model.Internal;
        JsonValue? value = isNeeded ? spec.Required("response") : spec.Find("response");
        return value is null ? null : new ResponseParser(root, spec.Bag).Parse(value, isHandler || model.Internal);
    }
}
